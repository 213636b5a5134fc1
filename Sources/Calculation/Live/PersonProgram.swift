internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// The formulas of a plan's period compiled to steps, to be evaluated for one member after the other.
///
/// A change asks for few people and many periods, where walking a formula and making arrays of one number costs more than
/// the arithmetic. What days a window looks at, and where a figure is kept, is known beforehand; what events do not decide is
/// known for every member. It gives what ``BlockEvaluator`` gives, and asks it for whatever there is no step for.
final class PersonProgram {
    // Accesses are not checked at run time: one thread compiles, then evaluates, and nothing is changed while it is read.

    /// A part of a formula; numbers are those of earlier steps, or places in the program's tables.
    enum Step {
        case constant(Int)
        /// What events do not decide.
        case column(Int)
        case figure(Int)
        case rollup(Int)
        /// What is asked of the evaluator of blocks.
        case asked(Int)
        case combine(BinaryOperator.Arithmetic, Int, Int)
        case compare(BinaryOperator.Comparison, Int, Int)
        case decide(BinaryOperator.Connective, Int, Int)
        case not(Int)
        case choice(Int, Int, Int)
        case instead(Int, Int)
        case extreme(smaller: Bool, Int, Int)
        case rounded(Int, DecimalPlaces, Rounding)
        /// To multiples of what a step gives, which is above zero.
        case multiple(Int, of: Int, Rounding)
    }

    /// A part of a formula in a frame, for the evaluator of blocks.
    struct Question {
        let formula: Checked<Measure>
        let people: PeopleFrame
    }

    /// What events do not decide, for every member.
    struct Column {
        let question: Question
        var values: LiveMetric
    }

    /// Sums from the bottom of the organisation, and what to ask where they do not answer.
    struct Rollup {
        let sums: RollupSums
        let asked: Int
    }

    let blocks: BlockEvaluator
    private(set) var frames: [PeopleFrame]
    @exclusivity(unchecked) var steps: [Step] = []
    @exclusivity(unchecked) var constants: [PersonNumber] = []
    @exclusivity(unchecked) var columns: [Column] = []
    @exclusivity(unchecked) var figures: [LineEngine.KeptCells] = []
    @exclusivity(unchecked) var rollups: [Rollup] = []
    var questions: [Question] = []
    /// Metrics and figures that have steps already.
    var metrics: [BlockEvaluator.MetricKey: Int] = [:]
    var leaves: [Leaf: Int] = [:]

    /// A figure out of events in a frame.
    struct Leaf: Hashable {
        let aggregate: Int
        let scope: PeopleFrame.Scope
        let days: DayRange
    }

    /// What the steps gave for the member, each in its round.
    @exclusivity(unchecked) private var known: [PersonNumber] = []
    @exclusivity(unchecked) private var rounds: [UInt32] = []
    @exclusivity(unchecked) private var round: UInt32 = 0
    @exclusivity(unchecked) private var row = 0
    @exclusivity(unchecked) private var person: Int32 = 0

    /// A program without formulas for the blocks of a period's members.
    init(_ blocks: BlockEvaluator, _ frames: [PeopleFrame]) {
        self.blocks = blocks
        self.frames = frames
    }

    /// Turns to a member, by row and number; what was known of the one before is forgotten.
    func turn(to row: Int, _ person: Int32) {
        self.row = row
        self.person = person
        if rounds.count < steps.count || round == .max {
            known = [PersonNumber](repeating: .none, count: steps.count)
            rounds = [UInt32](repeating: 0, count: steps.count)
            round = 0
        }
        round += 1
    }

    /// What a step gives for the member.
    func value(_ step: Int) -> PersonNumber {
        if rounds[step] == round { return known[step] }
        let value = computed(steps[step])
        known[step] = value
        rounds[step] = round
        return value
    }

    private func computed(_ step: Step) -> PersonNumber {
        switch step {
        case .constant(let place): return constants[place]
        case .column(let place): return columns[place].values.number(row)
        case .figure(let place):
            return PersonNumber(units: figures[place].units(of: person), scale: figures[place].scale)
        case .rollup(let place):
            let rollup = rollups[place]
            guard let sum = rollup.sums.sum(person) else { return ask(questions[rollup.asked]) }
            return PersonNumber(units: sum, scale: rollup.sums.scale)
        case .asked(let place): return ask(questions[place])
        case .combine(let operation, let left, let right): return .combine(operation, value(left), value(right))
        case .compare(let operation, let left, let right): return .compare(operation, value(left), value(right))
        case .decide(let operation, let left, let right): return .decide(operation, value(left), value(right))
        case .not(let operand):
            let answer = value(operand)
            return answer.isMissing ? .none : PersonNumber(!answer.isTrue)
        case .choice(let condition, let first, let second):
            let answer = value(condition)
            return answer.isMissing ? .none : value(answer.isTrue ? first : second)
        case .instead(let first, let second):
            let number = value(first)
            return number.isMissing ? value(second) : number
        case .extreme(let smaller, let left, let right): return .extreme(smaller, value(left), value(right))
        case .rounded(let operand, let places, let mode): return value(operand).rounded(to: places, mode)
        case .multiple(let operand, let step, let mode): return value(operand).rounded(toMultipleOf: value(step), mode)
        }
    }

    /// Leaves only some rows, those of the people who are in the blocks now.
    func keep(_ rows: [Int], _ frames: [PeopleFrame]) {
        self.frames = frames
        for place in columns.indices { columns[place].values = columns[place].values.inOrder(rows) }
    }

    // MARK: Other evaluators

    private func ask(_ question: Question) -> PersonNumber {
        // A number of its own for everybody, so that what is known of one is not taken for another's.
        let people = PeopleFrame(
            people: [person], number: -1 - Int(person), scope: question.people.scope, frame: question.people.frame)
        if question.formula.type == .flag {
            let answer = blocks.flags(question.formula, people)
            return answer.isMissing(0) ? .none : PersonNumber(answer.flags[0])
        }
        let numbers = blocks.numbers(question.formula, people)
        return numbers.isMissing(0) ? .none : PersonNumber(numbers[0])
    }

    /// Computes anew for a member what events do not decide; for everybody when `row` is `nil`.
    func refreshColumns(_ row: (row: Int, person: Int32)?) {
        for place in columns.indices {
            let question = columns[place].question
            guard let (row, person) = row else {
                columns[place].values = Self.values(question, blocks, frames)
                continue
            }
            self.person = person
            _ = columns[place].values.put(ask(question), at: row)
        }
    }

    /// What a question gives for the members of all blocks.
    static func values(_ question: Question, _ blocks: BlockEvaluator, _ frames: [PeopleFrame]) -> LiveMetric {
        LiveMetric(
            NumberBlock(
                joining: frames.map { block in
                    let people = PeopleFrame(
                        people: block.people, number: block.number, scope: question.people.scope,
                        frame: question.people.frame)
                    guard question.formula.type == .flag else { return blocks.numbers(question.formula, people) }
                    let answers = blocks.flags(question.formula, people)
                    return NumberBlock(.narrow(answers.flags.map { $0 ? 1 : 0 }, scale: 0), missing: answers.missing)
                }))
    }
}
