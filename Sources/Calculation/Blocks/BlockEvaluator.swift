internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// Evaluates formulas for a block of people at once: the formula is walked once and every part of it is a loop over people.
///
/// It gives what ``MeasureEvaluator`` gives for each of them; of what is missing it knows only that it is. Whatever it has
/// no loop for it asks the other evaluator, person by person.
final class BlockEvaluator {
    let evaluator: MeasureEvaluator
    let model: CompanyModel
    let source: LineEngine
    private var known: [Key: NumberBlock] = [:]

    /// A metric in a frame of the block that is being evaluated.
    private struct Key: Hashable {
        let metric: Int
        let block: Int
        let scope: PeopleFrame.Scope
        let days: DayRange
        let period: Period
    }

    /// A figure of everybody with what is below him, by aggregate and days.
    private var addedUp: [BelowKey: Below] = [:]

    private struct BelowKey: Hashable {
        let aggregate: Int
        let days: DayRange
    }

    /// Sums from the bottom of the organisation; a class, since they follow single changes.
    private final class Below {
        var own: [Int64]
        var sums: [Int64]
        let scale: Int
        let lines: ReportingLines

        init(own: [Int64], sums: [Int64], scale: Int, lines: ReportingLines) {
            self.own = own
            self.sums = sums
            self.scale = scale
            self.lines = lines
        }
    }

    /// What a part of a formula gives.
    enum Value {
        case numbers(NumberBlock)
        case flags(FlagBlock)
    }

    init(_ source: LineEngine) {
        self.source = source
        model = source.model
        evaluator = MeasureEvaluator(source.model, source)
    }

    /// Forgets what was known of the blocks before: called whenever blocks are numbered anew.
    func begin() {
        known.removeAll(keepingCapacity: true)
    }

    /// The numbers of a formula.
    func numbers(
        _ formula: Checked<Measure>, _ people: PeopleFrame, _ variables: [Variable: NumberBlock] = [:]
    ) -> NumberBlock {
        if case .numbers(let block) = value(formula, people, variables) { return block }
        return .none(people.count)
    }

    /// The answers of a formula.
    func flags(_ formula: Checked<Measure>, _ people: PeopleFrame) -> FlagBlock {
        if case .flags(let block) = value(formula, people, [:]) { return block }
        return FlagBlock(
            [Bool](repeating: false, count: people.count), missing: [Bool](repeating: true, count: people.count))
    }

    // MARK: Parts of a formula

    private func value(
        _ formula: Checked<Measure>, _ people: PeopleFrame, _ variables: [Variable: NumberBlock]
    ) -> Value {
        switch formula.node {
        case .number(let number): return .numbers(NumberBlock(number, count: people.count))
        case .flag(let flag): return .flags(FlagBlock([Bool](repeating: flag, count: people.count)))
        case .reference(let measure):
            guard formula.type.unit != nil else { return oneByOne(formula, people, variables) }
            return .numbers(measured(measure, formula, people, variables))
        case .negation(let operand): return .numbers(numbers(operand, people, variables).negated())
        case .not(let operand):
            guard case .flags(var block) = value(operand, people, variables) else {
                return oneByOne(formula, people, variables)
            }
            block.flags = block.flags.map { !$0 }
            return .flags(block)
        case .binary(let operation, let left, let right):
            return combine(operation, left, right, formula, people, variables)
        case .conditional(let condition, let first, let second):
            guard formula.type.unit != nil, case .flags(let flags) = value(condition, people, variables) else {
                return oneByOne(formula, people, variables)
            }
            return .numbers(
                NumberBlock.choose(flags, numbers(first, people, variables), numbers(second, people, variables)))
        case .function(let function, let arguments):
            return .numbers(apply(function, arguments, formula, people, variables))
        case .text, .day, .emptiness: return oneByOne(formula, people, variables)
        }
    }

    private func combine(
        _ operation: BinaryOperator, _ left: Checked<Measure>, _ right: Checked<Measure>, _ formula: Checked<Measure>,
        _ people: PeopleFrame, _ variables: [Variable: NumberBlock]
    ) -> Value {
        switch operation {
        case .and, .or:
            guard case .flags(let first) = value(left, people, variables),
                case .flags(let second) = value(right, people, variables)
            else { return oneByOne(formula, people, variables) }
            return .flags(FlagBlock.combine(operation, first, second))
        case .plus, .minus, .times, .divide:
            guard left.type.unit != nil, right.type.unit != nil else { return oneByOne(formula, people, variables) }
            return .numbers(
                NumberBlock.combine(operation, numbers(left, people, variables), numbers(right, people, variables)))
        default:
            guard left.type.unit != nil, right.type.unit != nil else { return oneByOne(formula, people, variables) }
            return .flags(
                NumberBlock.compare(operation, numbers(left, people, variables), numbers(right, people, variables)))
        }
    }

