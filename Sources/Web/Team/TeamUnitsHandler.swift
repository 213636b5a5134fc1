internal import Calculation
internal import Charts
internal import Company
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// Units of a team beside each other on figures that their sizes do not decide, and the people of one of them.
enum TeamUnitsHandler {
    static func page(_ asked: Asked, _ team: TeamInPeriod) async throws -> Answer {
        let known = try await asked.site.asked.companyNow(try asked.site.company.cycle())
        let units = TeamUnits(asked: asked, team: team, model: known.company.model, source: known.source)
        var page = PlanPage(
            title: asked.word(TeamCompareWords.units) + ", "
                + PeriodNames.title(team.period.description, asked.language),
            path: TeamPages.path(asked, team), lead: asked.word(TeamCompareWords.unitsLead))
        let budgets = UnitBudgets(asked, team, known.company.model, known.source)
        page.parts = [TeamPages.views(asked, team, at: "units")] + (try budgets?.parts ?? []) + (try units.parts)
        return asked.page(page)
    }

    /// The people of a unit and those below it, of whom the reader may know; a unit without any is not there.
    static let unit: @Sendable (Asked, Permit<TeamInPeriod>) async throws -> Answer = { asked, permit in
        let (team, unit) = (permit.subject, asked.part("unit"))
        let own = try inside(unit, team)
        let title = team.company.units.number(of: unit).map { team.company.units.title($0)[asked.language] }
        return asked.page(try TeamHandler.page(asked, own, title: title ?? unit, path: TeamPages.path(asked, team)))
    }

    /// The people of a team who were in a unit or below it.
    ///
    /// - Throws: ``Problem/absent`` for a unit without any.
    static func inside(_ name: String, _ team: TeamInPeriod) throws -> TeamInPeriod {
        guard let unit = team.company.units.number(of: name) else { throw Problem.absent }
        let inside = Set(team.company.organisation.unitWithSubunits(unit))
        let people = team.people.filter { person, _ in
            team.company.organisation.assignments(of: person, in: team.period.range).contains {
                inside.contains($0.assignment.unit)
            }
        }
        guard !people.isEmpty else { throw Problem.absent }
        return TeamInPeriod(period: team.period, people: people, company: team.company)
    }
}

/// Makes the parts of the comparison of units.
private struct TeamUnits {
    let asked: Asked
    let team: TeamInPeriod
    let model: CompanyModel
    let source: PersonalEngine

    private var language: PageLanguage { asked.language }
    private var words: FormulaWords { FormulaWords(model: model, language: language) }
    private var amounts: Amounts { Amounts(currency: model.currency, language: language) }

    /// A unit with what its people come to.
    private struct Unit {
        let unit: Int32
        var people: Set<Int32> = []
        /// Σ share of full time × share of the period's days.
        var fullTime = FixedDecimal.zero
        var attainments: [FixedDecimal] = []
        var earned: Int128 = 0
    }

    var parts: [PlanPart] {
        get throws {
            let all = try units
            let shown = all.filter { $0.people.count >= KPIFigures.fewest }
            let hidden = all.count - shown.count
            var parts: [PlanPart] =
                shown.isEmpty ? [] : [.section(.table(table(shown)))] + [chart(shown)].compactMap(\.self)
            if hidden > 0 || shown.isEmpty {
                parts.append(
                    .section(
                        .panel(
                            StatePanel(
                                .empty, heading: asked.word(TeamCompareWords.hiddenUnits(hidden)),
                                text: asked.word(TeamCompareWords.hiddenText)))))
            }
            return parts
        }
    }

    private var units: [Unit] {
        get throws {
            var units: [Int32: Unit] = [:]
            let attainments = attainments
            let earned = try TeamEarnings(asked: asked, team: team).sums
            for number in team.people.keys {
                let id = team.company.people.id(number)
                guard let person = model.people.number(of: id) else { continue }
                let held = model.organisation.assignments(of: person, in: team.period.range)
                guard let last = held.last?.assignment.unit else { continue }
                var unit = units[last] ?? Unit(unit: last)
                unit.people.insert(person)
                for (assignment, days) in held {
                    let part = try assignment.share.multiplied(
                        by: FixedDecimal(days.count), dividedBy: FixedDecimal(team.period.range.count))
                    unit.fullTime = try unit.fullTime.adding(part)
                }
                if let attainment = attainments[person] { unit.attainments.append(attainment) }
                unit.earned += earned[id] ?? 0
                units[last] = unit
            }
            return units.values.sorted { $0.unit < $1.unit }
        }
    }

