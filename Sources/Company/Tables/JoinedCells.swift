/// The cells of a row as one text, joined with U+001F: how rows are kept.
///
/// A U+001F inside a cell is written as U+001B and `1`, a U+001B as U+001B twice.
public enum JoinedCells {
    /// What stands between cells.
    public static let separator: UInt8 = 0x1F
    /// What stands before a mark that belongs to a cell.
    public static let escape: UInt8 = 0x1B
    /// What stands for the separator after ``escape``.
    public static let escapedSeparator = UInt8(ascii: "1")

    /// Appends a cell.
    public static func append(_ cell: some Collection<UInt8>, to buffer: inout [UInt8]) {
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

/// Rows that are to be kept, written as bytes one after the other: a million of them are no million arrays of texts.
public protocol KeepableRows {
    /// What the rows are.
    var kind: String { get }
    /// The names of their cells.
    var columns: [String] { get }
    /// How many there are.
    var rowCount: Int { get }
    /// Whether it is known that no key comes twice.
    var hasOneRowForEachKey: Bool { get }
    /// Appends what identifies a row.
    func append(keyOf row: Int, to buffer: inout [UInt8])
    /// Appends the cells of a row as ``JoinedCells``, one for each of the first columns; those that are left out are empty.
    func append(cellsOf row: Int, to buffer: inout [UInt8])
    /// Appends the file and line that a row came from.
    func append(placeOf row: Int, to buffer: inout [UInt8])
}

extension PlainTable: KeepableRows {
    /// How many rows there are.
    public var rowCount: Int { rows.count }
    /// Nobody has looked.
    public var hasOneRowForEachKey: Bool { false }

    /// Appends what identifies a row.
    public func append(keyOf row: Int, to buffer: inout [UInt8]) { buffer.append(contentsOf: rows[row].key.utf8) }

    /// Appends the cells of a row as ``JoinedCells``.
    public func append(cellsOf row: Int, to buffer: inout [UInt8]) {
        let cells = rows[row].cells
        for index in columns.indices {
            if index > 0 { buffer.append(JoinedCells.separator) }
            if index < cells.count { JoinedCells.append(cells[index].utf8, to: &buffer) }
        }
    }

    /// Appends the file and line that a row came from.
    public func append(placeOf row: Int, to buffer: inout [UInt8]) { buffer.append(contentsOf: rows[row].place.utf8) }
}
