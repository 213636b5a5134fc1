internal import Foundation

/// Reads texts that may go on over several records, as those of an old workbook do ([MS-XLS] 2.5.293, 2.5.296).
struct BiffText {
    private var records: BiffRecords
    private var content: LittleEndian
    private var place: Int
    private let part: String

    /// Begins in a record at a place; the records that follow continue it.
    init(_ record: BiffRecords.Record, at place: Int, _ following: BiffRecords, part: String) {
        records = following
        content = record.content
        self.place = place
        self.part = part
    }

    /// Where the records go on behind what was read.
    var following: BiffRecords { records }

    /// Whether nothing follows any more.
    mutating func isAtEnd() throws -> Bool {
        if place < content.bytes.count { return false }
        return try records.following() != BiffKind.continuation
    }

    /// A text with its length, looks and reading, of which only the text is kept.
    mutating func unicode() throws -> String {
        let count = Int(try word())
        let flags = try byte()
        let runs = flags & 8 != 0 ? Int(try word()) : 0
        let reading = flags & 4 != 0 ? Int(try word()) | Int(try word()) << 16 : 0
        let text = try characters(count, isWide: flags & 1 != 0)
        try skip(runs * 4 + reading)
        return text
    }

    /// Characters of one or two bytes. Where a record ends among them, the next begins with their width anew.
    private mutating func characters(_ count: Int, isWide: Bool) throws -> String {
        var isWide = isWide
        var units: [UInt16] = []
        while units.count < count {
            if place >= content.bytes.count {
                try proceed()
                isWide = try byte() & 1 != 0
            }
            if isWide {
                units.append(try word())
            } else {
                units.append(UInt16(try byte()))
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private mutating func skip(_ count: Int) throws {
        var rest = count
        while rest > 0 {
            if place >= content.bytes.count { try proceed() }
            let step = min(rest, content.bytes.count - place)
            place += step
            rest -= step
        }
    }

    mutating func byte() throws -> UInt8 {
        if place >= content.bytes.count { try proceed() }
        defer { place += 1 }
        return content.byte(place)
    }

    mutating func word() throws -> UInt16 {
        let low = try byte()
        return UInt16(low) | UInt16(try byte()) << 8
    }

    private mutating func proceed() throws {
        repeat {
            guard try records.following() == BiffKind.continuation, let next = try records.next() else {
                throw WorkbookFault.damaged(part: part, detail: "text")
            }
            content = next.content
            place = 0
        } while content.bytes.isEmpty
    }
}

/// The encodings of texts in workbooks of Excel 5 and 95.
enum CodePage {
    /// The encoding by its number; Western European where the number says nothing.
    static func encoding(_ number: UInt16) -> String.Encoding {
        switch number {
        case 1_250: .windowsCP1250
        case 1_251: .windowsCP1251
        case 1_253: .windowsCP1253
        case 1_254: .windowsCP1254
        case 65_001: .utf8
        default: .windowsCP1252
        }
    }

    /// A text; bytes that the encoding does not have are shown as replaced.
    static func text(_ bytes: ArraySlice<UInt8>, _ encoding: String.Encoding) -> String {
        String(bytes: bytes, encoding: encoding)
            ?? String(decoding: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
