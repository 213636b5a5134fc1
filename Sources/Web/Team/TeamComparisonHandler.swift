internal import Calculation
internal import Charts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// People of a team beside each other, like with like: on the same plan in the same position, and never fewer than five.
enum TeamComparisonHandler {
    static func page(_ asked: Asked, _ team: TeamInPeriod) async throws -> Answer {
        let known = try await asked.site.asked.companyNow(try asked.site.company.cycle())
        let comparison = TeamComparison(asked: asked, team: team, model: known.company.model, source: known.source)
        var page = PlanPage(
            title: asked.word(TeamCompareWords.title) + ", "
                + PeriodNames.title(team.period.description, asked.language),
            path: TeamPages.path(asked, team), lead: asked.word(TeamCompareWords.lead))
        page.parts = [TeamPages.views(asked, team, at: "compare")] + comparison.parts
        return asked.page(page)
    }
}

/// The pages about a team: where they are, and the ways between them.
enum TeamPages {
    static func address(_ team: TeamInPeriod, view: String?) -> Address {
        Addresses.of(
            ["team"],
            query: [(name: "period", value: team.period.description)] + (view.map { [(name: "view", value: $0)] } ?? [])
        )
    }

    static func unit(_ unit: String, _ team: TeamInPeriod) -> Address {
        Addresses.of(["team", unit], query: [(name: "period", value: team.period.description)])
    }

    static func path(_ asked: Asked, _ team: TeamInPeriod) -> [NavigationItem] {
        [NavigationItem(asked.word(SectionWords.team), address(team, view: nil))]
    }

    static func views(_ asked: Asked, _ team: TeamInPeriod, at view: String?) -> PlanPart {
        .section(.links(links(asked, team, at: view)))
    }

    static func links(_ asked: Asked, _ team: TeamInPeriod, at view: String?) -> [NavigationItem] {
        let views: [(Words, String?)] = [
            (SectionWords.team, nil), (TeamCompareWords.title, "compare"), (TeamCompareWords.units, "units"),
        ]
        return views.map { words, own in
            NavigationItem(asked.word(words), address(team, view: own), isCurrent: own == view)
        }
    }
}

/// Makes the parts of the comparison.
private struct TeamComparison {
    let asked: Asked
    let team: TeamInPeriod
    let model: CompanyModel
    let source: PersonalEngine

    private var language: PageLanguage { asked.language }
    private var words: FormulaWords { FormulaWords(model: model, language: language) }
    /// The most people of a group who are drawn.
    private static let most = 40
    private static let periodsOfTrend = 6

    var parts: [PlanPart] {
        // The company of now may have more people than that of the team's page: they go by their identifiers.
        let people = Set(team.people.keys.compactMap { model.people.number(of: team.company.people.id($0)) })
        let groups = Peers(model).groups(in: team.period, among: people)
        let shown = groups.filter { $0.people.count >= KPIFigures.fewest }
        let hidden = groups.count - shown.count
        var parts = shown.flatMap(part)
        if hidden > 0 || parts.isEmpty {
            parts.append(
                .section(
                    .panel(
                        StatePanel(
                            .empty, heading: asked.word(TeamCompareWords.hidden(hidden)),
                            text: asked.word(TeamCompareWords.hiddenText)))))
        }
        return parts
    }

    /// Somebody as he stands, by the component whose next step is nearest.
    private struct Standee {
        let person: Int32
        let standing: Standing
        /// What is left to the next step, as a share of the bound; nil once all are reached.
        let gap: FixedDecimal?
    }

    private func part(_ group: Peers.Group) -> [PlanPart] {
        let plan = model.plans[group.plan]
        let reader = StandingReader(model, source)
        let last = team.period.range.until.adding(days: -1) ?? team.period.range.from
        guard let period = model.calendar.period(plan.period, containing: last) else { return [] }
        let periods = (0..<Self.periodsOfTrend).reversed().compactMap { model.calendar.period(after: period, by: -$0) }
        let past = periods.map { reader.standings(of: group.plan, in: $0, people: Set(group.people)) }
        let standees = group.people.compactMap { person in past.last?[person].flatMap { nearest($0, person) } }.sorted {
            ($0.gap ?? .one, $0.person) < ($1.gap ?? .one, $1.person)
        }
        guard !standees.isEmpty else { return [] }
        let position = model.records(BuiltInKind.position).title(group.position)[language]
        let heading =
            plan.title[language] + ": " + position + ", " + TeamWords.people.text(group.people.count, in: language)
        let name = plan.name + "/" + model.records(BuiltInKind.position).id(group.position)
        return [
            .section(.table(table(standees, plan, name, heading))),
            .charts(
                name: "bullets/" + name, heading: heading,
                standees.prefix(Self.most).compactMap { standee in
                    bullet(standee, plan, name).map { chart in
                        (title: link(standee.person), note: next(standee, plan), chart: chart)
                    }
                }),
            .charts(
                name: "trends/" + name, heading: asked.word(TeamCompareWords.trends),
                standees.prefix(Self.most).compactMap { standee in
                    trend(standee, periods, past, plan, name).map {
                        (title: link(standee.person), note: "", chart: $0)
                    }
                }),
        ]
    }

