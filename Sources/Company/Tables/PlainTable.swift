/// A table as it is kept: the company's own field names as columns, UTF-8 text, decimal points, one key for each row.
///
/// Files come with other column names, delimiters, encodings and decimal marks, as `tables` in the company's text says. What is
/// kept must not depend on that, because the text changes and the rows stay.
public struct PlainTable: Sendable, Hashable {
    /// What its rows are: an event kind, a record kind, a split, a rate table, or `assignments`, `teams`, `targets` …
    public var kind: String
    /// The field names, in the order of the cells.
    public var columns: [String]
    /// The rows.
    public var rows: [PlainRow]

    /// Makes a table.
    public init(kind: String, columns: [String], rows: [PlainRow] = []) {
        self.kind = kind
        self.columns = columns
        self.rows = rows
    }
}

/// A row of a ``PlainTable``.
public struct PlainRow: Sendable, Hashable {
    /// What identifies it in its table: the id of an event, or the cells that make it the only one (a metric, its subject and the period).
    public var key: String
    /// The cells, as text.
    public var cells: [String]
    /// The file and line it came from; empty when it was not read from a file.
    public var place: String

    /// Makes a row.
    public init(key: String, cells: [String], place: String = "") {
        self.key = key
        self.cells = cells
        self.place = place
    }
}
