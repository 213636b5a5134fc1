internal import Calculation
internal import Charts
internal import Company
internal import Formulas
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// The figures that the company goes by, and the library that they may be taken from.
enum KPIHandler {
    static let list: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, _ in
        let company = try asked.site.company.cycle().reference()
        let words = FormulaWords(model: company, language: asked.language)
        let text = KPIText(company, asked.language)
        var page = SectionPage(
            title: asked.word(PlanWords.kpis),
            path: [NavigationItem(asked.word(PlanWords.plans), Addresses.of(["plans"]))])
        if company.metrics.isEmpty {
            page.sections = [
                .panel(StatePanel(.empty, heading: asked.word(KPIWords.none), text: asked.word(KPIWords.noneText)))
            ]
        } else {
            page.sections = [
                .table(
                    DataTable(
                        name: "kpis", caption: asked.word(KPIWords.own),
                        columns: [
                            Column(asked.word(PlanWords.figure)), Column(asked.word(PlanWords.formula)),
                            Column(asked.word(PlanWords.unit)), Column(asked.word(KPIWords.better)),
                        ],
                        rows: company.metrics.map { metric in
                            TableRow(
                                .name(metric.title[asked.language], Addresses.of(["kpis", metric.name])),
                                [
                                    .text(text.formula(metric, words)), .text(text.unit(metric)),
                                    .text(text.better(metric)),
                                ])
                        }, language: asked.language))
            ]
        }
        page.sections += library(asked)
        return asked.page(page)
    }

    /// The bundled library, of everybody or of a position.
    private static func library(_ asked: Asked) -> [PageSection] {
        let wanted = asked.query.text("position").lowercased()
        let cards = KPILibrary.cards.filter { card in
            wanted.isEmpty || card.assessed[asked.language].lowercased().contains(wanted)
                || card.title[asked.language].lowercased().contains(wanted)
        }
        return [
            .form(
                SectionForm(
                    name: "library-form", heading: asked.word(KPIWords.library),
                    text: [asked.word(KPIWords.libraryText)],
                    action: Addresses.of(["kpis"]), method: .get,
                    fields: [
                        .field(
                            FormField(
                                name: "position", label: asked.word(KPIWords.position),
                                hint: asked.word(KPIWords.positionHint), isOptional: true,
                                control: .line(value: asked.query.text("position")), in: asked.language))
                    ], button: asked.word(KPIWords.show), isMain: false)),
            cards.isEmpty
                ? .notice(asked.word(KPIWords.noCard), .info)
                : .table(
                    DataTable(
                        name: "library", caption: asked.word(KPIWords.library),
                        columns: [
                            Column(asked.word(PlanWords.figure)), Column(asked.word(KPIWords.code)),
                            Column(asked.word(KPIWords.assessed)), Column(asked.word(KPIWords.formula)),
                        ],
                        rows: cards.map { card in
                            TableRow(
                                .text(card.title[asked.language]),
                                [
                                    .text(card.code), .text(card.assessed[asked.language]),
                                    .text(card.formula ?? card.whyNoFormula?[asked.language] ?? "—"),
                                ])
                        }, language: asked.language)),
        ]
    }

    // MARK: One of them

    static let show: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        guard let number = company.metric(named: asked.part("kpi")) else { throw Problem.absent }
        let card = KPICardModel(asked: asked, company: company, metric: company.metrics[number])
        var page = PlanPage(
            title: card.metric.title[asked.language],
            path: [
                NavigationItem(asked.word(PlanWords.plans), Addresses.of(["plans"])),
                NavigationItem(asked.word(PlanWords.kpis), Addresses.of(["kpis"])),
            ], lead: card.metric.card.meaning?[asked.language])
        page.parts = try await figures(card, permit.reader.person, cycle)
        page.parts.append(card.summary)
        page.parts += card.libraryCard
        return asked.page(page)
    }

    /// The reader's own figures; whoever has no assignment has none.
    private static func figures(_ card: KPICardModel, _ person: String, _ cycle: PayCycle) async throws -> [PlanPart] {
        let own = try await OwnKPIFigures(card.metric, of: person, card.company, cycle, card.asked.site)
        return own.map { card.figures($0.points, withReports: $0.withReports, rank: $0.rank) } ?? []
    }
}

/// Makes the parts of a figure's card.
struct KPICardModel {
    let asked: Asked
    let company: CompanyModel
    let metric: Metric

    private var language: PageLanguage { asked.language }
    private var words: FormulaWords { FormulaWords(model: company, language: language) }

