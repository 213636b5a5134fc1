internal import Foundation

/// A file of streams in sectors, as old office documents are ([MS-CFB]); only what leads to one stream is read.
///
/// All numbers in it are doubted: sectors lie in the file, chains do not go round.
final class CompoundFile {
    /// A stream, or the storage that the small streams lie in.
    private struct Entry {
        let name: String
        let kind: UInt8
        let start: Int
        let size: Int
    }

    private let file: FileHandle
    private let size: Int
    private let limits: WorkbookLimits
    private var sectorSize = 512
    private var smallLimit = 4_096
    private var table: [UInt32] = []
    private var smallTable: [UInt32] = []
    private var entries: [Entry] = []
    /// The sectors of what the small streams lie in.
    private var smallHome: [Int] = []

    private static let lastSector: UInt32 = 0xFFFF_FFFA
    private static let smallSector = 64

    /// Reads the tables and the directory.
    init(_ file: FileHandle, size: Int, _ limits: WorkbookLimits) throws {
        self.file = FileHandle(fileDescriptor: dup(file.fileDescriptor), closeOnDealloc: true)
        self.size = size
        self.limits = limits
        let header = LittleEndian(try bytes(at: 0, 512))
        guard header.bytes.count == 512 else { throw WorkbookFault.truncated }
        let shift = header.word(30)
        guard shift == 9 || shift == 12 else { throw Self.damaged("sector size") }
        sectorSize = 1 << shift
        smallLimit = 4_096
        try readTable(header)
        try readDirectory(start: header.long(48))
        let home = entries.first { $0.kind == 5 }
        smallHome = try home.map { try chain(from: UInt32(clamping: $0.start), in: table, most: sectorCount) } ?? []
        let smallSectors = try chain(from: header.long(60), in: table, most: sectorCount)
        for sector in smallSectors { smallTable += LittleEndian(try self.sector(sector)).longs }
    }

    /// Whether there is a stream of that name.
    func has(_ name: String) -> Bool { entries.contains { $0.kind == 2 && $0.name == name } }

    /// The first stream of these names.
    func stream(_ names: String...) throws -> CompoundStream? {
        for name in names {
            guard let entry = entries.first(where: { $0.kind == 2 && $0.name == name }) else { continue }
            let start = UInt32(clamping: entry.start)
            guard entry.size < smallLimit else {
                let sectors = try chain(from: start, in: table, most: sectorCount)
                let held = min(entry.size, sectors.count * sectorSize)
                return CompoundStream(
                    file, places: sectors.map { ($0 + 1) * sectorSize }, pieceSize: sectorSize, size: held)
            }
            let perSector = sectorSize / Self.smallSector
            let sectors = try chain(from: start, in: smallTable, most: smallHome.count * perSector)
            let places = try sectors.map { number -> Int in
                guard number / perSector < smallHome.count else { throw Self.damaged("small sector") }
                return (smallHome[number / perSector] + 1) * sectorSize + number % perSector * Self.smallSector
            }
            let held = min(entry.size, places.count * Self.smallSector)
            return CompoundStream(file, places: places, pieceSize: Self.smallSector, size: held)
        }
        return nil
    }

    private var sectorCount: Int { max(0, size / sectorSize) }

    /// The table of what sector follows which; its own sectors are listed in the header and in a chain of further lists.
    private func readTable(_ header: LittleEndian) throws {
        var listed = (0..<109).map { header.long(76 + $0 * 4) }
        var next = header.long(68)
        var lists = 0
        while next < Self.lastSector {
            guard lists <= sectorCount else { throw Self.damaged("list of sectors") }
            lists += 1
            let more = LittleEndian(try sector(Int(next))).longs
            listed += more.dropLast()
            next = more.last ?? Self.lastSector
        }
        for number in listed where number < Self.lastSector {
            guard table.count <= sectorCount + sectorSize else { break }
            table += LittleEndian(try sector(Int(number))).longs
        }
    }

    private func readDirectory(start: UInt32) throws {
        for sector in try chain(from: start, in: table, most: limits.parts) {
            let bytes = LittleEndian(try self.sector(sector))
            for offset in stride(from: 0, to: sectorSize, by: 128) {
                let length = min(Int(bytes.word(offset + 64)), 64)
                let units = (0..<max(0, length / 2 - 1)).map { bytes.word(offset + $0 * 2) }
                entries.append(
                    Entry(
                        name: String(decoding: units, as: UTF16.self), kind: bytes.bytes[offset + 66],
                        start: Int(bytes.long(offset + 116)), size: Int(bytes.long(offset + 120))))
            }
        }
    }

    /// The sectors that follow one another from a first one.
    private func chain(from first: UInt32, in table: [UInt32], most: Int) throws -> [Int] {
        var sectors: [Int] = []
        var next = first
        while next < Self.lastSector {
            guard sectors.count < most else { throw Self.damaged("chain of sectors") }
            guard Int(next) < table.count else { throw WorkbookFault.truncated }
            sectors.append(Int(next))
            next = table[Int(next)]
        }
        return sectors
    }

    private func sector(_ number: Int) throws -> [UInt8] {
        let bytes = try bytes(at: (number + 1) * sectorSize, sectorSize)
        guard bytes.count == sectorSize else { throw WorkbookFault.truncated }
        return bytes
    }

    private func bytes(at place: Int, _ count: Int) throws -> [UInt8] {
        guard place < size else { throw WorkbookFault.truncated }
        try file.seek(toOffset: UInt64(place))
        return [UInt8](try file.read(upToCount: count) ?? Data())
    }

    private static func damaged(_ detail: String) -> WorkbookFault { .damaged(part: "OLE", detail: detail) }
}
