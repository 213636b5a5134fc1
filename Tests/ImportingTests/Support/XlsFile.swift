import Foundation

/// An old workbook, put together record by record ([MS-XLS], [MS-CFB]) so that a test can put anything into it.
struct XlsFile {
    /// A record: its kind and its content.
    struct Record {
        var kind: UInt16
        var content: [UInt8]
    }

    /// The records before the sheets, without beginning, list of sheets and end.
    var globals: [Record] = []
    /// The sheets: their names, whether they are hidden, and their records without beginning and end.
    var sheets: [(name: String, isHidden: Bool, records: [Record])]
    /// 0x0600 for Excel 97 and later, 0x0500 for Excel 5 and 95.
    var version: UInt16 = 0x0600

    init(_ records: [Record], globals: [Record] = []) {
        sheets = [("Лист1", false, records)]
        self.globals = globals
    }

    // MARK: Records

    static func word(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8 & 255)] }
    static func long(_ number: Int) -> [UInt8] { word(number & 0xFFFF) + word(number >> 16 & 0xFFFF) }
    static func double(_ number: Double) -> [UInt8] {
        let bits = number.bitPattern
        return (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 8)) }
    }

    private static func place(_ row: Int, _ column: Int, _ format: Int) -> [UInt8] {
        word(row - 1) + word(column) + word(format)
    }

    /// A text behind its length: of one byte a character where that is enough.
    static func text(_ text: String, isWide: Bool = true) -> [UInt8] {
        let units = Array(text.utf16)
        return word(units.count) + [isWide ? 1 : 0] + units.flatMap { isWide ? word(Int($0)) : [UInt8($0)] }
    }

    static func number(_ row: Int, _ column: Int, _ value: Double, format: Int = 0) -> Record {
        Record(kind: 0x0203, content: place(row, column, format) + double(value))
    }

    /// A number in four bytes: a whole number, perhaps in hundredths.
    static func short(_ row: Int, _ column: Int, _ value: Int, hundredths: Bool = false, format: Int = 0) -> Record {
        Record(kind: 0x027E, content: place(row, column, format) + long(value << 2 | 2 | (hundredths ? 1 : 0)))
    }

    /// Whole numbers side by side.
    static func many(_ row: Int, _ column: Int, _ values: [Int]) -> Record {
        let content = values.flatMap { word(0) + long($0 << 2 | 2) }
        return Record(
            kind: 0x00BD, content: word(row - 1) + word(column) + content + word(column + values.count - 1))
    }

    static func shared(_ row: Int, _ column: Int, _ index: Int) -> Record {
        Record(kind: 0x00FD, content: place(row, column, 0) + long(index))
    }

    static func label(_ row: Int, _ column: Int, _ content: [UInt8]) -> Record {
        Record(kind: 0x0204, content: place(row, column, 0) + content)
    }

    static func boolean(_ row: Int, _ column: Int, _ value: UInt8, isError: Bool = false) -> Record {
        Record(kind: 0x0205, content: place(row, column, 0) + [value, isError ? 1 : 0])
    }

    /// A formula with the eight bytes of its last result.
    static func formula(_ row: Int, _ column: Int, _ result: [UInt8], format: Int = 0) -> Record {
        Record(kind: 0x0006, content: place(row, column, format) + result + [UInt8](repeating: 0, count: 8))
    }

    static func formulaText(_ text: String) -> Record { Record(kind: 0x0207, content: self.text(text)) }

    static func sharedTexts(_ texts: [String]) -> Record {
        Record(kind: 0x00FC, content: long(texts.count) + long(texts.count) + texts.flatMap { text($0) })
    }

    static func continuation(_ content: [UInt8]) -> Record { Record(kind: 0x003C, content: content) }

    static func format(_ id: Int, _ code: String) -> Record { Record(kind: 0x041E, content: word(id) + text(code)) }

    static func cellFormat(_ id: Int) -> Record {
        Record(kind: 0x00E0, content: word(0) + word(id) + [UInt8](repeating: 0, count: 16))
    }

    static func merged(_ ranges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)]) -> Record {
        let content = ranges.flatMap {
            word($0.rows.lowerBound - 1) + word($0.rows.upperBound - 1) + word($0.columns.lowerBound)
                + word($0.columns.upperBound)
        }
        return Record(kind: 0x00E5, content: word(ranges.count) + content)
    }

    /// How far a sheet reaches, for readers that ask for it.
    static func dimension(rows: Int, columns: Int) -> Record {
        Record(kind: 0x0200, content: long(0) + long(rows) + word(0) + word(columns) + word(0))
    }

    // MARK: The stream

    private static func bytes(_ records: [Record]) -> [UInt8] {
        records.flatMap { word(Int($0.kind)) + word($0.content.count) + $0.content }
    }

    private func beginning(_ kind: Int) -> Record {
        Record(kind: 0x0809, content: Self.word(Int(version)) + Self.word(kind) + [UInt8](repeating: 0, count: 12))
    }

    /// The list of the sheets, with where each begins.
    private func list(at places: [Int]) -> [Record] {
        zip(sheets, places).map { sheet, place in
            let visibility: [UInt8] = [sheet.isHidden ? 1 : 0, 0]
            return Record(kind: 0x0085, content: Self.long(place) + visibility + spelt(sheet.name))
        }
    }

    private func spelt(_ name: String) -> [UInt8] {
        guard version == 0x0600 else { return [UInt8(name.utf8.count)] + Array(name.utf8) }
        let units = Array(name.utf16)
        return [UInt8(units.count), 1] + units.flatMap { Self.word(Int($0)) }
    }

    /// The stream of records.
    var stream: [UInt8] {
        let end = Record(kind: 0x000A, content: [])
        let parts = sheets.map { Self.bytes([beginning(0x10)] + $0.records + [end]) }
        let before = { (places: [Int]) -> [UInt8] in Self.bytes([beginning(5)] + list(at: places) + globals + [end]) }
        var place = before(sheets.map { _ in 0 }).count
        let places = parts.map { part -> Int in
            defer { place += part.count }
            return place
        }
        return before(places) + parts.joined()
    }

    // MARK: The file

    /// The whole file. A stream below 4,096 bytes lies in small sectors, unless it is padded.
    func bytes(padded: Bool = true, streamName: String = "Workbook") -> [UInt8] {
        Self.compound(stream, padded: padded, streamName: streamName)
    }

    /// A file of sectors of 512 bytes with one stream.
    static func compound(_ stream: [UInt8], padded: Bool = true, streamName: String = "Workbook") -> [UInt8] {
        var stream = stream
        let size = padded ? max(stream.count, 4_096) : stream.count
        stream += [UInt8](repeating: 0, count: (size + 511) / 512 * 512 - stream.count)
        let isSmall = size < 4_096
        let sectors = stream.count / 512
        // Sectors: the directory, the table of small sectors, the stream, then the table of sectors.
        let first = 2
        let tables = (sectors + 2 + 126) / 127
        var table = [0xFFFF_FFFE, 0xFFFF_FFFE]
        table += (0..<sectors).map { $0 == sectors - 1 ? 0xFFFF_FFFE : first + $0 + 1 }
        table += [Int](repeating: 0xFFFF_FFFD, count: tables)
        table += [Int](repeating: 0xFFFF_FFFF, count: tables * 128 - table.count)
        let pieces = (size + 63) / 64
        let smallTable = (0..<128).map { $0 < pieces - 1 ? $0 + 1 : $0 == pieces - 1 ? 0xFFFF_FFFE : 0xFFFF_FFFF }
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += [0x3E, 3, 0xFFFE, 9, 6].flatMap { word($0) } + [UInt8](repeating: 0, count: 6)
        header += [0, tables, 0, 0, 4_096].flatMap { long($0) }
        header += isSmall ? long(1) + long(1) : long(0xFFFF_FFFE) + long(0)
        header += long(0xFFFF_FFFE) + long(0)
        header += (0..<109).flatMap { long($0 < tables ? first + sectors + $0 : 0xFFFF_FFFF) }
        let home =
            isSmall ? entry("Root Entry", 5, first, size, child: 1) : entry("Root Entry", 5, 0xFFFF_FFFE, 0, child: 1)
        let directory = home + entry(streamName, 2, isSmall ? 0 : first, size) + entry("", 0, 0, 0) + entry("", 0, 0, 0)
        return header + directory + smallTable.flatMap { long($0) } + stream + table.flatMap { long($0) }
    }

    private static func entry(_ name: String, _ kind: UInt8, _ start: Int, _ size: Int, child: Int = 0xFFFF_FFFF)
        -> [UInt8]
    {
        let units = Array(name.utf16)
        let text = units.flatMap { word(Int($0)) }
        var entry = text + [UInt8](repeating: 0, count: 64 - text.count)
        entry += word(units.isEmpty ? 0 : units.count * 2 + 2)
        entry += [kind, 1] + long(0xFFFF_FFFF) + long(0xFFFF_FFFF)
        entry += long(child) + [UInt8](repeating: 0, count: 36)
        return entry + long(start) + long(size) + long(0)
    }

    /// Writes the workbook.
    func written(_ scratch: Scratch) throws -> String { try scratch.write(bytes(), "book.xls") }
}
