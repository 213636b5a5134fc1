public import Periods

/// What a cell of a sheet holds, as its file stores it and its format shows it.
///
/// A formula counts with the value that was stored when it was last calculated.
public enum Cell: Hashable, Sendable {
    /// Nothing at all.
    case empty
    /// A text, as it stands.
    case text(String)
    /// A number as plain decimal text: `1234.5`, `-0.1`, `1E+300` where it would be too long to write out. See ``DecimalText``.
    case number(String)
    /// A day: a number that the cell's format shows as a date without a time.
    case day(CivilDay)
    /// A day with a time, in whole seconds since midnight.
    case moment(CivilDay, second: Int)
    /// A time of day, or a length of time, in whole seconds; may be above a day, and below zero.
    case time(seconds: Int)
    /// Yes or no.
    case boolean(Bool)
    /// An error instead of a value.
    case error(CellError)
}

/// Why a cell has an error instead of a value.
public enum CellError: Hashable, Sendable {
    /// A formula that failed, as the spreadsheet writes it: `#N/A`, `#DIV/0!`.
    case code(String)
    /// A formula that no spreadsheet has calculated yet: the file holds no value of it.
    case notCalculated
}

/// One cell with its place in the row.
public struct SheetCell: Hashable, Sendable {
    /// The column, from 0: `A` is 0, `AA` is 26.
    public var column: Int
    /// What the cell holds.
    public var value: Cell

    /// Makes a cell.
    public init(column: Int, value: Cell) {
        self.column = column
        self.value = value
    }
}

/// One row of a sheet that holds something.
public struct SheetRow: Hashable, Sendable {
    /// The row's number as the spreadsheet shows it, from 1.
    public var number: Int
    /// The cells that hold something, from left to right.
    public var cells: [SheetCell]

    /// Makes a row.
    public init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }

    /// What stands in a column, counted from 0; `.empty` where nothing does.
    public subscript(column: Int) -> Cell {
        var range = cells[...]
        while let middle = range.indices.isEmpty ? nil : (range.startIndex + range.endIndex) / 2 {
            let cell = range[middle]
            if cell.column == column { return cell.value }
            range = cell.column < column ? range[(middle + 1)...] : range[..<middle]
        }
        return .empty
    }
}
