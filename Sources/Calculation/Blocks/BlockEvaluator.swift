internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Evaluates formulas for blocks of people, by the steps of a ``PeopleProgram``.
///
/// It gives what ``MeasureEvaluator`` gives for each of them; of what is missing it knows only that it is.
final class BlockEvaluator {
    let people: PeopleSource
    @exclusivity(unchecked) private var batch: PeopleBatch?

    var evaluator: MeasureEvaluator { people.evaluator }
    var model: CompanyModel { people.model }
    var source: LineEngine { people.lines }

    init(_ source: LineEngine) {
        people = PeopleSource(source)
    }

    /// Forgets what was known of the blocks before: called whenever blocks are numbered anew.
    ///
    /// - Parameter program: What has formulas of the blocks to come already.
    func begin(_ program: PeopleProgram? = nil) {
        if let program, batch?.program !== program { batch = PeopleBatch(program) }
        batch?.forget()
    }

    /// The numbers of a formula.
    func numbers(
        _ formula: Checked<Measure>, _ people: PeopleContext, _ variables: [Variable: NumberBlock] = [:]
    ) -> NumberBlock {
        let batch = batch(for: people.context)
        return NumberBlock(numbers(batch.program.compile(formula), batch, people, variables))
    }

    /// The answers of a formula.
    func flags(_ formula: Checked<Measure>, _ people: PeopleContext) -> FlagBlock {
        let batch = batch(for: people.context)
        return FlagBlock(NumberBlock(numbers(batch.program.compile(formula), batch, people, [:])))
    }

    /// The numbers of a metric; `nil` when it has no formula.
    func metric(_ number: Int, _ people: PeopleContext) -> NumberBlock? {
        let batch = batch(for: people.context)
        return batch.program.compile(metric: number).map { NumberBlock(numbers($0, batch, people, [:])) }
    }

    private func numbers(
        _ step: Int, _ batch: PeopleBatch, _ people: PeopleContext, _ variables: [Variable: NumberBlock]
    ) -> PeopleNumbers {
        batch.turn(to: people)
        batch.put(variables)
        return batch.numbers(step)
    }

    /// The numbers of people by formulas of a context.
    private func batch(for context: EvaluationContext) -> PeopleBatch {
        if let batch, batch.program.places.first?.context == context { return batch }
        let other = PeopleBatch(PeopleProgram(people, context))
        batch = other
        return other
    }
}
