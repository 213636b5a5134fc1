internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The formulas of a plan's period, to be evaluated for one member after the other.
///
/// A change asks for few people and many periods: the steps are those of blocks of people, in a batch of one, and what events do
/// not decide is known for every member.
final class PersonProgram {
    /// The steps, which blocks of the period's members may use too.
    let program: PeopleProgram
    private let batch: PeopleBatch
    private let blocks: BlockEvaluator
    private(set) var contexts: [PeopleContext]

    /// A program without formulas for the blocks of a period's members.
    init(_ blocks: BlockEvaluator, _ contexts: [PeopleContext]) {
        self.blocks = blocks
        self.contexts = contexts
        program = PeopleProgram(blocks.people, contexts.first?.context ?? EvaluationContext(.company, .all))
        batch = PeopleBatch(program)
    }

    // MARK: Formulas

    /// The step of a formula in the plan's own context; `nil` when nobody is in a block.
    func compile(_ formula: Checked<Measure>) -> Int? {
        if contexts.isEmpty { return nil }
        defer { knowAnswers() }
        return program.compile(formula)
    }

    /// The step of a metric; `nil` when it has no formula.
    func compile(metric: Int) -> Int? {
        if contexts.isEmpty { return nil }
        defer { knowAnswers() }
        return program.compile(metric: metric)
    }

    func add(_ step: PeopleStep) -> Int { program.add(step) }

    /// Asks for every member what events do not decide, as far as it is not known.
    private func knowAnswers() {
        for place in batch.known.count..<program.questions.count { batch.known.append(answers(place)) }
    }

    /// What a question gives all members; `nil` when events decide it.
    private func answers(_ place: Int) -> LiveMetric? {
        let question = program.questions[place]
        if question.asksEvents { return nil }
        let own = program.places[question.place]
        return LiveMetric(
            NumberBlock(
                joining: contexts.map { block in
                    let people = PeopleContext(
                        people: block.people, number: block.number, scope: own.scope, context: own.context)
                    return blocks.people.answers(question, people, [:])
                }))
    }

    // MARK: Members

    /// Turns to a member, by row and number; what was known of the one before is forgotten.
    func turn(to row: Int, _ person: Int32) { batch.turn(to: row, person) }

    /// What a step gives for the member.
    func value(_ step: Int) -> PersonNumber { PersonNumber(batch.numbers(step)) }

    /// Leaves only some rows, those of the people who are in the blocks now.
    func keep(_ rows: [Int], _ contexts: [PeopleContext]) {
        self.contexts = contexts
        for place in batch.known.indices { batch.known[place] = batch.known[place]?.inOrder(rows) }
    }

    /// Asks anew for a member what events do not decide; for everybody when `row` is `nil`.
    func refreshColumns(_ row: (row: Int, person: Int32)?) {
        for place in batch.known.indices where batch.known[place] != nil {
            guard let (row, person) = row else {
                batch.known[place] = answers(place)
                continue
            }
            batch.turn(to: row, person)
            let answer = batch.answers(program.questions[place])
            _ = batch.known[place]?.put(PersonNumber(answer.isMissing(0) ? nil : answer[0]), at: row)
        }
    }
}