    private func apply(
        _ function: Function, _ arguments: [Checked<Measure>], _ formula: Checked<Measure>, _ people: PeopleFrame,
        _ variables: [Variable: NumberBlock]
    ) -> NumberBlock {
        let blocks = arguments.map { numbers($0, people, variables) }
        guard let first = blocks.first else { return .none(people.count) }
        switch function {
        case .otherwise where blocks.count == 2: return NumberBlock.instead(first, blocks[1])
        case .abs: return first.magnitude()
        case .min, .max: return blocks.dropFirst().reduce(first) { NumberBlock.extreme(function == .min, $0, $1) }
        case .clamp where blocks.count == 3:
            return NumberBlock.extreme(false, blocks[1], NumberBlock.extreme(true, blocks[2], first))
        case .floor: return first.rounded(toPlaces: 0, .down)
        case .ceil: return first.rounded(toPlaces: 0, .up)
        case .round: return rounded(first, arguments, .halfAwayFromZero) ?? oneByOne(function, blocks)
        case .round_half_even: return rounded(first, arguments, .halfEven) ?? oneByOne(function, blocks)
        default: return oneByOne(function, blocks)
        }
    }

    /// Rounded to a number of places that is written as such.
    private func rounded(_ block: NumberBlock, _ arguments: [Checked<Measure>], _ mode: Rounding) -> NumberBlock? {
        guard arguments.count > 1 else { return block.rounded(toPlaces: 0, mode) }
        guard case .number(let number) = arguments[1].node, let places = try? number.integer(.towardsZero) else {
            return nil
        }
        return block.rounded(toPlaces: min(max(places, 0), FixedDecimal.scale), mode)
    }

    private func oneByOne(_ function: Function, _ blocks: [NumberBlock]) -> NumberBlock {
        let count = blocks.first?.count ?? 0
        return NumberBlock(
            (0..<count).map { row in
                blocks.contains { $0.isMissing(row) } ? nil : try? function.apply(blocks.map { $0[row] })
            })
    }

    /// Asks the other evaluator for every person.
    private func oneByOne(
        _ formula: Checked<Measure>, _ people: PeopleFrame, _ variables: [Variable: NumberBlock]
    ) -> Value {
        let isFlag = formula.type == .flag
        var numbers: [FixedDecimal?] = []
        var flags: [Bool] = []
        var missing: [Bool] = []
        for row in 0..<people.count {
            let own = variables.compactMapValues { $0.isMissing(row) ? nil : $0[row] }
            let outcome = evaluator.evaluate(formula, in: people.frame(of: row), variables: own)
            if isFlag {
                flags.append(outcome.value?.flag ?? false)
                missing.append(outcome.value?.flag == nil)
            } else {
                numbers.append(outcome.value?.number)
            }
        }
        return isFlag ? .flags(FlagBlock(flags, missing: missing)) : .numbers(NumberBlock(numbers))
    }

    // MARK: What names stand for

    private func measured(
        _ measure: Measure, _ formula: Checked<Measure>, _ people: PeopleFrame, _ variables: [Variable: NumberBlock]
    ) -> NumberBlock {
        switch measure {
        case .metric(let number):
            if let block = metric(number, people) { return block }
        case .aggregate(let number):
            if let block = people.scope == .own ? source.figures(number, people) : below(number, people) {
                return block
            }
        case .variable(let variable):
            return variables[variable] ?? .none(people.count)
        case .days, .workingDays, .parameter:
            return same(formula, people)
        case .target(let metric):
            if let block = source.records.targets(metric, people, isAdditive: evaluator.isAdditive[metric]) {
                return block
            }
        case .person(let field):
            if let block = source.records.personField(field, people) { return block }
        case .window(let window, let inner):
            if let block = self.window(window, inner, people) { return block }
        case .subject(let scope, let inner):
            if let block = subject(scope, inner, people) { return block }
        }
        if case .numbers(let block) = oneByOne(formula, people, variables) { return block }
        return .none(people.count)
    }

    /// The numbers of a metric, computed once for a block; `nil` when it has no formula.
    func metric(_ number: Int, _ people: PeopleFrame) -> NumberBlock? {
        guard case .formula(let formula) = model.metrics[number].source else { return nil }
        let key = Key(
            metric: number, block: people.number, scope: people.scope, days: people.frame.days,
            period: people.frame.period)
        if let block = known[key] { return block }
        let block = numbers(formula, people)
        known[key] = block
        return block
    }

