public import Importing

/// What somebody has mended in the rows of a file, beside the file, which stays as it is.
public struct RowMends: Hashable, Sendable, Codable {
    /// By row of the file, then by column from 0: the text that stands there now.
    public var cells: [Int: [Int: String]] = [:]
    /// The rows that are not read.
    public var without: Set<Int> = []

    /// Mends nothing.
    public init() {}

    /// Whether nothing is mended.
    public var isEmpty: Bool { cells.isEmpty && without.isEmpty }
}

extension RawTable {
    /// The rows with what was mended in them.
    public func mended(by mends: RowMends) -> RawTable {
        if mends.isEmpty { return self }
        let rows = rows.compactMap { row -> SheetRow? in
            if mends.without.contains(row.number) { return nil }
            guard let texts = mends.cells[row.number] else { return row }
            var row = row
            row.cells = row.cells.filter { texts[$0.column] == nil }
            row.cells += texts.filter { !$0.value.isEmpty }.map { SheetCell(column: $0.key, value: .text($0.value)) }
            row.cells.sort { $0.column < $1.column }
            return row
        }
        return RawTable(rows: rows, origin: origin)
    }
}
