public import Messages
public import Storage

/// A row as a program sends it: its cells by the company's own names of fields.
public struct SentRow: Sendable, Hashable {
    /// The table: a kind of events, `targets`, `entered` or `assignments`.
    public var kind: String
    /// The cells, by field.
    public var cells: [String: String]

    /// Makes a row.
    public init(kind: String, cells: [String: String]) {
        self.kind = kind
        self.cells = cells
    }
}

/// What became of a row that was sent.
public enum SentOutcome: Sendable, Hashable {
    /// It is kept: it was new, has changed what was there, or was there already.
    case kept(ImportReport.Outcome)
    /// It was set aside, and why.
    case rejected([Diagnostic])
}

/// What became of rows that were sent together.
public struct SentRows: Sendable {
    /// Of each row, in their order.
    public var outcomes: [SentOutcome]
    /// The number of the last version of any row afterwards.
    public var head: Int64
}
