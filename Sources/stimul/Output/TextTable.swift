/// A table for the screen: columns padded to their widest cell.
struct TextTable {
    private let amountColumns: Set<Int>
    private var rows: [[String]]

    /// Makes a table.
    ///
    /// - Parameter amountColumns: The columns that are aligned to the right.
    init(_ header: [String], amountColumns: Set<Int>) {
        rows = [header]
        self.amountColumns = amountColumns
    }

    /// Makes a table of rows that bring their header with them.
    init(rows: [[String]], amountColumns: Set<Int>) {
        self.rows = rows
        self.amountColumns = amountColumns
    }

    mutating func add(_ row: [String]) { rows.append(row) }

    var text: String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                line += (amountColumns.contains(column) ? padding + cell : cell + padding) + "  "
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
