public import Charts
public import HTML

/// What somebody has earned in a period, in words and amounts that are ready to be shown.
public struct MyPay: Sendable {
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
    public var state: StateTag?
    /// What was earned.
    public var earned: Amount
    /// A few words under it: what it rests on and how old it is.
    public var notes: [String]
    /// Where it stands: parts that add up to what was earned.
    public var parts: [Part]
    /// What each component pays.
    public var lines: [Line]
    /// What earlier periods change in this one.
    public var changes: [Part]
    /// The latest periods, the first the oldest.
    public var trend: [TrendPoint]
    /// Other periods with pay, the latest first.
    public var others: [NavigationItem]
    /// Whether there is a statement of it.
    public var hasStatement: Bool
    /// Whether it can be objected to by the reader.
    public var canDispute: Bool
    /// His disputes of the period.
    public var disputes: [NavigationItem]
    /// What is said instead, when there is nothing.
    public var empty: StateWords?
    /// Whose pay of which period it is, for the open page.
    public var topic: LiveTopic?
    /// Whether its figures move: no run has recorded them.
    public var isMoving = false
    /// What has moved lately, and what moved it.
    public var moves: PayMoves?
    /// What the period will pay if it goes on like this.
    public var outlook: PayOutlookText?
    /// What one more deal would bring.
    public var oneMore: OneMoreDeal?
    /// How far each component has come that has steps or a target.
    public var steps: [Step] = []

    /// How far a component has come, and what the next step of it brings.
    public struct Step: Sendable {
        let title: String
        let sentence: String
        let chart: ChartFigure

        /// A component.
        ///
        /// - Parameter sentence: What is left to the next step, and what it brings.
        public init(_ title: String, _ sentence: String, _ chart: ChartFigure) {
            self.title = title
            self.sentence = sentence
            self.chart = chart
        }
    }

    /// A named amount.
    public struct Part: Sendable {
        let title: String
        let amount: Amount
        let note: String?

        /// A named amount with a remark.
        public init(_ title: String, _ amount: Amount, note: String? = nil) {
            self.title = title
            self.amount = amount
            self.note = note
        }
    }

    /// What a component pays, and the step of the statement that explains it.
    public struct Line: Sendable {
        let title: String
        let plan: String
        let amount: Amount
        let note: String?
        let node: String?

        /// A line.
        ///
        /// - Parameter node: The name of its step in the statement; nil when there is none yet.
        public init(_ title: String, plan: String, _ amount: Amount, note: String? = nil, node: String? = nil) {
            self.title = title
            self.plan = plan
            self.amount = amount
            self.note = note
            self.node = node
        }
    }

    /// A period of the trend.
    public struct TrendPoint: Sendable {
        let name: String
        let amount: Figure?

        /// What was earned in a period.
        public init(_ name: String, _ amount: Figure?) {
            self.name = name
            self.amount = amount
        }
    }

    /// A model without figures; they are filled in by whoever reads them.
    public init(
        name: String, person: String?, period: String, periodTitle: String, currency: String, earned: Amount
    ) {
        self.name = name
        self.person = person
        self.period = period
        self.periodTitle = periodTitle
        self.currency = currency
        self.earned = earned
        notes = []
        parts = []
        lines = []
        changes = []
        trend = []
        others = []
        hasStatement = false
        canDispute = false
        disputes = []
    }
}

/// What is said where there is nothing to show, and what can be done.
public struct StateWords: Sendable {
    let heading: String
    let text: String
    let actions: [NavigationItem]

    /// A heading, what follows from it, and what can be done.
    public init(_ heading: String, _ text: String, actions: [NavigationItem] = []) {
        self.heading = heading
        self.text = text
        self.actions = actions
    }
}
