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
    @exclusivity(unchecked) private(set) var model: CompanyModel
    let source: LineEngine
    /// What is recorded of people.
    @exclusivity(unchecked) private(set) var records: RecordGrids
    var known: [MetricKey: NumberBlock] = [:]

    /// A metric in a frame of the block that is being evaluated.
    struct MetricKey: Hashable {
        let metric: Int
        let block: Int
        let scope: PeopleFrame.Scope
        let days: DayRange
        let period: Period
        /// The days at whose end a person's unit is found, where a window looks at others.
        let ownDays: DayRange?
    }

    /// Figures of everybody with what is below him.
    var rollups: [RollupKey: RollupSums] = [:]

    /// What a part of a formula gives.
    enum Value {
        case numbers(NumberBlock)
        case flags(FlagBlock)
    }

    init(_ source: LineEngine) {
        self.source = source
        model = source.model
        records = source.records
        evaluator = MeasureEvaluator(source.model, source)
    }

    /// Goes on with the company after other assignments.
    func follow(_ changed: CompanyModel) {
        model = changed
        records.follow(changed)
        evaluator.follow(changed)
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
        case .binary: return chain(Checked<Measure>.Chain(formula), people, variables)
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

    /// Operators one after the other, from the left end on.
    private func chain(
        _ chain: Checked<Measure>.Chain, _ people: PeopleFrame, _ variables: [Variable: NumberBlock]
    ) -> Value {
        // What follows the last part for which there is no loop is calculated in blocks again.
        var links = chain.links[...]
        var result: Value
        if let last = links.lastIndex(where: { !$0.hasLoop }) {
            result = oneByOne(links[last].whole, people, variables)
            links = links[(last + 1)...]
        } else {
            result = value(chain.first, people, variables)
        }
        for link in links {
            guard let combined = combine(link.operation, result, value(link.right, people, variables)) else {
                result = oneByOne(link.whole, people, variables)
                continue
            }
            result = combined
        }
        return result
    }

    /// `nil` when there is no loop for such values.
    private func combine(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> Value? {
        switch (operation.kind, left, right) {
        case (.connective(let connective), .flags(let first), .flags(let second)):
            .flags(FlagBlock.combine(connective, first, second))
        case (.arithmetic(let arithmetic), .numbers(let first), .numbers(let second)):
            .numbers(NumberBlock.combine(arithmetic, first, second))
        case (.comparison(let comparison), .numbers(let first), .numbers(let second)):
            .flags(NumberBlock.compare(comparison, first, second))
        case (.connective, _, _), (.arithmetic, _, _), (.comparison, _, _): nil
        }
    }

    private func apply(
        _ function: ArithmeticFunction, _ arguments: [Checked<Measure>], _ formula: Checked<Measure>,
        _ people: PeopleFrame,
        _ variables: [Variable: NumberBlock]
    ) -> NumberBlock {
        let blocks = arguments.map { numbers($0, people, variables) }
        return apply(function.form(of: arguments), function, blocks) ?? oneByOne(function, blocks)
    }

    /// `nil` when the function has to be applied number by number.
    private func apply(
        _ form: FunctionForm, _ function: ArithmeticFunction, _ blocks: [NumberBlock]
    ) -> NumberBlock? {
        func part(_ form: FunctionForm) -> NumberBlock? { apply(form, function, blocks) }
        func both(
            _ left: FunctionForm, _ right: FunctionForm, _ join: (NumberBlock, NumberBlock) -> NumberBlock
        ) -> NumberBlock? {
            part(left).flatMap { left in part(right).map { join(left, $0) } }
        }
        switch form {
        case .argument(let number): return blocks[safe: number]
        case .magnitude(let operand): return part(operand)?.magnitude()
        case .smaller(let left, let right): return both(left, right) { NumberBlock.extreme(true, $0, $1) }
        case .larger(let left, let right): return both(left, right) { NumberBlock.extreme(false, $0, $1) }
        case .instead(let left, let right): return both(left, right, NumberBlock.instead)
        case .rounded(let operand, let places, let mode): return part(operand)?.rounded(to: places, mode)
        case .multiple(let operand, let step, let mode): return part(operand)?.rounded(toMultipleOf: step, mode)
        case .applied: return nil
        }
    }

    private func oneByOne(_ function: ArithmeticFunction, _ blocks: [NumberBlock]) -> NumberBlock {
        let count = blocks.first?.count ?? 0
        return NumberBlock(
            (0..<count).map { row in
                blocks.contains { $0.isMissing(row) } ? nil : try? function.apply(blocks.map { $0[row] })
            })
    }

    /// Asks the other evaluator for every person.
    func oneByOne(
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
}

extension Checked<Measure>.Chain.Link {
    /// Whether both sides are what the operator has a loop for: answers, or numbers.
    fileprivate var hasLoop: Bool {
        guard case .binary(let operation, let left, let right) = whole.node else { return false }
        if case .connective = operation.kind { return left.type == .flag && right.type == .flag }
        return left.type.unit != nil && right.type.unit != nil
    }
}
