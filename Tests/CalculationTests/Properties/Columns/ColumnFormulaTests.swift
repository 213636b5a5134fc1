import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

/// What a formula gives a person is said by ``MeasureEvaluator``; in columns it has to give the same, and nothing exactly where
/// nothing is computable.
@Suite("Property: formulas in columns and person by person")
struct ColumnFormulaTests {
    @Test("the numbers of every metric are the same", arguments: RandomBusiness.seeds)
    func numbers(seed: UInt64) async throws {
        var business = try await RandomBusiness(seed: seed)
        let formulas = business.model.metrics.compactMap { metric -> Checked<Measure>? in
            if case .formula(let formula) = metric.source { formula } else { nil }
        }
        try compare(&business, formulas) { blocks, formula, people in
            let block = blocks.numbers(formula, people)
            return (0..<people.count).map { block.isMissing($0) ? "-" : block[$0].description }
        } single: { evaluator, formula, context in
            evaluator.number(formula, in: context).value.text
        }
    }

    @Test("the answers of every condition are the same", arguments: RandomBusiness.seeds)
    func flags(seed: UInt64) async throws {
        var business = try await RandomBusiness(seed: seed)
        let conditions = business.model.plans.flatMap(\.components).map(\.modifiers).flatMap {
            [$0.condition, $0.gate?.condition].compactMap { $0 }
        }
        try compare(&business, conditions) { blocks, formula, people in
            let block = blocks.flags(formula, people)
            return (0..<people.count).map { block.isMissing($0) ? "-" : "\(block.flags[$0])" }
        } single: { evaluator, formula, context in
            evaluator.flag(formula, in: context).value.map { "\($0)" } ?? "-"
        }
    }

    private func compare(
        _ business: inout RandomBusiness, _ formulas: [Checked<Measure>],
        block: (BlockEvaluator, Checked<Measure>, PeopleContext) -> [String],
        single: (MeasureEvaluator, Checked<Measure>, EvaluationContext) -> String
    ) throws {
        let blocks = BlockEvaluator(business.lines)
        let evaluator = MeasureEvaluator(business.model, business.plain)
        var differences: [String] = []
        for _ in 0..<5 {
            let period = business.period()
            let plan = business.random.pick(business.model.plans)
            var days = period.range
            if business.random.chance(25) {
                let start = days.from.adding(days: business.random.integer(0...10)) ?? days.from
                let end = start.adding(days: business.random.integer(1...18)) ?? start
                days = DayRange(from: start, clampingUntil: end)
            }
            var context = EvaluationContext(.company, days: days, period: period, audience: plan.audience)
            context.dayCount = plan.proration
            let chosen = (0..<Int32(business.model.people.count)).filter { _ in business.random.chance(80) }
            let people = PeopleContext(people: chosen, context: context)
            blocks.begin()
            for formula in formulas {
                let values = block(blocks, formula, people)
                for row in 0..<people.count {
                    let expected = single(evaluator, formula, people.context(of: row))
                    guard values[row] != expected else { continue }
                    differences.append(
                        "\(business.model.text(of: formula)) of \(chosen[row]) \(period) \(days): \(values[row]), not \(expected)"
                    )
                }
            }
        }
        #expect(differences.isEmpty, "\(business.report(differences))")
    }
}
