public import Ledger

/// A calculation with everything it came from and everything it came to.
public struct StoredRun: Sendable, Hashable {
    /// Its identifier: a digest in hexadecimal digits.
    public var id: String
    /// The pay period.
    public var period: String
    /// The digest of the model.
    public var model: String
    /// The state of the data, as ``Reading/factHead`` names it.
    public var dataHead: Int64
    /// The digest of the data at that state.
    public var dataDigest: String
    /// The numbers of the adjustments it includes.
    public var adjustments: [Int64]
    /// The number of the last entry when it was calculated.
    public var ledgerHead: Int64
    /// What each component pays.
    public var lines: [RunLine]
    /// The entries it proposes.
    public var entries: [Entry]

    /// Makes a run.
    public init(
        id: String, period: String, model: String, dataHead: Int64, dataDigest: String, adjustments: [Int64] = [],
        ledgerHead: Int64, lines: [RunLine] = [], entries: [Entry] = []
    ) {
        self.id = id
        self.period = period
        self.model = model
        self.dataHead = dataHead
        self.dataDigest = dataDigest
        self.adjustments = adjustments
        self.ledgerHead = ledgerHead
        self.lines = lines
        self.entries = entries
    }
}

/// What a component of a plan pays a person for some days of a period.
public struct RunLine: Sendable, Hashable {
    /// The person's identifier.
    public var person: String
    /// The plan's name.
    public var plan: String
    /// The component's name.
    public var component: String
    /// The period that earned it.
    public var period: String
    /// The first day, as ISO 8601.
    public var from: String
    /// The day after the last, as ISO 8601.
    public var until: String
    /// The amount in minor units; `nil` when it could not be computed.
    public var amount: Int64?
    /// What a reader should know, as JSON.
    public var remarks: String

    /// Makes a line.
    public init(
        person: String, plan: String, component: String, period: String, from: String, until: String,
        amount: Int64?, remarks: String = "[]"
    ) {
        self.person = person
        self.plan = plan
        self.component = component
        self.period = period
        self.from = from
        self.until = until
        self.amount = amount
        self.remarks = remarks
    }
}

/// A run without its lines and entries, for lists.
public struct RunSummary: Sendable, Hashable {
    /// Its identifier.
    public var id: String
    /// The pay period.
    public var period: String
    /// The digest of the model.
    public var model: String
    /// When it was kept, as ISO 8601 in UTC.
    public var at: String
    /// Who calculated it.
    public var actor: String
}
