/// What is known of an event: the values of its fields and who shares it.
///
/// Values are numbers as ``EventColumn`` holds them: units of 10^-scale of the field's column, days since 1970-01-01, numbers
/// of texts or records, 0 and 1; ``none`` where there is none.
public struct EventVersion: Hashable, Sendable {
    /// The values by the index of the field.
    public var values: [Int64]
    /// The persons who share the event, with their shares in 10^-9; empty when it is not shared.
    public var shares: [Share]

    /// A person's share of an event.
    public struct Share: Hashable, Sendable {
        /// The person's number.
        public var person: Int32
        /// The share in 10^-9.
        public var share: Int64

        /// Makes a share.
        public init(person: Int32, share: Int64) {
            self.person = person
            self.share = share
        }
    }

    /// Stands for "none" among the values.
    public static let none = EventColumn.emptyNumber

    /// Makes a version.
    public init(values: [Int64], shares: [Share] = []) {
        self.values = values
        self.shares = shares
    }
}

/// One event that is added, changed or cancelled.
public struct EventChange: Hashable, Sendable {
    /// The index of the event kind.
    public var event: Int
    /// The row of the event; for a new one the number that follows the last.
    public var row: Int
    /// What it is from now on; `nil` when it is cancelled.
    public var version: EventVersion?

    /// Makes a change.
    public init(event: Int, row: Int, version: EventVersion?) {
        self.event = event
        self.row = row
        self.version = version
    }
}
