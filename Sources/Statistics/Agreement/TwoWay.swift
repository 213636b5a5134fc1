/// Subjects by raters (or people by periods), one value in each cell: mean squares of a two-way analysis of variance.
public struct TwoWay: Hashable, Sendable {
    /// Rows: subjects, people.
    public let rows: Int
    /// Columns: raters, periods.
    public let columns: Int
    /// Mean square between rows, n − 1 degrees of freedom.
    public let betweenRows: Double
    /// Mean square between columns, k − 1 degrees of freedom.
    public let betweenColumns: Double
    /// Mean square of what is left, (n − 1)(k − 1) degrees of freedom.
    public let rest: Double
    /// Mean square within rows, n(k − 1) degrees of freedom.
    public let withinRows: Double

    /// From a complete table; undefined for fewer than 3 rows or 2 columns, and where all values are one.
    public init(_ table: Matrix) throws(Undefined) {
        try Check.atLeast(3, table.rows)
        try Check.atLeast(2, table.columns)
        let (n, k) = (Double(table.rows), Double(table.columns))
        let all = try Moments((0..<table.rows).flatMap { table.row($0) })
        guard all.varies else { throw .noVariation }
        var rowMeans: [Double] = []
        for row in 0..<table.rows { rowMeans.append(try Moments(table.row(row)).mean) }
        var columnMeans: [Double] = []
        for column in 0..<table.columns { columnMeans.append(try Moments(table.column(column)).mean) }
        var (within, rest) = (0.0, 0.0)
        for row in 0..<table.rows {
            for column in 0..<table.columns {
                let inRow = table[row, column] - rowMeans[row]
                let left = inRow - columnMeans[column] + all.mean
                within += inRow * inRow
                rest += left * left
            }
        }
        (rows, columns) = (table.rows, table.columns)
        betweenRows = k * (try Moments(rowMeans).squares) / (n - 1)
        betweenColumns = n * (try Moments(columnMeans).squares) / (k - 1)
        withinRows = within / (n * (k - 1))
        // Rounding alone is no rest.
        self.rest = rest <= 1e-26 * all.squares ? 0 : rest / ((n - 1) * (k - 1))
    }

    /// The share of what moves a cell that moves its whole column: σ²_column ÷ (σ²_column + σ²_rest), by mean squares, a
    /// negative variance counting 0. With people by periods: how far a common wave moves everybody.
    ///
    /// Undefined where neither moves anything.
    public func columnShare() throws(Undefined) -> Double {
        let column = max((betweenColumns - rest) / Double(rows), 0)
        guard column + rest > 0 else { throw .noVariation }
        return column / (column + rest)
    }
}
