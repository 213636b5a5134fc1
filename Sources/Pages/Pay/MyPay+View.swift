internal import Charts
public import HTML

/// The page of somebody's pay: how much, where it stands, what it is made of.
public struct MyPayPage: PageView {
    let model: MyPay
    let language: Language

    /// The page.
    public init(_ model: MyPay, language: Language) {
        self.model = model
        self.language = language
    }

    /// "My pay, November 2026", or of whom.
    public var title: String {
        (model.person == nil ? PayWords.mine[language] : model.name) + ", " + model.periodTitle
    }

    /// Whether an amount of a deal was entered that is none.
    public var hasErrors: Bool { model.oneMore?.error != nil }

    /// The figures, or why there are none.
    ///
    /// What moves stands in parts of its own, so that a form between them keeps what is being written into it.
    public func content(_ setting: PageSetting) -> some Markup {
        LiveRegion("figures", topic) {
            PageHeading(title: title, state: model.state)
            if let empty = model.empty {
                StatePanel(.empty, heading: empty.heading, text: empty.text, actions: empty.actions)
            } else {
                Hero(PayWords.earned[language], model.earned, unit: model.currency, notes: model.notes, in: language)
                model.outlook.map { OutlookLine(outlook: $0, currency: model.currency, language: language) }
                actions
            }
        }
        if model.isMoving { LiveBar(here: Addresses.own(setting.here), language: language) }
        LiveRegion("parts", silent) {
            if model.empty == nil {
                div(.class(.cards)) {
                    linesCard
                    partsCard
                }
                stepsCard
                movesCard
                changesCard
            }
        }
        if let deal = model.oneMore {
            LiveRegion("deal", silent) { OneMoreCard(deal: deal, pay: model, language: language) }
        }
        LiveRegion("periods", silent) {
            trendCard
            othersCard
        }
    }

    private var topic: LiveTopic { model.topic ?? LiveTopic(person: model.person ?? "", period: model.period) }

    /// The same without a sentence: one is enough for a change.
    private var silent: LiveTopic {
        var topic = topic
        topic.said = ""
        return topic
    }

    @MarkupBuilder private var movesCard: some Markup {
        if let moves = model.moves { MovesCard(moves: moves, pay: model, language: language) }
    }

    @MarkupBuilder private var actions: some Markup {
        if !links.isEmpty { LinkRow(links) }
    }

    private var links: [NavigationItem] {
        var links: [NavigationItem] = []
        if model.hasStatement {
            links.append(
                NavigationItem(
                    PayWords.statement[language], Addresses.statement(model.period, of: model.person)))
        }
        if model.canDispute {
            links.append(NavigationItem(PayWords.dispute[language], Addresses.newDispute(model.period)))
        }
        return links + model.disputes
    }

    @MarkupBuilder private var linesCard: some Markup {
        if !model.lines.isEmpty {
            Card(name: "lines", heading: PayWords.madeOf[language]) {
                SummaryList(model.lines.map(row), amounts: true, in: language)
            }
        }
    }

    private func row(_ line: MyPay.Line) -> SummaryRow {
        let why = line.node.map { Addresses.statement(model.period, of: model.person, at: $0) }
        let note = [line.plan, line.note].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ". ")
        return SummaryRow(
            line.title, .amount(line.amount), note: note.isEmpty ? nil : note,
            change: why.map { NavigationItem(PayWords.why[language], $0) })
    }

    @MarkupBuilder private var stepsCard: some Markup {
        if !model.steps.isEmpty {
            Card(name: "steps", heading: PayWords.steps[language]) {
                model.steps.map { StepOfPay(step: $0) }
            }
        }
    }

    @MarkupBuilder private var partsCard: some Markup {
        if !model.parts.isEmpty {
            Card(name: "parts", heading: PayWords.stands[language]) {
                SummaryList(
                    model.parts.map { SummaryRow($0.title, .amount($0.amount), note: $0.note) }, amounts: true,
                    in: language)
            }
        }
    }

    @MarkupBuilder private var changesCard: some Markup {
        if !model.changes.isEmpty {
            Card(name: "changes", heading: PayWords.changes[language]) {
                SummaryList(
                    model.changes.map { SummaryRow($0.title, .amount($0.amount), note: $0.note) }, amounts: true,
                    in: language)
            }
        }
    }

    @MarkupBuilder private var trendCard: some Markup {
        if let chart = trend {
            Card(name: "trend", heading: PayWords.byPeriod[language]) {
                ChartFigure(
                    name: "trend", finding: PayWords.trend[language], description: PayWords.trendAbout[language],
                    caption: PayWords.earned[language] + ", " + model.currency, chart: chart, in: language)
            }
        }
    }

    private var trend: BarChart? {
        guard model.trend.compactMap(\.amount).count > 1 else { return nil }
        return try? BarChart(
            title: PayWords.period[language], names: model.trend.map(\.name),
            series: [BarChart.Series(PayWords.earned[language], model.trend.map(\.amount))])
    }

    @MarkupBuilder private var othersCard: some Markup {
        if !model.others.isEmpty {
            Card(name: "others", heading: PayWords.others[language]) { LinkRow(model.others) }
        }
    }
}

/// Ways to other pages in a row.
struct LinkRow: Component {
    let items: [NavigationItem]

    init(_ items: [NavigationItem]) { self.items = items }

    var body: some Markup {
        ul(.class(.actions)) { items.map { item in li { item.link } } }
    }
}

/// A component with its bar and what the next step brings.
private struct StepOfPay: Component {
    let step: MyPay.Step

    var body: some Markup {
        h3 { step.title }
        p { step.sentence }
        step.chart
    }
}
