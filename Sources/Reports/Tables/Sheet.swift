public import Periods
public import Quantities

/// A table that people open in a spreadsheet: a header, rows of typed cells, and a total when asked for.
///
/// Every row is as long as the list of columns and every cell fits its column; a sheet that does not cannot be made.
/// So writing it never has to guess in which currency an amount is.
public struct Sheet: Sendable, Hashable {
    /// What the sheet is called.
    public let name: String
    /// The columns, from left to right.
    public let columns: [Column]
    /// The rows below the header, each with one cell a column.
    public let rows: [[Cell]]
    /// Whether a row with the sums of the money columns follows the rows.
    public let total: Bool

    /// Makes a sheet.
    ///
    /// - Throws: ``SheetFailure/rowLength(sheet:row:cells:columns:)`` or ``SheetFailure/otherKind(_:)``, with the place.
    public init(name: String, columns: [Column], rows: [[Cell]], total: Bool = false) throws(SheetFailure) {
        for (index, row) in rows.enumerated() {
            guard row.count == columns.count else {
                throw .rowLength(sheet: name, row: index + 1, cells: row.count, columns: columns.count)
            }
            for (cell, column) in zip(row, columns) where !cell.fits(column.kind) {
                throw .otherKind(SheetPlace(sheet: name, column: column.title, row: index + 1))
            }
        }
        self.name = name
        self.columns = columns
        self.rows = rows
        self.total = total
    }

    /// One column: its title and what stands below it.
    public struct Column: Sendable, Hashable {
        /// The text of the header.
        public let title: String
        /// What the cells of the column hold.
        public let kind: Kind

        /// Makes a column.
        public init(title: String, kind: Kind) {
            self.title = title
            self.kind = kind
        }
    }

    /// What the cells of a column hold. Any column may also have texts (why there is no figure) and empty cells.
    public enum Kind: Sendable, Hashable {
        /// Texts.
        case text
        /// Days.
        case day
        /// Amounts of one currency.
        case money(Currency)
        /// Numbers that are no money: counts, shares, points.
        case number
    }

    /// What one cell holds.
    public enum Cell: Sendable, Hashable {
        /// A text, never a formula.
        case text(String)
        /// An amount in minor units of the column's currency.
        case money(Int64)
        /// A day.
        case day(CivilDay)
        /// A number.
        case number(FixedDecimal)
        /// Nothing.
        case empty
    }
}

extension Sheet.Cell {
    /// Whether the cell may stand in a column of that kind.
    fileprivate func fits(_ kind: Sheet.Kind) -> Bool {
        switch (self, kind) {
        case (.text, _), (.empty, _), (.money, .money), (.day, .day), (.number, .number): true
        default: false
        }
    }
}
