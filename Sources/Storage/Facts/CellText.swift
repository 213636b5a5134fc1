/// The cells of a row as one text, joined with U+001F.
///
/// A U+001F inside a cell is written as U+001B and `1`, a U+001B as U+001B twice.
enum CellText {
    private static let separator: UInt8 = 0x1F
    private static let escape: UInt8 = 0x1B
    private static let escapedSeparator = UInt8(ascii: "1")

    /// Writes the cells into a buffer that is used again and again; missing ones up to the count are empty.
    static func join(_ cells: [String], count: Int, into buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        for index in 0..<count {
            if index > 0 { buffer.append(separator) }
            guard index < cells.count else { continue }
            var cell = cells[index]
            cell.withUTF8 { append($0, to: &buffer) }
        }
    }

    /// The cells of a joined text; always as many as were joined, unless none was.
    static func split(_ bytes: UnsafeRawBufferPointer) -> RowCells {
        var cells = RowCells()
        cells.reserve(bytes: bytes.count, cells: 1 + bytes.count { $0 == separator })
        var start = 0
        while let index = bytes[start...].firstIndex(where: { $0 == separator || $0 == escape }) {
            cells.append(bytes[start..<index])
            start = index + 1
            if bytes[index] == separator {
                cells.endCell()
            } else if start < bytes.count {
                cells.append(CollectionOfOne(bytes[start] == escapedSeparator ? separator : bytes[start]))
                start += 1
            } else {
                cells.append(CollectionOfOne(escape))
            }
        }
        cells.append(bytes[start...])
        cells.endCell()
        return cells
    }

    private static func append(_ cell: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) {
        guard cell.contains(where: { $0 == separator || $0 == escape }) else {
            buffer.append(contentsOf: cell)
            return
        }
        for byte in cell {
            switch byte {
            case separator: buffer += [escape, escapedSeparator]
            case escape: buffer += [escape, escape]
            default: buffer.append(byte)
            }
        }
    }
}