    private func nearest(_ standings: [Standing], _ person: Int32) -> Standee? {
        let all = standings.map { standing in
            Standee(
                person: person, standing: standing,
                gap: standing.next.flatMap { next in
                    try? next.subtracting(standing.reached).divided(by: next)
                })
        }
        return all.filter { $0.gap != nil }.min { ($0.gap ?? .one) < ($1.gap ?? .one) } ?? all.first
    }

    private func link(_ person: Int32) -> NavigationItem {
        NavigationItem(
            model.people.title(person)[language], Addresses.pay(team.period.description, of: model.people.id(person)))
    }

    private func table(_ standees: [Standee], _ plan: Plan, _ name: String, _ heading: String) -> DataTable {
        DataTable(
            name: "standing/" + name, caption: heading,
            columns: [
                Column(asked.word(TeamWords.person)), Column(asked.word(TeamCompareWords.reached), figures: true),
                Column(asked.word(TeamCompareWords.attainment), figures: true),
                Column(asked.word(TeamCompareWords.next)),
            ],
            rows: standees.map { standee in
                let standing = standee.standing
                return TableRow(
                    .name(
                        model.people.title(standee.person)[language],
                        Addresses.pay(team.period.description, of: model.people.id(standee.person))),
                    [
                        .amount(.words(words.figure(standing.reached, standing.unit))),
                        .amount(
                            standing.attainment.map { .words(percent($0)) }
                                ?? .absent(reason: asked.word(TeamCompareWords.noTarget), address: nil)),
                        .text(next(standee, plan)),
                    ])
            }, language: language)
    }

    /// A share to a tenth of a per cent: what is compared is read, not paid.
    private func percent(_ share: FixedDecimal) -> String { words.percent((try? share.rounded(toPlaces: 3)) ?? share) }

    /// "Commission: 85 000.00 RUB to the step of 1 000 000.00 RUB".
    private func next(_ standee: Standee, _ plan: Plan) -> String {
        let standing = standee.standing
        let title = plan.components[standing.component].title[language]
        guard let next = standing.next, let left = try? next.subtracting(standing.reached) else {
            return standing.bounds.isEmpty ? title : title + ": " + asked.word(TeamCompareWords.allReached)
        }
        return title + ": "
            + asked.word(
                TeamCompareWords.left(words.figure(left, standing.unit), words.figure(next, standing.unit)))
    }

    private func bullet(_ standee: Standee, _ plan: Plan, _ name: String) -> ChartFigure? {
        StandingChart(
            standing: standee.standing, title: plan.components[standee.standing.component].title[language],
            language: language
        ).figure(name + "/" + model.people.id(standee.person))
    }

    private func trend(
        _ standee: Standee, _ periods: [Period], _ past: [[Int32: [Standing]]], _ plan: Plan, _ name: String
    ) -> ChartFigure? {
        let standing = standee.standing
        let points = zip(periods, past).map { period, standings in
            let own = standings[standee.person]?.first { $0.component == standing.component }
            let target = standing.isShare ? (own == nil ? nil : FixedDecimal.one) : own?.target
            return Trend.Period(
                PeriodNames.heading(period.description, language),
                value: own.flatMap { StandingChart.figure($0.reached, isShare: standing.isShare) },
                target: target.flatMap { StandingChart.figure($0, isShare: standing.isShare) })
        }
        let title = plan.components[standing.component].title[language]
        guard past.count(where: { $0[standee.person] != nil }) > 1,
            let chart = try? Trend(
                title: asked.word(PlanWords.period), periods: points, suffix: standing.isShare ? "%" : nil)
        else { return nil }
        return ChartFigure(
            name: "trend/" + name + "/" + model.people.id(standee.person), finding: title,
            description: asked.word(KPIWords.trendAbout),
            caption: title + (standing.isShare ? "" : ", " + standing.unit.unit.text(in: language.ofTexts)),
            chart: chart,
            in: language)
    }
}
