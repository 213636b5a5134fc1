internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// The numbers that the steps of a program give for a block of lines, computed step by step.
///
/// Each thread has its own and uses it for one block after the other, so that nothing is allocated while it computes.
final class LineBlock {
    /// Lines in a block: few enough for the numbers of all steps to stay near the processor.
    static let size = 1024

    let program: LineProgram
    private let source: LineSource
    /// The steps that are computed, in order.
    private let wanted: [Int]
    private let memory: UnsafeMutablePointer<Int64>
    /// The numbers of wide steps.
    private let wideMemory: UnsafeMutablePointer<Int128>
    /// Which of the wide steps each step is.
    private let widePlaces: [Int]
    /// How far the numbers of steps lie apart: a table of few lines needs little room.
    private let stride: Int
    /// The lines that the numbers are of.
    private(set) var lines = 0..<0
    /// Why the numbers of the last block are none: some line has no value in a wide step.
    private(set) var failure: QuantityError?

    /// - Parameter wanted: The steps that are asked for; those that they are made of are computed too, and no others.
    init(_ program: LineProgram, _ source: LineSource, for wanted: [Int]) {
        self.program = program
        self.source = source
        self.wanted = program.steps(for: wanted)
        stride = max(1, min(Self.size, source.count))
        // Every step writes its numbers before another reads them.
        memory = .allocate(capacity: max(1, program.steps.count) * stride)
        var places = [Int](repeating: 0, count: program.steps.count)
        var count = 0
        for step in self.wanted where program.values[step].isWide {
            places[step] = count
            count += 1
        }
        widePlaces = places
        wideMemory = .allocate(capacity: max(1, count * stride))
        fillConstants()
    }

    deinit {
        memory.deallocate()
        wideMemory.deallocate()
    }

    /// The numbers of a step, by the line's place in the block.
    func numbers(_ step: Int) -> UnsafeMutablePointer<Int64> { memory + step * stride }

    /// The numbers of a wide step that was asked for.
    func wideNumbers(_ step: Int) -> UnsafeMutablePointer<Int128> { wideMemory + widePlaces[step] * stride }

    /// Constants stay what they are from block to block.
    private func fillConstants() {
        let count = stride
        for (step, kind) in program.steps.enumerated() {
            if case .constant(let value) = kind { numbers(step).initialize(repeating: value, count: count) }
        }
        if source.shares == nil {
            for (step, kind) in program.steps.enumerated() where kind == .share {
                numbers(step).initialize(repeating: CreditIndex.wholeShare, count: count)
            }
        }
    }

    /// Computes the steps for at most ``size`` lines.
    func compute(_ lines: Range<Int>) {
        precondition(lines.count <= Self.size && lines.upperBound <= source.count, "a block outside of the table")
        self.lines = lines
        failure = nil
        for number in wanted {
            guard case .wide(let step) = program.steps[number] else {
                run(program.steps[number], number: number)
                continue
            }
            failure = runWide(step, wideNumbers(number))
            if failure != nil { return }
        }
    }