    /// How far each has come with the first component of his plans that has a target.
    private var attainments: [Int32: FixedDecimal] {
        let reader = StandingReader(model, source)
        let last = team.period.range.until.adding(days: -1) ?? team.period.range.from
        let people = Set(team.people.keys.compactMap { model.people.number(of: team.company.people.id($0)) })
        var attainments: [Int32: FixedDecimal] = [:]
        for (number, plan) in model.plans.enumerated() {
            guard let period = model.calendar.period(plan.period, containing: last) else { continue }
            for (person, standings) in reader.standings(of: number, in: period, people: people)
            where attainments[person] == nil {
                attainments[person] = standings.lazy.compactMap(\.attainment).first
            }
        }
        return attainments
    }

    private func table(_ units: [Unit]) -> DataTable {
        DataTable(
            name: "units", caption: asked.word(TeamCompareWords.units) + ", " + model.currency.code,
            columns: [
                Column(asked.word(TeamWords.unit)), Column(asked.word(PlanWords.people), figures: true),
                Column(asked.word(TeamCompareWords.fullTime), figures: true),
                Column(asked.word(TeamCompareWords.medianAttainment), figures: true),
                Column(asked.word(TeamWords.earned), figures: true),
                Column(asked.word(TeamCompareWords.perFullTime), figures: true),
            ],
            rows: units.map { unit in
                TableRow(
                    .name(model.units.title(unit.unit)[language], TeamPages.unit(model.units.id(unit.unit), team)),
                    [
                        .text(FigureTexts.count(unit.people.count, language)),
                        .amount(.words(words.figure(rounded(unit.fullTime, 2), MetricUnit(.plain)))),
                        .amount(
                            median(unit.attainments).map { .words(words.percent(rounded($0, 3))) }
                                ?? .absent(reason: asked.word(TeamCompareWords.noTarget), address: nil)),
                        .amount(amounts.money(unit.earned)),
                        .amount(
                            perFullTime(unit).map { amounts.money($0) }
                                ?? amounts.absent(asked.word(TeamCompareWords.nobody))),
                    ])
            },
            totals: [
                TableRow(
                    .text(asked.word(TeamWords.total)),
                    [
                        .text(FigureTexts.count(units.reduce(0) { $0 + $1.people.count }, language)), .empty, .empty,
                        .amount(amounts.money(units.reduce(Int128(0)) { $0 + $1.earned })), .empty,
                    ])
            ], language: language)
    }

    private func rounded(_ value: FixedDecimal, _ places: Int) -> FixedDecimal {
        (try? value.rounded(toPlaces: places)) ?? value
    }

    /// The middle one; of an even number the mean of the two in the middle.
    private func median(_ values: [FixedDecimal]) -> FixedDecimal? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return sorted[middle] }
        return try? sorted[middle - 1].adding(sorted[middle]).divided(by: 2)
    }

    private func perFullTime(_ unit: Unit) -> Int128? {
        guard unit.fullTime > .zero, let earned = Int64(exactly: unit.earned),
            let amount = try? FixedDecimal(minorUnits: earned, places: model.currency.minorDigits),
            let each = try? amount.divided(by: unit.fullTime),
            let money = try? Money(rounding: each, in: model.currency)
        else { return nil }
        return Int128(money.minorUnits)
    }

    private func chart(_ units: [Unit]) -> PlanPart? {
        guard units.count > 1,
            let chart = try? BarChart(
                title: asked.word(TeamWords.unit), names: units.map { model.units.title($0.unit)[language] },
                series: [
                    BarChart.Series(
                        asked.word(TeamCompareWords.medianAttainment),
                        units.map { unit in
                            median(unit.attainments).flatMap { share in
                                (try? share.multiplied(by: 100).rounded(toPlaces: 1)).flatMap {
                                    Figure(units: $0.raw / 1_000_000_000_000_000, places: 1)
                                }
                            }
                        })
                ], suffix: "%")
        else { return nil }
        return .chart(
            name: "units-chart", heading: asked.word(TeamCompareWords.medianAttainment),
            ChartFigure(
                name: "units-chart", finding: asked.word(TeamCompareWords.unitsChart),
                description: asked.word(TeamCompareWords.unitsAbout),
                caption: asked.word(TeamCompareWords.medianAttainment),
                chart: chart, in: language))
    }
}
