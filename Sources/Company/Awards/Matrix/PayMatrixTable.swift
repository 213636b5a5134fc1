public import Quantities

/// A table of numbers by two results.
///
///     columns        80 %   100 %
///      90 %          30 %    60 %
///     100 %          50 %   100 %     a row of 95 % and a column of 110 % → 60 %; between the bounds of rows, 80 %
public struct PayMatrixTable: Sendable, Hashable {
    /// What lies between two bounds.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// The cell of the bounds that are reached.
        case steps
        /// Straight lines from cell to cell, in both directions; beyond the last bound the last cell.
        case lines
    }

    /// Where the rows begin, rising; the bound itself belongs to its row.
    public var rows: [FixedDecimal]
    /// Where the columns begin, rising; the bound itself belongs to its column.
    public var columns: [FixedDecimal]
    /// The numbers, row by row; as many in each as there are columns.
    public var values: [[FixedDecimal]]
    /// What lies between two bounds.
    public var form: Form

    /// Makes a table.
    public init(rows: [FixedDecimal], columns: [FixedDecimal], values: [[FixedDecimal]], form: Form) {
        self.rows = rows
        self.columns = columns
        self.values = values
        self.form = form
    }

    /// A place in the table.
    public struct Cell: Sendable, Hashable {
        /// The number of the row.
        public var row: Int
        /// The number of the column.
        public var column: Int
    }

    /// The cell that two results reach; `nil` below the first row or the first column.
    public func cell(at row: FixedDecimal, _ column: FixedDecimal) -> Cell? {
        guard let row = rows.lastIndex(where: { row >= $0 }), let column = columns.lastIndex(where: { column >= $0 })
        else { return nil }
        return Cell(row: row, column: column)
    }

    /// The number for two results; zero below the first row or the first column.
    ///
    /// Between bounds the numbers of the row reached and of the row above it are taken at the column's result first, then the number
    /// between these two at the row's.
    ///
    /// - Throws: ``QuantityError/overflow(_:)``.
    public func value(at row: FixedDecimal, _ column: FixedDecimal) throws(QuantityError) -> FixedDecimal {
        guard let cell = cell(at: row, column) else { return .zero }
        switch form {
        case .steps: return values[cell.row][cell.column]
        case .lines:
            let low = try value(inRow: cell.row, at: column, cell.column)
            guard cell.row + 1 < rows.count else { return low }
            let high = try value(inRow: cell.row + 1, at: column, cell.column)
            return try Self.between(low, high, at: row, from: rows[cell.row], to: rows[cell.row + 1])
        }
    }

    private func value(inRow row: Int, at column: FixedDecimal, _ reached: Int) throws(QuantityError) -> FixedDecimal {
        guard reached + 1 < columns.count else { return values[row][reached] }
        return try Self.between(
            values[row][reached], values[row][reached + 1], at: column, from: columns[reached],
            to: columns[reached + 1])
    }

    private static func between(
        _ low: FixedDecimal, _ high: FixedDecimal, at result: FixedDecimal, from start: FixedDecimal,
        to end: FixedDecimal
    ) throws(QuantityError) -> FixedDecimal {
        let (way, run) = (try result.subtracting(start), try end.subtracting(start))
        return try low.adding(high.subtracting(low).multiplied(by: way, dividedBy: run))
    }
}
