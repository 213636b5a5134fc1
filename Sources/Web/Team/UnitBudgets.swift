internal import Calculation
internal import Company
internal import Formulas
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// What the people of units are paid against what was set aside for them.
///
/// A unit's budget is its target of the metric `pay_budget`, in the company's currency; where a company has no such metric, nothing is
/// said of budgets.
struct UnitBudgets {
    /// The name of the metric.
    static let metric = "pay_budget"

    private let asked: Asked
    /// The reader's people, and himself: his pay is of his unit too.
    private let team: TeamInPeriod
    private let model: CompanyModel
    private let evaluator: MeasureEvaluator
    private let metric: Int

    /// A unit that has a budget.
    private struct Row {
        let unit: Int32
        let budget: FixedDecimal
        /// What its people have; nil where the reader may not know of all of them.
        let earned: Int128?
    }

    /// - Returns: `nil` for a company without such a metric.
    init?(_ asked: Asked, _ team: TeamInPeriod, _ model: CompanyModel, _ source: any AggregateSource) {
        guard let metric = model.metric(named: Self.metric),
            model.metrics[metric].unit == MetricUnit(.money(model.currency))
        else { return nil }
        self.asked = asked
        self.model = model
        self.metric = metric
        evaluator = MeasureEvaluator(model, source)
        var people = team.people
        if let reader = asked.reader?.person, let own = team.company.people.number(of: reader), people[own] == nil {
            let days = team.company.organisation.assignments(of: own, in: team.period.range).map(\.days)
            if !days.isEmpty { people[own] = days }
        }
        self.team = TeamInPeriod(period: team.period, people: people, company: team.company)
    }

    /// The table; none where no unit of the team has a budget.
    var parts: [PlanPart] {
        get throws {
            let rows = try rows
            return rows.isEmpty ? [] : [.section(.table(table(rows)))]
        }
    }

    private var language: PageLanguage { asked.language }
    private var amounts: Amounts { Amounts(currency: model.currency, language: language) }

    private var rows: [Row] {
        get throws {
            let earnings = try TeamEarnings(asked: asked, team: team)
            let seen = Set(team.people.keys.map { team.company.people.id($0) })
            return (0..<Int32(model.units.count)).compactMap { unit in
                let people = self.people(of: unit)
                guard people.contains(where: seen.contains),
                    let budget = evaluator.target(metric, in: EvaluationContext(.unit(unit), team.period)).value
                else { return nil }
                let isWhole = people.allSatisfy(seen.contains)
                return Row(
                    unit: unit, budget: budget,
                    earned: isWhole ? people.reduce(Int128(0)) { $0 + (earnings.sums[$1] ?? 0) } : nil)
            }
        }
    }

    /// Those who were last in the unit or below it, by identifier; whoever has moved within the period counts where he is.
    private func people(of unit: Int32) -> [String] {
        let inside = Set(model.organisation.unitWithSubunits(unit))
        return (0..<Int32(model.people.count)).filter { person in
            let held = model.organisation.assignments(of: person, in: team.period.range)
            return held.last.map { inside.contains($0.assignment.unit) } ?? false
        }.map { model.people.id($0) }
    }

    private func table(_ rows: [Row]) -> DataTable {
        DataTable(
            name: "budgets", caption: asked.word(TeamCompareWords.budgets) + ", " + model.currency.code,
            columns: [
                Column(asked.word(TeamWords.unit)), Column(asked.word(TeamCompareWords.budget), figures: true),
                Column(asked.word(TeamWords.earned), figures: true),
                Column(asked.word(TeamCompareWords.leftOfBudget), figures: true),
            ],
            rows: rows.map { row in
                let budget = minorUnits(row.budget)
                return TableRow(
                    .name(model.units.title(row.unit)[language], TeamPages.unit(model.units.id(row.unit), team)),
                    [
                        .amount(amounts.money(budget)),
                        .amount(row.earned.map { amounts.money($0) } ?? notAll),
                        .amount(row.earned.map { amounts.money(budget - $0) } ?? notAll),
                    ])
            }, language: language)
    }

    private var notAll: Amount { amounts.absent(asked.word(TeamCompareWords.notAllYours)) }

    private func minorUnits(_ value: FixedDecimal) -> Int128 {
        let power = (0..<model.currency.minorDigits).reduce(Int128(1)) { power, _ in power * 10 }
        return ((try? value.rounded(toPlaces: model.currency.minorDigits)) ?? value).raw
            / (FixedDecimal.one.raw / power)
    }
}