    /// What stands on the card, in the order in which it is asked.
    var summary: PlanPart {
        let text = KPIText(company, language)
        let card = metric.card
        var rows = [SummaryRow(asked.word(PlanWords.formula), .name(text.formula(metric, words), nil))]
        func add(_ name: Words, _ value: String?) {
            if let value, !value.isEmpty { rows.append(SummaryRow(asked.word(name), .name(value, nil))) }
        }
        if case .formula(let formula) = metric.source { add(KPIWords.asWritten, company.text(of: formula)) }
        add(PlanWords.unit, text.unit(metric))
        add(KPIWords.better, text.better(metric))
        add(KPIWords.source, sources)
        add(KPIWords.ifRises, card.ifRises?[language])
        add(KPIWords.ifFalls, card.ifFalls?[language])
        add(KPIWords.usedFor, card.usedFor?[language])
        add(KPIWords.assessed, card.assessed.joined(separator: ", "))
        add(KPIWords.periods, card.periods.joined(separator: ", "))
        add(KPIWords.owner, card.owner)
        add(KPIWords.controllability, card.controllability.map { words.percent($0) })
        add(KPIWords.maxAge, card.maxAge.map { PlanWords.time(.day).text($0, in: language) })
        add(KPIWords.code, metric.libraryCode)
        return .section(.summary(name: "card", heading: asked.word(KPIWords.card), rows))
    }

    /// The kinds of events that it is counted over, also through other figures.
    private var sources: String? {
        guard case .formula(let formula) = metric.source else { return asked.word(KPIWords.entered) }
        var seen: Set<Int> = []
        let kinds = events(formula, &seen).sorted().map { company.eventKinds[$0].title[language] }
        return kinds.isEmpty ? nil : kinds.joined(separator: ", ")
    }

    private func events(_ formula: Checked<Measure>, _ seen: inout Set<Int>) -> Set<Int> {
        formula.references.reduce(into: []) { kinds, reference in
            switch reference {
            case .aggregate(let number): kinds.insert(company.aggregates[number].event)
            case .metric(let number):
                guard seen.insert(number).inserted, case .formula(let inner) = company.metrics[number].source else {
                    return
                }
                kinds.formUnion(events(inner, &seen))
            case .window(_, let inner), .subject(_, let inner): kinds.formUnion(events(inner, &seen))
            case .target, .person, .parameter, .days, .workingDays, .variable: break
            }
        }
    }

    /// The card of the library that it was taken from.
    var libraryCard: [PlanPart] {
        guard let card = metric.libraryCode.flatMap(KPILibrary.card) else { return [] }
        return [
            .clause(
                name: "library", heading: asked.word(KPIWords.library) + ": " + card.code,
                lines: [card.title[language], card.meaning[language], card.assessed[language], card.formula ?? ""]
                    .filter { !$0.isEmpty }, table: nil)
        ]
    }

    // MARK: Figures

    /// The figure of the last period with its target, and twelve periods as a drawing.
    func figures(
        _ points: [KPIFigures.Point], withReports: Bool, rank: (place: Int, of: Int)?
    ) -> [PlanPart] {
        guard let last = points.last else { return [] }
        let amounts = Amounts(currency: company.currency, language: language)
        let period = PeriodNames.title(last.period.description, language)
        let actual =
            last.actual.value.map { amounts.amount($0, metric.unit) }
            ?? amounts.absent(last.actual.reason?.text[language] ?? "")
        let target =
            last.target.value.map { amounts.amount($0, metric.unit) }
            ?? amounts.absent(last.target.reason?.text[language] ?? "")
        var rows = [
            SummaryRow(
                asked.word(KPIWords.actual) + ", " + period, .amount(actual),
                note: last.actual.reason?.text[language] ?? (withReports ? asked.word(KPIWords.withReports) : nil)),
            SummaryRow(
                asked.word(KPIWords.target) + ", " + period, .amount(target), note: last.target.reason?.text[language]),
        ]
        if let rank {
            rows.append(
                SummaryRow(
                    asked.word(KPIWords.rank), .text(asked.word(KPIWords.place(rank.place, rank.of))),
                    note: asked.word(KPIWords.rankText)))
        }
        return [.section(.summary(name: "own", heading: asked.word(KPIWords.mine), rows))]
            + [trend(points)].compactMap(\.self)
    }

    private func trend(_ points: [KPIFigures.Point]) -> PlanPart? {
        let shown = points.map { point in
            Trend.Period(
                PeriodNames.heading(point.period.description, language), value: figure(point.actual),
                target: figure(point.target))
        }
        guard points.count(where: { $0.actual.value != nil }) > 1,
            let chart = try? Trend(title: asked.word(PlanWords.period), periods: shown, suffix: suffix)
        else { return nil }
        let title = metric.title[language]
        return .chart(
            name: "trend", heading: asked.word(KPIWords.trend),
            ChartFigure(
                name: "trend", finding: title + ": " + asked.word(KPIWords.trend).lowercased(),
                description: asked.word(KPIWords.trendAbout),
                caption: title + ", " + KPIText(company, language).unit(metric),
                chart: chart, in: language))
    }

    private var suffix: String? { metric.unit.isPercent ? "%" : nil }

    /// A value for a drawing: percentages in hundredths, at most two decimals.
    private func figure(_ outcome: Outcome<FixedDecimal>) -> Figure? {
        guard let value = outcome.value,
            let shown = try? (metric.unit.isPercent ? value.multiplied(by: 100) : value).rounded(toPlaces: 2)
        else { return nil }
        return Figure(units: shown.raw / 100_000_000_000_000, places: 2)
    }
}
