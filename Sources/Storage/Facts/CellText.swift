internal import Company

/// The cells of a row as they are kept: ``JoinedCells``.
enum CellText {
    private static let separator = JoinedCells.separator
    private static let escape = JoinedCells.escape
    private static let escapedSeparator = JoinedCells.escapedSeparator

    /// Writes the cells into a buffer that is used again and again; missing ones up to the count are empty.
    static func join(_ cells: [String], count: Int, into buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        for index in 0..<count {
            if index > 0 { buffer.append(separator) }
            if index < cells.count { JoinedCells.append(cells[index].utf8, to: &buffer) }
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
}
