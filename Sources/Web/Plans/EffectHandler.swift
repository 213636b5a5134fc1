internal import Calculation
internal import Charts
internal import Company
internal import Credentials
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// What a draft changes: the plan's own tests, and the pay of the last twelve periods.
enum EffectHandler {
    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        asked.page(try page(try DraftReading(PlanReading(asked, permit.reader))))
    }

    private static func page(_ draft: DraftReading) throws -> PlanPage {
        let asked = draft.asked
        var page = PlanPage(
            title: draft.plan.title[asked.language] + ": " + asked.word(PlanWords.effect).lowercased(),
            path: draft.reading.path(draft.plan))
        page.parts.append(draft.views(at: "effect"))
        let checked = try draft.checked()
        if draft.draft == nil { page.parts.append(nothing(draft)) }
        guard let model = checked.model else {
            page.parts += draft.findings(checked)
            return page
        }
        page.parts.append(tests(draft, model))
        guard draft.draft != nil else { return page }
        try backTest(draft, &page)
        if draft.reading.reader.mayAll(.approvePlans) {
            page.parts.append(
                .section(
                    .links([
                        NavigationItem(
                            asked.word(DraftWords.approve), PlanReading.address(draft.plan.name, "approve"))
                    ])))
        }
        return page
    }

    private static func nothing(_ draft: DraftReading) -> PlanPart {
        let asked = draft.asked
        let ways =
            draft.reading.reader.mayAll(.writePlans)
            ? [NavigationItem(asked.word(DraftWords.begin), PlanReading.address(draft.plan.name, "edit"))] : []
        return .section(
            .panel(
                StatePanel(
                    .empty, heading: asked.word(DraftWords.none), text: asked.word(DraftWords.noneText), actions: ways))
        )
    }

    // MARK: Tests

    private static func tests(_ draft: DraftReading, _ model: CompanyModel) -> PlanPart {
        let asked = draft.asked
        let results = PlanTester(model).results().filter { $0.plan == draft.plan.name }
        guard !results.isEmpty else {
            return .clause(
                name: "tests", heading: asked.word(DraftWords.tests), lines: [asked.word(DraftWords.noTests)],
                table: nil)
        }
        return .section(
            .table(
                DataTable(
                    name: "tests", caption: asked.word(DraftWords.tests) + ", " + model.currency.code,
                    columns: [
                        Column(asked.word(DraftWords.test)), Column(asked.word(DraftWords.component)),
                        Column(asked.word(DraftWords.expected), figures: true),
                        Column(asked.word(DraftWords.actual), figures: true), Column(asked.word(PlanWords.state)),
                    ],
                    rows: results.map { row($0, model, asked) }, language: asked.language)))
    }

    private static func row(_ result: PlanTester.Result, _ model: CompanyModel, _ asked: Asked) -> TableRow {
        let amounts = Amounts(currency: model.currency, language: asked.language)
        let none = asked.word(ru: "не вычислить", en: "not computable")
        let unit = MetricUnit(.money(model.currency))
        let actual =
            result.actual.value.map { amounts.amount($0, unit) }
            ?? amounts.absent(result.actual.reason?.text[asked.language] ?? none)
        return TableRow(
            .name(result.test, nil),
            [
                .text(result.component),
                .amount(result.expected.map { amounts.amount($0, unit) } ?? .words(none)), .amount(actual),
                .state(
                    result.passed
                        ? StateTag(asked.word(DraftWords.passed), .gain)
                        : StateTag(asked.word(DraftWords.failed), .loss)),
            ])
    }

    // MARK: Back-test

    private static func backTest(_ draft: DraftReading, _ page: inout PlanPage) throws {
        let asked = draft.asked
        switch asked.site.backTests.state(of: try draft.subject()) {
        case .working(let done, let count, let since, let actor):
            page.refreshAfter = 2
            page.parts += working(draft.plan.name, done, count, since, actor, asked)
        case .done(let test, _):
            page.parts += BackTestParts(test: test, company: draft.reading.company, asked: asked).parts
        case .failed(let problem):
            page.parts.append(
                .section(
                    .panel(
                        StatePanel(
                            .error, heading: asked.word(DraftWords.backTestFailed), text: asked.word(problem.text)))))
            page.parts.append(form(draft.plan.name, draft.periods, asked))
        case nil: page.parts.append(form(draft.plan.name, draft.periods, asked))
        }
    }

    static func working(
        _ plan: String, _ done: Int, _ count: Int, _ since: Instant, _ actor: String, _ asked: Asked,
        of version: String? = nil
    ) -> [PlanPart] {
        [
            .section(
                .panel(
                    StatePanel(
                        .waiting(done: count > 0 ? done * 100 / count : nil),
                        heading: asked.word(DraftWords.working(done, count)),
                        text: asked.word(PeriodWords.since(asked.shown(since), actor))))),
            .section(
                .form(
                    SectionForm(
                        name: "stop", heading: asked.word(DraftWords.stop), text: [asked.word(DraftWords.stopText)],
                        action: PlanReading.address(plan, "back-test"),
                        hidden: [(name: "act", value: "stop")]
                            + (version.map { [(name: "version", value: $0)] } ?? []),
                        button: asked.word(DraftWords.stop), isMain: false))),
        ]
    }

    static func form(_ plan: String, _ periods: [Period], _ asked: Asked, of version: String? = nil) -> PlanPart {
        let names = periods.map { PeriodNames.title($0.description, asked.language) }
        return .section(
            .form(
                SectionForm(
                    name: "back-test", heading: asked.word(version == nil ? DraftWords.backTest : DraftWords.money),
                    text: [asked.word(DraftWords.backTestText(names.first ?? "—", names.last ?? "—"))],
                    action: PlanReading.address(plan, "back-test"),
                    hidden: [(name: "act", value: "begin")] + (version.map { [(name: "version", value: $0)] } ?? []),
                    button: asked.word(DraftWords.run))))
    }

    /// Begins a comparison, or ends one: of the draft, or of a version with the one before it.
    static let backTest: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let draft = try DraftReading(PlanReading(asked, permit.reader))
        let isStopped = asked.form.text("act") == "stop"
        let version = asked.form.text("version")
        if version.isEmpty {
            guard draft.draft != nil else { throw PlanRefusal.noDraft(draft.file) }
            if isStopped {
                asked.site.backTests.stop(try draft.subject())
            } else {
                let cycle = draft.reading.cycle
                asked.site.backTests.begin(
                    try draft.subject(), cycle, now: cycle.text, then: draft.text, periods: draft.periods,
                    by: permit.reader.person)
            }
            return .redirect(PlanReading.address(draft.plan.name, "effect"))
        }
        let versions = try VersionReading(draft.reading, draft.plan)
        guard let pair = try versions.pair(version) else { throw Problem.absent }
        if isStopped {
            asked.site.backTests.stop(try versions.subject(pair))
        } else {
            asked.site.backTests.begin(
                try versions.subject(pair), draft.reading.cycle, now: try versions.text(pair.before),
                then: try versions.text(pair.version), periods: draft.periods, by: permit.reader.person)
        }
        return .redirect(
            PlanReading.address(draft.plan.name, "versions", query: [(name: "version", value: version)]))
    }
}