    /// What is the same for everybody.
    private func same(_ formula: Checked<Measure>, _ people: PeopleFrame) -> NumberBlock {
        guard people.count > 0, let number = evaluator.number(formula, in: people.frame(of: 0)).value else {
            return .none(people.count)
        }
        return NumberBlock(number, count: people.count)
    }

    private func window(_ window: Window, _ inner: Checked<Measure>, _ people: PeopleFrame) -> NumberBlock? {
        switch window {
        case .variation: return nil
        case .growth:
            guard let before = self.window(.yearAgo, inner, people) else { return nil }
            return NumberBlock.combine(.minus, numbers(inner, people), before)
        default:
            guard let other = evaluator.frame(window, from: people.frame) else { return .none(people.count) }
            return numbers(inner, people.on(other))
        }
    }

    private func subject(_ scope: SubjectScope, _ inner: Checked<Measure>, _ people: PeopleFrame) -> NumberBlock? {
        switch scope {
        case .company:
            guard people.count > 0 else { return .none(0) }
            let outcome = evaluator.number(inner, in: people.frame(of: 0).with(subject: .company))
            return outcome.value.map { NumberBlock($0, count: people.count) } ?? .none(people.count)
        case .rollup where people.scope == .own:
            var below = people.on(people.frame.with(subject: people.frame.subject))
            below.scope = .rollup
            return numbers(inner, below)
        case .unit where people.scope == .own: return ofUnits(inner, people)
        default: return nil
        }
    }

    /// A figure of each person and all who report to him; `nil` when it does not simply add up.
    private func below(_ aggregate: Int, _ people: PeopleFrame) -> NumberBlock? {
        let days = people.frame.days
        guard let below = addedUp(aggregate, days) else { return nil }
        var values: [Int64] = []
        var missing = [Bool](repeating: false, count: people.count)
        for (row, person) in people.people.enumerated() {
            guard below.lines.isUnsteady[Int(person)] else {
                values.append(below.sums[Int(person)])
                continue
            }
            let figure = source.figure(aggregate, of: evaluator.parts(of: .rollup(person), in: days))
            missing[row] = figure.value == nil
            guard let units = (figure.value ?? .zero).units(scale: below.scale) else { return nil }
            values.append(units)
        }
        return NumberBlock(.narrow(values, scale: below.scale), missing: missing)
    }

    private func addedUp(_ aggregate: Int, _ days: DayRange) -> Below? {
        let key = BelowKey(aggregate: aggregate, days: days)
        if let known = addedUp[key] { return known }
        let function = model.aggregates[aggregate].function
        guard function == .sum || function == .count,
            let block = source.figures(aggregate, everybody(days)), block.missing == nil,
            case .narrow(let own, let scale) = block.numbers
        else { return nil }
        let lines = ReportingLines(model.organisation, people: model.people.count, days)
        guard let sums = lines.addUp(own) else { return nil }
        let below = Below(own: own, sums: sums, scale: scale, lines: lines)
        addedUp[key] = below
        return below
    }

    private func everybody(_ days: DayRange) -> PeopleFrame {
        PeopleFrame(
            people: (0..<model.people.count).map { Int32($0) },
            frame: Frame(.company, days: days, period: .all, audience: nil))
    }

    /// Follows a change of a person's figures: his own number, and those of all above him, move by as much.
    func figuresChanged(of person: Int32) {
        for (key, below) in addedUp {
            guard let now = source.units(key.aggregate, of: person, in: key.days) else {
                addedUp[key] = nil
                continue
            }
            let (delta, overflow) = now.subtractingReportingOverflow(below.own[Int(person)])
            below.own[Int(person)] = now
            if delta == 0 { continue }
            if overflow || !below.lines.add(delta, from: person, to: &below.sums) { addedUp[key] = nil }
        }
    }

    /// A figure of each person's unit, evaluated once for each unit.
    private func ofUnits(_ inner: Checked<Measure>, _ people: PeopleFrame) -> NumberBlock {
        var known: [Int32: FixedDecimal?] = [:]
        return NumberBlock(
            (0..<people.count).map { row -> FixedDecimal? in
                let frame = people.frame(of: row)
                guard case .unit(let unit)? = evaluator.resolve(.unit, in: frame) else { return nil }
                if let number = known[unit] { return number }
                let number = evaluator.number(inner, in: frame.with(subject: .unit(unit))).value
                known[unit] = .some(number)
                return number
            })
    }
}
