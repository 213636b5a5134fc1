public import Ledger
public import Messages

/// A calculation with everything it came from and everything it came to.
public struct StoredRun: Sendable, Hashable {
    /// Its identifier: a digest in hexadecimal digits.
    public var id: String
    /// The pay period.
    public var period: String
    /// The digest of the model.
    public var model: String
    /// The state of the data, as ``ReadTransaction/factHead`` names it.
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
    public var entries: [LedgerEntry]
    /// What whoever reviews it must know of the company and its data.
    public var notes: [RunNote]

    /// Makes a run.
    public init(
        id: String, period: String, model: String, dataHead: Int64, dataDigest: String, adjustments: [Int64] = [],
        ledgerHead: Int64, lines: [RunLine] = [], entries: [LedgerEntry] = [], notes: [RunNote] = []
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
        self.notes = notes
    }

    /// Whether its remarks and notes were kept; a run of an earlier version has none.
    public var keepsRemarks: Bool { lines.allSatisfy(\.keepsRemarks) }
}

/// What whoever reviews a run must know beside its lines: a finding on the company or its data, as it was at the calculation.
public struct RunNote: Sendable, Hashable {
    /// How much it weighs.
    public var severity: Diagnostic.Severity
    /// What was found, with a code.
    public var message: CodedMessage
    /// The file and line, as people read them; empty when it concerns the whole company.
    public var place: String
    /// What to do about it.
    public var remedy: LocalizedText?

    /// Makes a note.
    public init(
        _ severity: Diagnostic.Severity, _ message: CodedMessage, place: String = "", remedy: LocalizedText? = nil
    ) {
        self.severity = severity
        self.message = message
        self.place = place
        self.remedy = remedy
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
    /// What is to be known of it, as the row holds it; it is read when somebody asks for it.
    let kept: String

    /// Makes a line.
    public init(
        person: String, plan: String, component: String, period: String, from: String, until: String,
        amount: Int64?, reason: CodedMessage? = nil, remarks: [CodedMessage]? = []
    ) {
        self.person = person
        self.plan = plan
        self.component = component
        self.period = period
        self.from = from
        self.until = until
        self.amount = amount
        kept = LineRemarks.text(reason, remarks)
    }

    /// Makes a line of what its row holds.
    init(
        person: String, plan: String, component: String, period: String, from: String, until: String, amount: Int64?,
        kept: String
    ) {
        self.person = person
        self.plan = plan
        self.component = component
        self.period = period
        self.from = from
        self.until = until
        self.amount = amount
        self.kept = kept
    }

    /// Why there is no amount; `nil` when there is one.
    public var reason: CodedMessage? { LineRemarks.read(kept).reason }

    /// What a reader should know: a cap's cut, a gate that failed; `nil` when an earlier version kept the run without remarks.
    public var remarks: [CodedMessage]? { LineRemarks.read(kept).remarks }

    /// Whether remarks were kept with it.
    var keepsRemarks: Bool { LineRemarks.isKept(kept) }
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
