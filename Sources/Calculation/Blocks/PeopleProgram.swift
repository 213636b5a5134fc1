internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Formulas over people compiled to steps, each formula once, to be computed for many people or for one.
///
/// Formulas are those of one period: what days a window looks at, and where a figure is kept, is known beforehand. Equal parts of
/// different formulas become one step. What there is no step for is asked of ``MeasureEvaluator``, which defines what everything
/// gives; an obstacle says why.
final class PeopleProgram {
    // Accesses are not checked at run time: one thread compiles, then computes, and nothing is changed while it is read.

    /// Where a part of a formula is computed.
    struct Place: Equatable {
        let context: EvaluationContext
        let scope: PeopleContext.Scope
    }

    /// Sums from the bottom of the organisation, and what to ask where they do not answer.
    struct Rollup {
        let sums: RollupSums
        let question: Int
    }

    let source: PeopleSource
    @exclusivity(unchecked) private(set) var steps: [PeopleStep] = []
    /// How many steps stand on top of each other up to each of them, and at most.
    private var heights: [Int] = []
    @exclusivity(unchecked) private(set) var height = 0
    /// The steps that give a metric and have others below them.
    private(set) var metricSteps: [Int] = []
    /// The steps that are others when variables stand for other numbers.
    private(set) var varying: [Int] = []
    /// The first is the place that formulas are asked for.
    private(set) var places: [Place]
    @exclusivity(unchecked) private(set) var constants: [PersonNumber] = []
    @exclusivity(unchecked) private(set) var figures: [LineEngine.KeptCells] = []
    @exclusivity(unchecked) private(set) var rollups: [Rollup] = []
    @exclusivity(unchecked) private(set) var questions: [PeopleQuestion] = []
    /// The steps of arguments of functions that are computed number by number.
    private(set) var arguments: [[Int]] = []

    private var numbers: [PeopleStep: Int] = [:]
    private var constantNumbers: [PersonNumber: Int] = [:]
    private var metrics: [Located<Int>: Int] = [:]
    private var leaves: [Located<Int>: Int] = [:]
    private var questionNumbers: [Located<Asked>: Int] = [:]
    /// The metric that is compiled.
    private var metric: Int?

    /// Something that is named at a place.
    private struct Located<Name: Hashable>: Hashable {
        let name: Name
        let place: Int
    }

    private struct Asked: Hashable {
        let formula: Checked<Measure>
        let way: PeopleQuestion.Way
    }

    /// A program without formulas.
    init(_ source: PeopleSource, _ context: EvaluationContext) {
        self.source = source
        places = [Place(context: context, scope: .own)]
    }

    // MARK: Steps

    /// Adds a step, or finds the equal one.
    func add(_ step: PeopleStep) -> Int {
        if let known = numbers[step] { return known }
        let operands = operands(of: step)
        numbers[step] = steps.count
        if step.isVariable || operands.contains(where: varying.contains) { varying.append(steps.count) }
        heights.append(1 + (operands.map { heights[$0] }.max() ?? 0))
        height = max(height, heights[steps.count])
        steps.append(step)
        return steps.count - 1
    }

    /// The step of a number that is everybody's.
    private func constant(_ number: FixedDecimal?) -> Int { add(.constant(placed(number))) }

    private func placed(_ number: FixedDecimal?) -> Int {
        let number = PersonNumber(number)
        if let known = constantNumbers[number] { return known }
        constantNumbers[number] = constants.count
        constants.append(number)
        return constants.count - 1
    }

    /// The steps whose numbers a step takes.
    private func operands(of step: PeopleStep) -> [Int] {
        switch step {
        case .constant, .figure, .rollup, .variable, .asked: []
        case .not(let operand), .rounded(let operand, _, _), .multiple(let operand, _, _): [operand]
        case .combine(_, let left, let right), .compare(_, let left, let right), .decide(_, let left, let right),
            .instead(let left, let right), .extreme(_, let left, let right):
            [left, right]
        case .choice(let condition, let first, let second): [condition, first, second]
        case .applied(_, let place): arguments[place]
        }
    }

