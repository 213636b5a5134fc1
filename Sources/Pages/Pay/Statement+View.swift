internal import Charts
public import HTML

/// The page of a statement: a receipt that unfolds down to the rows of events.
public struct StatementPage: PageView {
    let model: Statement
    let language: Language

    /// The page.
    public init(_ model: Statement, language: Language) {
        self.model = model
        self.language = language
    }

    /// "Statement, January 2026".
    public var title: String { PayWords.statement[language] + ", " + model.periodTitle }

    /// The receipt.
    public func content(_ setting: PageSetting) -> some Markup {
        Breadcrumbs(
            [
                NavigationItem(
                    model.person == nil ? PayWords.mine[language] : model.name,
                    Addresses.pay(model.period, of: model.person))
            ], label: FrameWords.path[language])
        PageHeading(title: title, state: model.state)
        p { bdi { model.name } }
        Hero(PayWords.payable[language], model.payable, unit: model.currency, in: language)
        model.notices.map { Notice($0, .warn) }
        if !model.isPrint { LinkRow(links) }
        Card(name: "why", heading: PayWords.madeOf[language]) {
            ExplanationTree(model.steps, unfolding: model.unfolding, in: language)
        }
        waterfallCard
        table("corrections", PayWords.changes, model.corrections)
        table("movements", PayWords.movements, model.movements)
        if !model.isPrint { inquiry }
        Card(name: "facts", heading: PayWords.facts[language]) { SummaryList(model.facts, in: language) }
    }

    private var links: [NavigationItem] {
        var links: [NavigationItem] = []
        if model.unfolding == .all {
            links.append(
                NavigationItem(PayWords.fold[language], Addresses.statement(model.period, of: model.person)))
        } else {
            links.append(
                NavigationItem(
                    PayWords.unfold[language],
                    Addresses.statement(model.period, of: model.person, openAll: true)))
        }
        links.append(
            NavigationItem(
                PayWords.forPaper[language], Addresses.statement(model.period, of: model.person, isPrint: true)))
        if model.hasFiles {
            links.append(
                NavigationItem(
                    PayWords.document[language], Addresses.statementFile(.pdf, model.period, of: model.person)))
            links.append(
                NavigationItem(
                    PayWords.documentOfAll[language],
                    Addresses.statementFile(.pdf, model.period, of: model.person, allEvents: true)))
            links.append(
                NavigationItem(
                    PayWords.workbook[language], Addresses.statementFile(.xlsx, model.period, of: model.person)))
        }
        if model.hasSignedFile {
            links.append(
                NavigationItem(
                    PayWords.signed[language], Addresses.signedStatement(model.period, of: model.person)))
        }
        if model.canDispute {
            links.append(NavigationItem(PayWords.dispute[language], Addresses.newDispute(model.period)))
        }
        return links
    }

    @MarkupBuilder private var waterfallCard: some Markup {
        if let chart = model.waterfall {
            Card(name: "waterfall", heading: PayWords.composition[language]) {
                ChartFigure(
                    name: "waterfall", finding: PayWords.waterfall[language],
                    description: PayWords.waterfallAbout[language],
                    caption: PayWords.composition[language] + ", " + model.currency, chart: chart, in: language)
            }
        }
    }

    @MarkupBuilder
    private func table(_ name: String, _ heading: Words, _ rows: [(title: String, amount: Amount)]) -> some Markup {
        if !rows.isEmpty {
            Card(name: name, heading: heading[language] + ", " + model.currency) {
                DataTable(
                    name: name, caption: heading[language] + ", " + model.currency,
                    columns: [Column(PayWords.what[language]), Column(PayWords.amount[language], figures: true)],
                    rows: rows.map { TableRow(.name($0.title, nil), [.amount($0.amount)]) }, language: language
                ).captionUnseen
            }
        }
    }

    @MarkupBuilder private var inquiry: some Markup {
        if !model.eventKinds.isEmpty {
            Card(name: "inquiry", heading: PayWords.whyNot[language]) {
                EventForm(
                    period: model.period, person: model.person, kinds: model.eventKinds, language: language)
            }
        }
    }
}

/// Where one asks whose an event is, and why.
struct EventForm: Component {
    let period: String
    let person: String?
    let kinds: [EventKindName]
    let language: Language

    var body: some Markup {
        p(.class(.muted)) { PayWords.whyNotText[language] }
        div(.class(.formRow)) {
            form(.get, action: Addresses.eventForm(period, of: person)) {
                FormField(
                    name: "kind", label: PayWords.eventKind[language],
                    control: .list(kinds.map { Choice($0.name, $0.title) }, chosen: kinds.first?.name), in: language)
                FormField(
                    name: "id", label: PayWords.eventID[language], control: .line(value: ""), in: language)
                ActionButton(PayWords.ask[language], isMain: false)
            }
        }
    }
}

/// The page of one event: what it says, and for whom it counts.
public struct EventPage: PageView {
    /// The heading.
    public let title: String
    let period: String
    let person: String?
    let kinds: [EventKindName]
    let facts: [String]
    let figures: [Figures]
    let empty: StateWords?
    let language: Language

    /// How an event counts in one figure.
    public struct Figures: Sendable {
        let name: String
        /// Whether it counts for the person.
        public let counting: Bool
        let counts: String
        let note: String

        /// The figure, whether it counts for the person, and by which rule.
        public init(_ name: String, counting: Bool, counts: String, note: String) {
            self.name = name
            self.counting = counting
            self.counts = counts
            self.note = note
        }
    }

    /// The page.
    ///
    /// - Parameter empty: What is said instead, when there is no such event.
    public init(
        title: String, period: String, person: String?, kinds: [EventKindName], facts: [String] = [],
        figures: [Figures] = [], empty: StateWords? = nil, language: Language
    ) {
        self.title = title
        self.period = period
        self.person = person
        self.kinds = kinds
        self.facts = facts
        self.figures = figures
        self.empty = empty
        self.language = language
    }

    /// What it says and where it counts.
    public func content(_ setting: PageSetting) -> some Markup {
        Breadcrumbs(
            [
                NavigationItem(PayWords.statement[language], Addresses.statement(period, of: person))
            ], label: FrameWords.path[language])
        h1 { bdi { title } }
        if let empty {
            StatePanel(.empty, heading: empty.heading, text: empty.text, actions: empty.actions)
        }
        if !facts.isEmpty {
            Card(name: "facts", heading: PayWords.eventSays[language]) {
                ul { facts.map { fact in li { bdi { fact } } } }
            }
        }
        if !figures.isEmpty {
            Card(name: "figures", heading: PayWords.eventCounts[language]) {
                DataTable(
                    name: "figures", caption: PayWords.eventCounts[language],
                    columns: [
                        Column(PayWords.figure[language]), Column(PayWords.counts[language]),
                        Column(PayWords.because[language]),
                    ],
                    rows: figures.map { TableRow(.name($0.name, nil), [.text($0.counts), .name($0.note, nil)]) },
                    language: language
                ).captionUnseen
            }
        }
        Card(name: "inquiry", heading: PayWords.whyNot[language]) {
            EventForm(period: period, person: person, kinds: kinds, language: language)
        }
    }
}
