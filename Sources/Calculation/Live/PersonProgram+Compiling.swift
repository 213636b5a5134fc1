internal import Company
internal import Formulas
internal import Periods
internal import Quantities

extension PersonProgram {
    /// The step of a formula in the plan's own frame.
    func compile(_ formula: Checked<Measure>) -> Int? {
        frames.first.map { people in
            // Steps ask for those below them: of too many on top of each other the evaluator of blocks is asked.
            let depth = FormulaDepth(formula, blocks.evaluator.facts.depths)
            return depth.isTooTallForSteps ? other(formula, people) : step(formula, people)
        }
    }

    /// The step of a metric; `nil` when it has no formula.
    func compile(metric: Int) -> Int? {
        if blocks.evaluator.facts.depths[metric].isTooTallForSteps {
            let unit = blocks.model.metrics[metric].unit.unit
            return compile(Checked(.reference(.metric(metric)), .number(unit), .nowhere))
        }
        return frames.first.flatMap { step(metric: metric, $0) }
    }

    func add(_ step: Step) -> Int {
        steps.append(step)
        return steps.count - 1
    }

    /// A number that is the same for everybody.
    func constant(_ number: PersonNumber) -> Int {
        constants.append(number)
        return add(.constant(constants.count - 1))
    }

    // MARK: Parts of a formula

    private func step(_ formula: Checked<Measure>, _ people: PeopleFrame) -> Int {
        switch formula.node {
        case .number(let number): return constant(PersonNumber(number))
        case .flag(let flag): return constant(PersonNumber(flag))
        case .reference(let measure): return step(measure, formula, people)
        case .negation(let operand):
            return add(.combine(.minus, constant(PersonNumber(.zero)), step(operand, people)))
        case .not(let operand) where operand.type == .flag: return add(.not(step(operand, people)))
        case .binary(let operation, let left, let right):
            return step(operation, left, right, people) ?? other(formula, people)
        case .conditional(let condition, let first, let second):
            guard formula.type.unit != nil, condition.type == .flag else { return other(formula, people) }
            return add(.choice(step(condition, people), step(first, people), step(second, people)))
        case .function(let function, let arguments):
            return step(function, arguments, people) ?? other(formula, people)
        case .text, .day, .emptiness, .not: return other(formula, people)
        }
    }

    private func step(
        _ operation: BinaryOperator, _ left: Checked<Measure>, _ right: Checked<Measure>, _ people: PeopleFrame
    ) -> Int? {
        switch operation.kind {
        case .connective(let connective):
            guard left.type == .flag, right.type == .flag else { return nil }
            return add(.decide(connective, step(left, people), step(right, people)))
        case .arithmetic(let arithmetic):
            guard left.type.unit != nil, right.type.unit != nil else { return nil }
            return add(.combine(arithmetic, step(left, people), step(right, people)))
        case .comparison(let comparison):
            guard left.type.unit != nil, right.type.unit != nil else { return nil }
            return add(.compare(comparison, step(left, people), step(right, people)))
        }
    }

    private func step(
        _ function: ArithmeticFunction, _ arguments: [Checked<Measure>], _ people: PeopleFrame
    ) -> Int? {
        guard arguments.allSatisfy({ $0.type.unit != nil }) else { return nil }
        return step(function.form(of: arguments), arguments, people)
    }

    /// `nil` when there are no steps of which the function is made.
    private func step(_ form: FunctionForm, _ arguments: [Checked<Measure>], _ people: PeopleFrame) -> Int? {
        func part(_ form: FunctionForm) -> Int? { step(form, arguments, people) }
        func both(_ left: FunctionForm, _ right: FunctionForm, _ join: (Int, Int) -> Step) -> Int? {
            part(left).flatMap { left in part(right).map { add(join(left, $0)) } }
        }
        switch form {
        case .argument(let number): return arguments[safe: number].map { step($0, people) }
        case .magnitude(let operand):
            guard let number = part(operand) else { return nil }
            let opposite = add(.combine(.minus, constant(PersonNumber(.zero)), number))
            return add(.extreme(smaller: false, number, opposite))
        case .smaller(let left, let right): return both(left, right) { .extreme(smaller: true, $0, $1) }
        case .larger(let left, let right): return both(left, right) { .extreme(smaller: false, $0, $1) }
        case .instead(let left, let right): return both(left, right) { .instead($0, $1) }
        case .rounded(let operand, let places, let mode): return part(operand).map { add(.rounded($0, places, mode)) }
        case .multiple(let operand, let step, let mode):
            return part(operand).map { add(.multiple($0, of: constant(PersonNumber(step)), mode)) }
        case .applied: return nil
        }
    }

