extension RawTable {
    /// Cuts a text into rows and cells by RFC 4180, with the delimiter it has: cells in quotation marks may hold the delimiter,
    /// line breaks and doubled marks; a mark inside a cell that does not begin with one stands for itself.
    ///
    /// Lines end with LF, CRLF or CR. Lines without anything are passed over.
    ///
    /// - Throws: ``RawTableFault``.
    public init(text: PlainTable, limits: RawTableLimits = .standard) throws(RawTableFault) {
        guard text.bytes.count <= limits.bytes else { throw .tooLarge(bytes: limits.bytes) }
        var cutter = RowCutter(text.bytes, text.delimiter, limits)
        var rows: [SheetRow] = []
        var cells = 0
        while let row = try cutter.next() {
            cells += row.cells.count
            guard cells <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
            if !row.cells.isEmpty { rows.append(row) }
        }
        self.init(rows: rows, origin: .text(text.encoding, delimiter: text.delimiter))
    }
}

/// Goes over the bytes of a text, row by row.
private struct RowCutter {
    private let bytes: [UInt8]
    private let delimiter: UInt8?
    private let limits: RawTableLimits
    private var place = 0
    private var line = 1

    init(_ bytes: [UInt8], _ delimiter: UInt8?, _ limits: RawTableLimits) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.limits = limits
    }

    mutating func next() throws(RawTableFault) -> SheetRow? {
        guard place < bytes.count else { return nil }
        let number = line
        var cells: [SheetCell] = []
        var column = 0
        while true {
            let text = try cell()
            if !text.isEmpty { cells.append(SheetCell(column: column, value: .text(text))) }
            guard place < bytes.count else { break }
            let mark = bytes[place]
            place += 1
            if mark != delimiter {
                endLine(mark)
                break
            }
            column += 1
            guard column < limits.columns else { throw .tooManyColumns(line: number, limit: limits.columns) }
        }
        return SheetRow(number: number, cells: cells)
    }

    /// The rest of a line break whose first byte is read.
    private mutating func endLine(_ mark: UInt8) {
        line += 1
        if mark == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

    private mutating func cell() throws(RawTableFault) -> String {
        var start = place
        while start < bytes.count, bytes[start] == 0x20 { start += 1 }
        if start < bytes.count, bytes[start] == .quote { return try quoted(from: start) }
        let begin = place
        while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
        return String(decoding: bytes[begin..<place], as: UTF8.self)
    }

    private mutating func quoted(from start: Int) throws(RawTableFault) -> String {
        let first = line
        place = start + 1
        var text: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == 0x0A || byte == 0x0D && !(place < bytes.count && bytes[place] == 0x0A) { line += 1 }
            guard byte == .quote else {
                text.append(byte)
                continue
            }
            if place < bytes.count, bytes[place] == .quote {
                text.append(.quote)
                place += 1
                continue
            }
            while place < bytes.count, bytes[place] == 0x20 { place += 1 }
            guard place == bytes.count || isEnd(bytes[place]) else { throw .textBehindQuotes(line: line) }
            return String(decoding: text, as: UTF8.self)
        }
        throw .openQuotes(line: first)
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
}