/// What a comparison of two texts found, as parts of a page.
struct BackTestParts {
    let test: BackTest
    let company: CompanyModel
    let asked: Asked

    private var language: PageLanguage { asked.language }
    private var amounts: Amounts { Amounts(currency: company.currency, language: language) }
    private var currency: String { company.currency.code }
    /// The most people in each list.
    private static let most = 100

    var parts: [PlanPart] {
        guard !test.isEmpty else { return [.section(.notice(asked.word(DraftWords.nothingPaid), .info))] }
        let more = test.people.filter { $0.sides.difference > 0 }
        let less = test.people.filter { $0.sides.difference < 0 }
        return [summary(more.count, less.count, test.people.count - more.count - less.count), periods]
            + [chart].compactMap(\.self)
            + [people("winners", DraftWords.winners, more), people("losers", DraftWords.losers, less)]
            + [steps].compactMap(\.self)
    }

    private func summary(_ more: Int, _ less: Int, _ same: Int) -> PlanPart {
        let missing = (test.total.now?.missing ?? 0, test.total.then?.missing ?? 0)
        let lines =
            [asked.word(DraftWords.counts(more, less, same))]
            + (missing == (0, 0) ? [] : [asked.word(DraftWords.missing(missing.0, missing.1))])
        return .section(
            .hero(
                label: asked.word(DraftWords.backTest) + ": " + asked.word(DraftWords.change).lowercased(),
                amounts.change(test.total.difference), unit: currency, notes: lines))
    }

