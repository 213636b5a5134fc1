/// The rows of a piece of a table, for those who need no table.
public struct TablePiece: Sendable {
    /// How many rows were kept.
    public var rowCount: Int
    /// The fields by name, without those that the file has not. Codes number the texts of one reader, which are not told.
    public var columns: [String: ColumnData]

    init(_ names: [String], _ reader: PieceReader) {
        rowCount = reader.lineNumbers.count
        columns = Dictionary(zip(names, reader.columns.map(\.rows))) { first, _ in first }
    }
}
