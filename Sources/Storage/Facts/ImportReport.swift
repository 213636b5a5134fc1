/// What an import did with the rows it was given.
public struct ImportReport: Sendable, Hashable {
    /// What happened to the rows of one kind.
    public struct Counts: Sendable, Hashable {
        /// Rows that were not there.
        public var accepted = 0
        /// Rows that were there with other content, or had been cancelled.
        public var changed = 0
        /// Rows that were there as they are; nothing was written.
        public var unchanged = 0
        /// Rows that were there and are missing from a complete table.
        public var cancelled = 0

        /// Nothing.
        public init() {}

        /// How many versions were written.
        public var written: Int { accepted + changed + cancelled }
    }

    /// What can become of a row.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// It was not there.
        case accepted
        /// It was there with other content, or had been cancelled.
        case changed
        /// It was there as it is; nothing was written.
        case unchanged
    }

    /// The counts of each kind.
    public var counts: [String: Counts] = [:]
    /// The first keys of each kind that were changed or cancelled.
    public var examples: [String: [String]] = [:]
    /// What became of each row, by its place; only where it was asked for.
    public var outcomes: [String: Outcome] = [:]
    /// The number of the last version after the import.
    public var head: Int64 = 0

    /// The counts of all kinds together.
    public var total: Counts {
        counts.values.reduce(into: Counts()) { total, counts in
            total.accepted += counts.accepted
            total.changed += counts.changed
            total.unchanged += counts.unchanged
            total.cancelled += counts.cancelled
        }
    }

    /// How many examples are kept of each kind.
    public static let exampleLimit = 10

    /// Nothing was imported.
    public init() {}

    mutating func note(_ key: String, of kind: String) {
        if examples[kind, default: []].count < Self.exampleLimit { examples[kind, default: []].append(key) }
    }
}