    // MARK: What names stand for

    private func step(_ measure: Measure, _ formula: Checked<Measure>, _ people: PeopleFrame) -> Int {
        switch measure {
        case .metric(let number):
            if let compiled = step(metric: number, people) { return compiled }
        case .aggregate(let number): return figure(number, formula, people)
        case .window(let window, let inner):
            if let compiled = step(window, inner, formula, people) { return compiled }
        case .subject(.rollup, let inner) where people.scope == .own && blocks.evaluator.facts.asksEvents(formula):
            var below = people.on(people.frame.with(subject: people.frame.subject))
            below.scope = .rollup
            return step(inner, below)
        case .parameter, .days, .workingDays:
            return constant(PersonNumber(blocks.evaluator.number(formula, in: people.frame(of: 0)).value))
        case .target, .person, .variable, .subject: break
        }
        return other(formula, people)
    }

    private func step(metric number: Int, _ people: PeopleFrame) -> Int? {
        guard case .formula(let formula) = blocks.model.metrics[number].source else { return nil }
        let key = BlockEvaluator.MetricKey(
            metric: number, block: 0, scope: people.scope, days: people.frame.days, period: people.frame.period,
            ownDays: people.frame.ownDays)
        if let known = metrics[key] { return known }
        let compiled = step(formula, people)
        metrics[key] = compiled
        return compiled
    }

    private func figure(_ aggregate: Int, _ formula: Checked<Measure>, _ people: PeopleFrame) -> Int {
        let leaf = Leaf(aggregate: aggregate, scope: people.scope, days: people.frame.days)
        if let known = leaves[leaf] { return known }
        let compiled = newFigure(aggregate, formula, people)
        leaves[leaf] = compiled
        return compiled
    }

    private func newFigure(_ aggregate: Int, _ formula: Checked<Measure>, _ people: PeopleFrame) -> Int {
        let days = people.frame.days
        if people.scope == .rollup {
            guard let sums = blocks.rollup(aggregate, days) else { return other(formula, people) }
            questions.append(Question(formula: formula, people: people))
            rollups.append(Rollup(sums: sums, asked: questions.count - 1))
            return add(.rollup(rollups.count - 1))
        }
        guard blocks.source.layout.places[aggregate] != nil else { return other(formula, people) }
        if blocks.source.noData(aggregate, until: days.until) { return constant(.none) }
        guard let kept = blocks.source.kept(aggregate, days) else { return other(formula, people) }
        figures.append(kept)
        return add(.figure(figures.count - 1))
    }

    private func step(
        _ window: Window, _ inner: Checked<Measure>, _ formula: Checked<Measure>, _ people: PeopleFrame
    ) -> Int? {
        guard blocks.evaluator.facts.asksEvents(formula) else { return nil }
        switch window {
        case .variation: return nil
        case .growth:
            let before = step(.yearAgo, inner, formula, people)
            return before.map { add(.combine(.minus, step(inner, people), $0)) }
        case .yearToDate, .trailing, .previous, .yearAgo, .toDate:
            guard let frame = blocks.evaluator.frame(window, from: people.frame) else { return constant(.none) }
            return step(inner, people.on(frame))
        }
    }

    /// What there is no step for: known for every member when events do not decide it, else asked for.
    private func other(_ formula: Checked<Measure>, _ people: PeopleFrame) -> Int {
        let question = Question(formula: formula, people: people)
        guard !blocks.evaluator.facts.asksEvents(formula) else {
            questions.append(question)
            return add(.asked(questions.count - 1))
        }
        columns.append(Column(question: question, values: Self.values(question, blocks, frames)))
        return add(.column(columns.count - 1))
    }
}