    private func run(_ step: LineStep, number: Int) {
        let (count, target, mayBeNone) = (lines.count, numbers(number), program.values[number].mayBeEmpty)
        switch step {
        case .constant, .wide: break
        case .column(let name): source.columns[name]?.values.load(lines, into: target)
        case .part(let field): source.dividedAmounts[field]?.values.load(lines, into: target)
        case .chosenRate(let table): source.chosenRates[table].load(lines, into: target)
        case .share: loadShares(target)
        case .lookup(let code, let table): lookUp(numbers(code), program.tables[table], target)
        case .scaled(let value, let factor):
            _ = NumberKernel.scaled(count, numbers(value), by: factor, target, mayBeNone: mayBeNone, .shown)
        case .negated(let value): map(number, value) { 0 &- $0 }
        case .magnitude(let value): map(number, value) { $0 < 0 ? 0 &- $0 : $0 }
        case .sum(let left, let right):
            _ = NumberKernel.sum(count, numbers(left), numbers(right), target, mayBeNone: mayBeNone, .shown)
        case .difference(let left, let right):
            _ = NumberKernel.difference(count, numbers(left), numbers(right), target, mayBeNone: mayBeNone, .shown)
        case .product(let left, let right):
            _ = NumberKernel.product(count, numbers(left), numbers(right), target, mayBeNone: mayBeNone, .shown)
        case .smaller(let left, let right):
            NumberKernel.extreme(count, smaller: true, numbers(left), numbers(right), target, mayBeNone: mayBeNone)
        case .larger(let left, let right):
            NumberKernel.extreme(count, smaller: false, numbers(left), numbers(right), target, mayBeNone: mayBeNone)
        case .rounded(let value, let places, let mode):
            NumberKernel.round(count, numbers(value), places: places, mode, target)
        case .multiple(let value, let unit, let mode):
            _ = NumberKernel.multiple(count, numbers(value), of: unit, mode, target, mayBeNone: mayBeNone, .shown)
        case .sharedOut(let value, let places, let mode): shareOut(number, value, places, mode)
        case .comparison(let operation, let left, let right):
            NumberKernel.compare(count, operation, numbers(left), numbers(right), target)
        case .both(let left, let right):
            NumberKernel.decide(count, .and, numbers(left), numbers(right), target, mayBeNone: mayBeNone)
        case .either(let left, let right):
            NumberKernel.decide(count, .or, numbers(left), numbers(right), target, mayBeNone: mayBeNone)
        case .not(let value): map(number, value) { $0 ^ 1 }
        case .choice(let condition, let first, let second):
            NumberKernel.choose(
                count, numbers(condition), numbers(first), numbers(second), target,
                mayBeUnanswered: program.values[condition].mayBeEmpty)
        case .negatedWhere(let flag, let value): negate(numbers(value), where: numbers(flag), target)
        case .instead(let value, let other): NumberKernel.instead(count, numbers(value), numbers(other), target)
        case .isEmpty(let value, let negated):
            let wanted: Int64 = negated ? 0 : 1
            let value = numbers(value)
            for line in 0..<lines.count { target[line] = value[line] == LineColumn.empty ? wanted : 1 &- wanted }
        case .wideComparison(let operation, let left, let right): compareWide(operation, left, right, target)
        case .wideIsEmpty(let value, let negated):
            let wide = wideNumbers(value)
            for line in 0..<lines.count { target[line] = (wide[line] == WideStep.none) != negated ? 1 : 0 }
        case .movedDay(let operation, let day, let other): moveDays(operation, numbers(day), wideNumbers(other), target)
        }
    }

    /// The lowest number, which is its own negative, stays none.
    private func negate(
        _ values: UnsafeMutablePointer<Int64>, where flags: UnsafeMutablePointer<Int64>,
        _ target: UnsafeMutablePointer<Int64>
    ) {
        for line in 0..<lines.count {
            let mask = 0 &- flags[line]
            target[line] = (values[line] ^ mask) &- mask
        }
    }

    // MARK: What lies in the table

    private func loadShares(_ target: UnsafeMutablePointer<Int64>) {
        guard let shares = source.shares else { return }
        let from = shares.base + lines.lowerBound
        for line in 0..<lines.count { target[line] = Int64(from[line]) }
    }

    private func lookUp(
        _ codes: UnsafeMutablePointer<Int64>, _ table: FlatColumn<Int64>, _ target: UnsafeMutablePointer<Int64>
    ) {
        let last = UInt64(table.count - 1)
        let entries = table.base
        // None is the largest of all as an unsigned number.
        for line in 0..<lines.count { target[line] = entries[Int(min(UInt64(bitPattern: codes[line]), last))] }
    }

    // MARK: Arithmetic, which the program has shown to stay within 64 bits

    @inline(__always)
    private func map(_ step: Int, _ operand: Int, _ operation: (Int64) -> Int64) {
        NumberKernel.map(
            lines.count, numbers(operand), numbers(step), mayBeNone: program.values[step].mayBeEmpty, operation)
    }

    /// Amounts × share ÷ 10^places. What is credited whole, as most lines are, only changes its scale.
    private func shareOut(_ step: Int, _ amounts: Int, _ places: Int, _ mode: Rounding) {
        guard let shares = source.shares else { return shareWhole(step, amounts, places, mode) }
        let (amounts, target) = (numbers(amounts), numbers(step))
        let from = shares.base + lines.lowerBound
        guard places == SplitTable.scale, !program.values[step].mayBeEmpty else {
            let divisor = PowersOfTen.int64(places)
            for line in 0..<lines.count {
                let amount = amounts[line]
                target[line] =
                    amount == LineColumn.empty
                    ? amount : (amount &* Int64(from[line])).divided(by: divisor, rounding: mode)
            }
            return
        }
        let whole = Int32(truncatingIfNeeded: CreditIndex.wholeShare)
        for line in 0..<lines.count {
            let (amount, share) = (amounts[line], from[line])
            target[line] =
                share == whole ? amount : (amount &* Int64(share)).divided(by: 1_000_000_000, rounding: mode)
        }
    }

    private func shareWhole(_ step: Int, _ amounts: Int, _ places: Int, _ mode: Rounding) {
        if places > SplitTable.scale {
            NumberKernel.round(lines.count, numbers(amounts), places: places - SplitTable.scale, mode, numbers(step))
        } else {
            let factor = PowersOfTen.int64(SplitTable.scale - places)
            map(step, amounts) { $0 &* factor }
        }
    }
}
