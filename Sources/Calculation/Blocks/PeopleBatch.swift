internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// The numbers that the steps of a program give for some people, or for one, computed when they are asked for.
///
/// Nothing is allocated while it computes but for what is asked of the evaluator of single people.
final class PeopleBatch {
    // Accesses are not checked at run time: one thread uses it.

    let program: PeopleProgram
    /// The people whose numbers these are.
    @exclusivity(unchecked) private var people: [Int32] = []
    /// The number of their block.
    private var number: Int?
    /// The metrics of the block that were computed when it was turned to before, by step; `nil` when it was not.
    @exclusivity(unchecked) private var metricsBefore: [Int: NumberBlock]?
    /// Those of other blocks, by number.
    private var others: [Int: [Int: NumberBlock]] = [:]
    @exclusivity(unchecked) private var variables: [Variable: NumberBlock] = [:]
    /// What is known beforehand of the answers to questions, by question; used for a single person, whose row it is.
    @exclusivity(unchecked) var known: [LiveMetric?] = []
    @exclusivity(unchecked) var row = 0

    @exclusivity(unchecked) private var narrow: UnsafeMutablePointer<Int64>
    @exclusivity(unchecked) private var wide: UnsafeMutablePointer<Int128>
    @exclusivity(unchecked) private var states: UnsafeMutablePointer<State>
    /// For how many steps and people there is room.
    @exclusivity(unchecked) private var room = (steps: 0, people: 0)
    @exclusivity(unchecked) private var round: UInt32 = 0

    /// In which round a step was computed, and what its numbers are like.
    private struct State {
        var round: UInt32 = 0
        var form = PeopleNumbers.Form()
    }

    /// Computed for all rounds.
    private static let always = UInt32.max
    /// Of more steps on top of each other the lower ones are computed before the upper ones ask for them.
    private static let tall = 256

    init(_ program: PeopleProgram) {
        self.program = program
        narrow = .allocate(capacity: 1)
        wide = .allocate(capacity: 1)
        states = .allocate(capacity: 1)
    }

    deinit {
        narrow.deallocate()
        wide.deallocate()
        states.deallocate()
    }

    // MARK: People

    /// Turns to a block of people. Of other blocks their metrics are kept, which several formulas may ask for.
    func turn(to block: PeopleContext) {
        guard block.number != number || block.people != people else { return prepare() }
        if let number, number != block.number { others[number] = metrics() }
        metricsBefore = number == block.number ? nil : others[block.number]
        number = block.number
        people = block.people
        prepare()
        round += 1
    }

    /// Forgets what was computed of all blocks.
    func forget() {
        number = nil
        others.removeAll(keepingCapacity: true)
    }

    private func metrics() -> [Int: NumberBlock] {
        var metrics = metricsBefore ?? [:]
        for step in program.metricSteps where step < room.steps && states[step].round == round {
            metrics[step] = NumberBlock(place(step, people.count))
        }
        return metrics
    }

    /// Turns to a single person.
    func turn(to row: Int, _ person: Int32) {
        self.row = row
        if people.count == 1 { people[0] = person } else { people = [person] }
        prepare()
        round += 1
    }

    /// Lets variables stand for other numbers.
    func put(_ variables: [Variable: NumberBlock]) {
        self.variables = variables
        for step in program.varying where step < room.steps { states[step].round = 0 }
    }

    /// Makes room for steps that were added.
    private func prepare() {
        let steps = program.steps.count
        guard steps > room.steps || people.count > room.people || round == Self.always - 1 else { return }
        room = (max(steps, 2 * room.steps), max(people.count, room.people))
        narrow.deallocate()
        wide.deallocate()
        states.deallocate()
        narrow = .allocate(capacity: max(1, room.steps * room.people))
        wide = .allocate(capacity: max(1, room.steps * room.people))
        states = .allocate(capacity: max(1, room.steps))
        states.initialize(repeating: State(), count: room.steps)
        round = 1
    }

    // MARK: Steps

    /// The numbers of a step.
    func numbers(_ step: Int) -> PeopleNumbers {
        if program.height > Self.tall, states[step].round != round {
            for lower in program.steps(for: step) { _ = computed(lower) }
        }
        return computed(step)
    }

    private func place(_ step: Int, _ count: Int) -> PeopleNumbers {
        PeopleNumbers(
            count: count, narrow: narrow + step * room.people, wide: wide + step * room.people,
            form: states[step].form)
    }

