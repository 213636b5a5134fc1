internal import Foundation

/// A stream of an old office document, read forward or from any place.
final class CompoundStream {
    /// Bytes of the stream.
    let size: Int
    private let file: FileHandle
    /// Where in the file each piece lies.
    private let places: [Int]
    private let pieceSize: Int
    private var kept: [UInt8] = []
    private var keptStart = 0

    private static let reach = 1 << 16

    init(_ file: FileHandle, places: [Int], pieceSize: Int, size: Int) {
        self.file = file
        self.places = places
        self.pieceSize = pieceSize
        self.size = size
    }

    /// Bytes from a place on.
    ///
    /// - Throws: ``WorkbookFault/truncated`` when the stream or the file ends before.
    func bytes(at place: Int, _ count: Int) throws -> ArraySlice<UInt8> {
        guard place >= 0, count >= 0, place + count <= size else { throw WorkbookFault.truncated }
        if place < keptStart || place + count > keptStart + kept.count { try keep(from: place, count) }
        let start = place - keptStart
        return kept[start..<start + count]
    }

    private func keep(from place: Int, _ count: Int) throws {
        var piece = place / pieceSize
        keptStart = piece * pieceSize
        kept.removeAll(keepingCapacity: true)
        let end = min(size, max(place + count, keptStart + Self.reach))
        while keptStart + kept.count < end {
            var following = 1
            while piece + following < places.count, keptStart + kept.count + following * pieceSize < end,
                places[piece + following] == places[piece] + following * pieceSize
            {
                following += 1
            }
            try file.seek(toOffset: UInt64(places[piece]))
            let bytes = try file.read(upToCount: following * pieceSize) ?? Data()
            kept += bytes
            // Only the last piece of a file may be cut short.
            guard bytes.count == following * pieceSize || keptStart + kept.count >= end else {
                throw WorkbookFault.truncated
            }
            piece += following
        }
    }
}

/// Bytes as numbers, the least significant byte first. What lies beyond the end is zero.
struct LittleEndian {
    let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// A number of one byte.
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// A number of two bytes.
    func word(_ index: Int) -> UInt16 { UInt16(byte(index)) | UInt16(byte(index + 1)) << 8 }

    /// A number of four bytes.
    func long(_ index: Int) -> UInt32 { UInt32(word(index)) | UInt32(word(index + 2)) << 16 }

    /// A binary fraction of eight bytes.
    func double(_ index: Int) -> Double {
        Double(bitPattern: UInt64(long(index)) | UInt64(long(index + 4)) << 32)
    }

    /// All numbers of four bytes.
    var longs: [UInt32] { stride(from: 0, to: bytes.count - 3, by: 4).map(long) }
}
