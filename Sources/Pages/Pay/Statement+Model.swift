public import Charts
public import HTML

/// A kind of events: its name in addresses and rules, and what people call it.
public struct EventKindName: Sendable {
    let name: String
    let title: String

    /// A kind.
    public init(_ name: String, title: String) {
        self.name = name
        self.title = title
    }
}

/// A person's statement of a period, in words and amounts that are ready to be shown.
public struct Statement: Sendable {
    /// Whose pay, as people call him.
    public var name: String
    /// His identifier, when it is not the reader's own pay.
    public var person: String?
    /// The period's name in addresses.
    public var period: String
    /// The period as people call it.
    public var periodTitle: String
    /// The company's currency.
    public var currency: String
    /// How far the period has come.
    public var state: StateTag
    /// What it rests on: the run, who approved it.
    public var facts: [SummaryRow]
    /// What becomes payable.
    public var payable: Amount
    /// The steps that the sum unfolds into.
    public var steps: [Explanation]
    /// What of it is unfolded.
    public var unfolding: Unfolding
    /// From nothing to what is payable, step by step; nil where there are too few steps to draw.
    public var waterfall: Waterfall?
    /// What was awarded.
    public var awarded: Figure
    /// Corrections of earlier periods.
    public var corrections: [(title: String, amount: Amount)]
    /// What became of it: held, released, carried, payable, paid.
    public var movements: [(title: String, amount: Amount)]
    /// What is to be known beside the figures.
    public var notices: [String]
    /// Whether it is laid out for paper.
    public var isPrint: Bool
    /// Whether the reader can object to it.
    public var canDispute: Bool
    /// Whether it is there as a document and as a workbook.
    public var hasFiles = false
    /// Whether there is a signed file of it for the reader.
    public var hasSignedFile = false
    /// The kinds of events that can be asked about.
    public var eventKinds: [EventKindName]

    /// A statement; its parts are filled in by whoever reads them.
    public init(
        name: String, person: String?, period: String, periodTitle: String, currency: String, state: StateTag,
        payable: Amount, awarded: Figure
    ) {
        self.name = name
        self.person = person
        self.period = period
        self.periodTitle = periodTitle
        self.currency = currency
        self.state = state
        self.payable = payable
        self.awarded = awarded
        facts = []
        steps = []
        unfolding = .closed
        corrections = []
        movements = []
        notices = []
        isPrint = false
        canDispute = false
        eventKinds = []
    }
}