    private func computed(_ step: Int) -> PeopleNumbers {
        var numbers = place(step, people.count)
        if states[step].round >= round { return numbers }
        if let before = metricsBefore?[step] {
            numbers.load(before)
        } else if case .constant(let place) = program.steps[step] {
            var all = self.place(step, room.people)
            all.fill(program.constants[place])
            states[step] = State(round: Self.always, form: all.form)
            return self.place(step, people.count)
        } else {
            compute(program.steps[step], &numbers)
        }
        states[step] = State(round: round, form: numbers.form)
        return numbers
    }

    private func compute(_ step: PeopleStep, _ target: inout PeopleNumbers) {
        switch step {
        // It is there for all rounds.
        case .constant: break
        case .figure(let place): load(figure: place, &target)
        case .rollup(let place): load(program.rollups[place], &target)
        case .variable(let variable): target.load(variables[variable] ?? .none(people.count))
        case .asked(let place): load(question: place, &target)
        case .combine(let operation, let left, let right): target.combine(operation, computed(left), computed(right))
        case .compare(let operation, let left, let right): target.compare(operation, computed(left), computed(right))
        case .decide(let operation, let left, let right): target.decide(operation, computed(left), computed(right))
        case .not(let answer): target.not(computed(answer))
        case .choice(let condition, let first, let second): choose(computed(condition), first, second, &target)
        case .instead(let first, let second):
            let numbers = computed(first)
            if numbers.form.mayBeNone { target.instead(numbers, computed(second)) } else { target.copy(numbers) }
        case .extreme(let smaller, let left, let right):
            target.extreme(smaller: smaller, computed(left), computed(right))
        case .rounded(let value, let places, let mode): target.round(computed(value), to: places, mode)
        case .multiple(let value, let size, let mode):
            target.round(computed(value), toMultipleOf: program.constants[size], mode)
        case .applied(let function, let place): target.apply(function, program.arguments[place].map(computed))
        }
    }

    /// What nobody's answer takes is not computed.
    private func choose(_ condition: PeopleNumbers, _ first: Int, _ second: Int, _ target: inout PeopleNumbers) {
        var (someYes, someNo) = (false, false)
        for row in 0..<condition.count where condition.narrow[row] != .min {
            if condition.narrow[row] == 0 { someNo = true } else { someYes = true }
        }
        switch (someYes, someNo) {
        case (false, false): target.fill(.none)
        case (true, false) where !condition.form.mayBeNone: target.copy(computed(first))
        case (false, true) where !condition.form.mayBeNone: target.copy(computed(second))
        case (true, false):
            let numbers = computed(first)
            target.choose(condition, numbers, numbers)
        case (false, true):
            let numbers = computed(second)
            target.choose(condition, numbers, numbers)
        case (true, true): target.choose(condition, computed(first), computed(second))
        }
    }

    // MARK: What is read

    private func load(figure place: Int, _ target: inout PeopleNumbers) {
        target.form = PeopleNumbers.Form(scale: program.figures[place].scale)
        for row in 0..<people.count { target.narrow[row] = program.figures[place].units(of: people[row]) }
    }

    private func load(_ rollup: PeopleProgram.Rollup, _ target: inout PeopleNumbers) {
        target.form = PeopleNumbers.Form(scale: rollup.sums.scale)
        for row in 0..<people.count {
            guard let sum = rollup.sums.sum(people[row]) else { return ask(rollup, &target) }
            target.narrow[row] = sum
        }
    }

    /// Where the sums do not answer for everybody, the others are asked for one by one.
    private func ask(_ rollup: PeopleProgram.Rollup, _ target: inout PeopleNumbers) {
        let question = program.questions[rollup.question]
        let context = self.context(question)
        let numbers = people.indices.map { row -> FixedDecimal? in
            if let sum = rollup.sums.sum(people[row]) { return .scaled(Int128(sum), places: rollup.sums.scale) }
            return program.source.ask(question.formula, in: context.context(of: row), [:])
        }
        target.load(NumberBlock(numbers))
    }

    private func load(question place: Int, _ target: inout PeopleNumbers) {
        if place < known.count, let number = known[place]?.number(row) { return target.fill(number) }
        target.load(answers(program.questions[place]))
    }

    /// What a question gives the people now.
    func answers(_ question: PeopleQuestion) -> NumberBlock {
        program.source.answers(question, context(question), variables)
    }

    private func context(_ question: PeopleQuestion) -> PeopleContext {
        let place = program.places[question.place]
        return PeopleContext(people: people, scope: place.scope, context: place.context)
    }
}