    /// The steps that a step is made of, and this one, in the order in which they can be computed.
    func steps(for wanted: Int) -> [Int] {
        var isNeeded = [Bool](repeating: false, count: wanted + 1)
        isNeeded[wanted] = true
        for step in isNeeded.indices.reversed() where isNeeded[step] {
            for operand in operands(of: steps[step]) { isNeeded[operand] = true }
        }
        return isNeeded.indices.filter { isNeeded[$0] }
    }

    // MARK: Parts of a formula

    /// The step of a formula.
    func compile(_ formula: Checked<Measure>, _ place: Int = 0) -> Int {
        switch formula.node {
        case .number(let number): return constant(number)
        case .flag(let flag): return constant(flag ? .one : .zero)
        case .reference(let measure):
            return formula.type.unit == nil ? ask(formula, place, .texts) : load(measure, formula, place)
        case .negation(let operand): return add(.combine(.minus, constant(.zero), compile(operand, place)))
        case .not(let operand): return add(.not(compile(operand, place)))
        case .binary: return chain(Checked<Measure>.Chain(formula), place)
        case .conditional(let condition, let first, let second):
            guard formula.type.isComputed else { return ask(formula, place, .texts) }
            return add(
                .choice(compile(condition, place), then: compile(first, place), otherwise: compile(second, place)))
        case .function(let function, let arguments):
            let steps = arguments.map { compile($0, place) }
            return build(function.form(of: arguments), function, steps)
        case .text, .day: return ask(formula, place, .texts)
        case .emptiness: return ask(formula, place, .emptiness)
        }
    }

    /// Operators one after the other, from the left end on.
    private func chain(_ chain: Checked<Measure>.Chain, _ place: Int) -> Int {
        var links = chain.links[...]
        var value: Int
        // What follows the last operator for which there is no step has steps again.
        if let last = links.lastIndex(where: { !$0.hasStep }) {
            value = ask(links[last].whole, place, .texts)
            links = links[(last + 1)...]
        } else {
            value = compile(chain.first, place)
        }
        for link in links {
            let right = compile(link.right, place)
            switch link.operation.kind {
            case .connective(let connective): value = add(.decide(connective, value, right))
            case .comparison(let comparison): value = add(.compare(comparison, value, right))
            case .arithmetic(let arithmetic): value = add(.combine(arithmetic, value, right))
            }
        }
        return value
    }

    private func build(_ form: FunctionForm, _ function: ArithmeticFunction, _ arguments: [Int]) -> Int {
        func part(_ form: FunctionForm) -> Int { build(form, function, arguments) }
        switch form {
        case .argument(let number): return arguments[safe: number] ?? constant(nil)
        case .magnitude(let operand):
            let number = part(operand)
            return add(.extreme(smaller: false, number, add(.combine(.minus, constant(.zero), number))))
        case .smaller(let left, let right): return add(.extreme(smaller: true, part(left), part(right)))
        case .larger(let left, let right): return add(.extreme(smaller: false, part(left), part(right)))
        case .instead(let left, let right): return add(.instead(part(left), part(right)))
        case .rounded(let operand, let places, let mode): return add(.rounded(part(operand), places, mode))
        case .multiple(let operand, let size, let mode):
            return add(.multiple(part(operand), of: placed(size), mode))
        case .applied:
            if let known = self.arguments.firstIndex(of: arguments) { return add(.applied(function, known)) }
            self.arguments.append(arguments)
            return add(.applied(function, self.arguments.count - 1))
        }
    }

    // MARK: What names stand for

    private func load(_ measure: Measure, _ formula: Checked<Measure>, _ place: Int) -> Int {
        switch measure {
        case .metric(let number): return compile(metric: number, place) ?? ask(formula, place, .entered)
        case .aggregate(let number):
            let name = Located(name: number, place: place)
            if let known = leaves[name] { return known }
            let step = figure(number, formula, place)
            leaves[name] = step
            return step
        case .variable(let variable): return add(.variable(variable))
        case .parameter, .days, .workingDays:
            return constant(source.evaluator.number(formula, in: places[place].context).value)
        case .target, .person: return ask(formula, place, nil)
        case .window(let window, let inner): return look(window, inner, formula, place)
        case .subject(let scope, let inner):
            let (context, own) = (places[place].context, places[place].scope)
            switch (scope, own) {
            case (.company, _): return ask(inner, self.place(context.with(subject: .company), own), nil, .company)
            case (.rollup, .own): return compile(inner, self.place(context.with(subject: context.subject), .rollup))
            case (.unit, .own): return ask(inner, place, nil, .unit)
            case (.rollup, .rollup), (.unit, .rollup): return ask(formula, place, .group)
            }
        }
    }