    private func cells(_ sides: PayComparison.Sides) -> [Cell] {
        let none = amounts.absent(asked.word(ru: "не платит", en: "pays nothing"))
        return [
            .amount(sides.now.map { amounts.money($0.minorUnits) } ?? none),
            .amount(sides.then.map { amounts.money($0.minorUnits) } ?? none), .amount(amounts.change(sides.difference)),
        ]
    }

    private func columns(_ first: Words) -> [Column] {
        [Column(asked.word(first))]
            + [DraftWords.now, DraftWords.then, DraftWords.change].map { Column(asked.word($0), figures: true) }
    }

    private var periods: PlanPart {
        .section(
            .table(
                DataTable(
                    name: "by-period", caption: asked.word(DraftWords.byPeriod) + ", " + currency,
                    columns: columns(PlanWords.period),
                    rows: test.periods.map { one in
                        TableRow(.text(PeriodNames.heading(one.period.description, language)), cells(one.sides))
                    }, totals: [TableRow(.text(asked.word(PlanWords.total)), cells(test.total))], language: language)))
    }

    private var chart: PlanPart? {
        let shown = test.periods.filter { $0.sides.now != nil || $0.sides.then != nil }
        guard shown.count > 1 else { return nil }
        let chart = try? BarChart(
            title: asked.word(PlanWords.period),
            names: shown.map { PeriodNames.heading($0.period.description, language) },
            series: [
                BarChart.Series(
                    asked.word(DraftWords.now), shown.map { amounts.figure($0.sides.now?.minorUnits ?? 0) }),
                BarChart.Series(
                    asked.word(DraftWords.then), shown.map { amounts.figure($0.sides.then?.minorUnits ?? 0) }),
            ])
        return chart.map { chart in
            .chart(
                name: "pay-by-period", heading: asked.word(DraftWords.byPeriod),
                ChartFigure(
                    name: "pay-by-period", finding: asked.word(DraftWords.chart),
                    description: asked.word(DraftWords.chartAbout),
                    caption: asked.word(PlanWords.pays) + ", " + currency,
                    chart: chart, in: language))
        }
    }

    private func people(_ name: String, _ heading: Words, _ people: [BackTest.PersonSides]) -> PlanPart {
        guard !people.isEmpty else {
            return .clause(name: name, heading: asked.word(heading), lines: [asked.word(DraftWords.nobody)], table: nil)
        }
        let rest = people.count - Self.most
        return .section(
            .table(
                DataTable(
                    name: name, caption: asked.word(heading) + ", " + currency, columns: columns(PlanWords.person),
                    rows: people.prefix(Self.most).map { one in
                        TableRow(
                            .name(DisputeHandler.title(of: one.person, company, language), nil), cells(one.sides))
                    } + (rest > 0 ? [TableRow(.text(asked.word(DraftWords.more(rest))), [])] : []),
                    language: language)))
    }

    private var steps: PlanPart? {
        guard !test.steps.isEmpty else { return nil }
        let words = FormulaWords(model: company, language: language)
        let titles = Dictionary(
            (company.plans.first { $0.name == test.plan }?.components ?? []).map { ($0.name, $0.title[language]) }
        ) { first, _ in first }
        func count(_ count: Int?) -> Cell { count.map { .text(FigureTexts.count($0, language)) } ?? .text("—") }
        return .clause(
            name: "steps", heading: asked.word(DraftWords.steps), lines: [asked.word(DraftWords.stepsText)],
            table: DataTable(
                name: "steps", caption: asked.word(DraftWords.steps),
                columns: [
                    Column(asked.word(DraftWords.component)), Column(asked.word(DraftWords.step)),
                    Column(asked.word(DraftWords.now), figures: true),
                    Column(asked.word(DraftWords.then), figures: true),
                ],
                rows: test.steps.map { step in
                    TableRow(
                        .name(titles[step.component] ?? step.component, nil),
                        [
                            .text(step.bound.map { words.figure($0, step.unit) } ?? asked.word(DraftWords.below)),
                            count(step.now), count(step.then),
                        ])
                }, language: language))
    }
}
