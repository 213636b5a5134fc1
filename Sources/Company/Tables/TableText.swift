/// A kept table as one CSV text: whoever only makes a company of it holds none of its rows by itself.
public struct TableText: Sendable {
    /// What its rows are, as in ``PlainTable/kind``.
    public let kind: String
    /// Whether it has neither columns nor rows: it was only said that there is such a table.
    public let isBare: Bool
    /// The text, in UTF-8.
    public let bytes: [UInt8]

    /// Takes a table as it was written before.
    public init(kind: String, isBare: Bool, bytes: [UInt8]) {
        self.kind = kind
        self.isBare = isBare
        self.bytes = bytes
    }

    /// Writes a table.
    public init(_ table: PlainTable) {
        self.init(kind: table.kind, isBare: table.columns.isEmpty && table.rows.isEmpty, bytes: table.bytes)
    }
}