    /// The step of a metric; `nil` when it has no formula.
    func compile(metric number: Int, _ place: Int = 0) -> Int? {
        // From the bottom up, so that a high tower of metrics needs no deep stack.
        for other in source.evaluator.facts.below[number] ?? [] { _ = compileAlone(other, place) }
        return compileAlone(number, place)
    }

    private func compileAlone(_ number: Int, _ place: Int) -> Int? {
        guard case .formula(let formula) = source.model.metrics[number].source else { return nil }
        let name = Located(name: number, place: place)
        if let known = metrics[name] { return known }
        let outer = metric
        metric = number
        let step = compile(formula, place)
        metric = outer
        metrics[name] = step
        if heights[step] > 1 { metricSteps.append(step) }
        return step
    }

    private func figure(_ aggregate: Int, _ formula: Checked<Measure>, _ place: Int) -> Int {
        let days = places[place].context.days
        switch places[place].scope {
        case .rollup:
            guard let sums = source.rollup(aggregate, days) else { return ask(formula, place, .rollup) }
            rollups.append(Rollup(sums: sums, question: question(formula, place, .each, nil)))
            return add(.rollup(rollups.count - 1))
        case .own:
            guard source.lines.layout.places[aggregate] != nil else { return ask(formula, place, .figure) }
            if source.lines.noData(aggregate, until: days.until) { return constant(nil) }
            guard let kept = source.lines.kept(aggregate, days) else { return ask(formula, place, .figure) }
            figures.append(kept)
            return add(.figure(figures.count - 1))
        }
    }

    private func look(_ window: Window, _ inner: Checked<Measure>, _ formula: Checked<Measure>, _ place: Int) -> Int {
        switch window {
        case .variation: return ask(formula, place, .variation)
        case .growth:
            return add(.combine(.minus, compile(inner, place), look(.yearAgo, inner, formula, place)))
        case .yearToDate, .trailing, .previous, .yearAgo, .toDate:
            guard let context = source.evaluator.context(window, from: places[place].context) else {
                return constant(nil)
            }
            return compile(inner, self.place(context, places[place].scope))
        }
    }

    /// The number of a place.
    private func place(_ context: EvaluationContext, _ scope: PeopleContext.Scope) -> Int {
        let place = Place(context: context, scope: scope)
        if let known = places.firstIndex(of: place) { return known }
        places.append(place)
        return places.count - 1
    }

    // MARK: What there is no step for

    private func ask(
        _ formula: Checked<Measure>, _ place: Int, _ obstacle: PeopleObstacle?, _ way: PeopleQuestion.Way = .each
    ) -> Int {
        add(.asked(question(formula, place, way, obstacle)))
    }

    private func question(
        _ formula: Checked<Measure>, _ place: Int, _ way: PeopleQuestion.Way, _ obstacle: PeopleObstacle?
    ) -> Int {
        let name = Located(name: Asked(formula: formula, way: way), place: place)
        if let known = questionNumbers[name] { return known }
        questionNumbers[name] = questions.count
        questions.append(
            PeopleQuestion(
                formula: formula, place: place, way: way, asksEvents: source.evaluator.facts.asksEvents(formula),
                metric: metric, obstacle: obstacle))
        return questions.count - 1
    }
}

extension PeopleStep {
    fileprivate var isVariable: Bool { if case .variable = self { true } else { false } }
}

extension FormulaType {
    /// Whether it is that of a number or of an answer, of which alone there are steps.
    fileprivate var isComputed: Bool { self == .flag || unit != nil }
}

extension Checked<Measure>.Chain.Link {
    /// Whether both sides are what the operator has a step for: answers, or numbers.
    fileprivate var hasStep: Bool {
        guard case .binary(let operation, let left, let right) = whole.node else { return false }
        if case .connective = operation.kind { return left.type == .flag && right.type == .flag }
        return left.type.unit != nil && right.type.unit != nil
    }
}
