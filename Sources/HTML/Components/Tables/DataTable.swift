/// A table: what it shows, its columns, rows with a header each, and the totals of the whole.
public struct DataTable: Sendable {
    /// What tells it from other tables of the page.
    public var name: String
    /// What it shows, with the currency.
    public var caption: String
    /// The columns, that of the row headers first.
    public var columns: [Column]
    /// The rows.
    public var rows: [TableRow]
    /// The totals of the whole, not of what is shown.
    public var totals: [TableRow]
    /// The language of its figures.
    public var language: Language
    /// Whether the caption is seen; where a heading says the same, it is only read aloud.
    public var isCaptionSeen = true

    /// A table.
    public init(
        name: String, caption: String, columns: [Column], rows: [TableRow], totals: [TableRow] = [], language: Language
    ) {
        self.name = name
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.language = language
    }
}

/// A column of a table.
public struct Column: Sendable {
    let title: String
    let isFigure: Bool
    let sorting: Sorting?

    /// A column of words, or of figures, which stand at the right with their header.
    public init(_ title: String, figures: Bool = false, sorting: Sorting? = nil) {
        self.title = title
        isFigure = figures
        self.sorting = sorting
    }

    /// How a column can be sorted.
    public struct Sorting: Sendable {
        let address: Address
        let order: SortOrder

        /// The page sorted by this column the next way, and the order now.
        public init(_ address: Address, order: SortOrder) {
            self.address = address
            self.order = order
        }
    }
}

/// A row of a table.
public struct TableRow: Sendable {
    let header: Cell
    let cells: [Cell]

    /// A row: what it is about, and its cells for the other columns.
    public init(_ header: Cell, _ cells: [Cell]) {
        self.header = header
        self.cells = cells
    }
}
