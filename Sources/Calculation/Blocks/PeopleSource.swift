internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Where the steps of formulas over people read.
final class PeopleSource {
    let evaluator: MeasureEvaluator
    @exclusivity(unchecked) private(set) var model: CompanyModel
    let lines: LineEngine
    /// What is recorded of people.
    @exclusivity(unchecked) private(set) var records: RecordGrids
    /// Figures of everybody with what is below him.
    var rollups: [RollupKey: RollupSums] = [:]

    init(_ lines: LineEngine) {
        self.lines = lines
        model = lines.model
        records = lines.records
        evaluator = MeasureEvaluator(lines.model, lines)
    }

    /// Goes on with the company after other assignments.
    func follow(_ changed: CompanyModel) {
        model = changed
        records.follow(changed)
        evaluator.follow(changed)
    }

    // MARK: Questions

    /// What a question gives each of some people; answers are 1 and 0.
    func answers(
        _ question: PeopleQuestion, _ people: PeopleContext, _ variables: [Variable: NumberBlock]
    ) -> NumberBlock {
        switch question.way {
        case .company:
            return NumberBlock(ask(question.formula, in: people.context, [:]), count: people.count)
        case .unit: return ofUnits(question.formula, people)
        case .each:
            return recorded(question.formula, people)
                ?? NumberBlock(
                    (0..<people.count).map { row in
                        let own = variables.compactMapValues { $0.isMissing(row) ? nil : $0[row] }
                        return ask(question.formula, in: people.context(of: row), own)
                    })
        }
    }

    /// What a question gives one person, who is not looked up.
    func ask(
        _ formula: Checked<Measure>, in context: EvaluationContext, _ variables: [Variable: FixedDecimal]
    ) -> FixedDecimal? {
        switch evaluator.evaluate(formula, in: context, variables: variables).value {
        case .number(let number): number
        case .flag(let answer): answer ? .one : .zero
        case .text, .day, .empty, nil: nil
        }
    }

    /// What is recorded plainly of all the people; `nil` when another rule has to be followed.
    private func recorded(_ formula: Checked<Measure>, _ people: PeopleContext) -> NumberBlock? {
        switch formula.node {
        case .reference(.target(let metric)):
            let isChanged = evaluator.recordedChanges?.concern(target: metric, people.context.period) ?? false
            return isChanged ? nil : records.targets(metric, people, isAdditive: evaluator.isAdditive[metric])
        case .reference(.person(let field)) where formula.type.unit != nil:
            return records.personField(field, people)
        case .number, .text, .day, .flag, .reference, .negation, .not, .binary, .emptiness, .conditional, .function:
            return nil
        }
    }

    /// A figure of each person's unit, evaluated once for each unit.
    private func ofUnits(_ formula: Checked<Measure>, _ people: PeopleContext) -> NumberBlock {
        var known: [Int32: FixedDecimal?] = [:]
        return NumberBlock(
            (0..<people.count).map { row -> FixedDecimal? in
                let context = people.context(of: row)
                guard case .unit(let unit)? = evaluator.resolve(.unit, in: context) else { return nil }
                if let number = known[unit] { return number }
                let number = ask(formula, in: context.with(subject: .unit(unit)), [:])
                known[unit] = .some(number)
                return number
            })
    }
}
