internal import Formulas
internal import Quantities

extension NumberBlock {
    // MARK: Operators

    /// An arithmetic operator row by row. Where it has no result, the number is missing.
    static func combine(
        _ operation: BinaryOperator.Arithmetic, _ left: NumberBlock, _ right: NumberBlock
    ) -> NumberBlock {
        let missing = missing(left.missing, right.missing)
        switch operation {
        case .plus:
            if let (first, second, scale) = aligned(left, right),
                let sums = checked(first, second, { $0.addingReportingOverflow($1) })
            {
                return NumberBlock(.narrow(sums, scale: scale), missing: missing)
            }
        case .minus:
            if let (first, second, scale) = aligned(left, right),
                let differences = checked(first, second, { $0.subtractingReportingOverflow($1) })
            {
                return NumberBlock(.narrow(differences, scale: scale), missing: missing)
            }
        case .times:
            if case .narrow(let first, let one) = left.numbers, case .narrow(let second, let other) = right.numbers,
                one + other <= FixedDecimal.scale,
                let products = checked(first, second, { $0.multipliedReportingOverflow(by: $1) })
            {
                return NumberBlock(.narrow(products, scale: one + other), missing: missing)
            }
        case .divide:
            if let quotients = quotients(left, right, missing) { return quotients }
        }
        return oneByOne(left, right, missing) { try? operation.apply($0, $1) }
    }

    @inline(__always)
    private static func checked(
        _ left: [Int64], _ right: [Int64], _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> [Int64]? {
        var failed = false
        let results = [Int64](unsafeUninitializedCapacity: left.count) { target, count in
            left.withUnsafeBufferPointer { left in
                right.withUnsafeBufferPointer { right in
                    for row in 0..<left.count {
                        let (result, overflow) = operation(left[row], right[row])
                        failed = failed || overflow
                        target.initializeElement(at: row, to: result)
                    }
                }
            }
            count = left.count
        }
        return failed ? nil : results
    }

    /// Quotients with sixteen decimal places, the last rounded half away from zero; `nil` when one does not fit 64 bits.
    private static func quotients(_ left: NumberBlock, _ right: NumberBlock, _ missing: [Bool]?) -> NumberBlock? {
        guard case .narrow(let first, let one) = left.numbers, case .narrow(let second, let other) = right.numbers,
            0...18 ~= FixedDecimal.scale + other - one
        else { return nil }
        let factor = PowersOfTen.int64(FixedDecimal.scale + other - one)
        var missing = missing
        var failed = false
        let results = [Int64](unsafeUninitializedCapacity: first.count) { target, count in
            for row in first.indices {
                guard second[row] != 0, !(missing?[row] ?? false) else {
                    if missing == nil { missing = [Bool](repeating: false, count: first.count) }
                    missing?[row] = true
                    target.initializeElement(at: row, to: 0)
                    continue
                }
                let quotient = Int64.ratio(first[row], times: factor, over: second[row], rounding: .halfAwayFromZero)
                failed = failed || quotient == nil
                target.initializeElement(at: row, to: quotient ?? 0)
            }
            count = first.count
        }
        return failed ? nil : NumberBlock(.narrow(results, scale: FixedDecimal.scale), missing: missing)
    }

    /// As the formulas' own evaluation computes it, for what is too large for 64 bits.
    private static func oneByOne(
        _ left: NumberBlock, _ right: NumberBlock, _ missing: [Bool]?,
        _ operation: (FixedDecimal, FixedDecimal) -> FixedDecimal?
    ) -> NumberBlock {
        NumberBlock(
            (0..<left.count).map { row in missing?[row] ?? false ? nil : operation(left[row], right[row]) })
    }

    /// A comparison row by row.
    static func compare(
        _ operation: BinaryOperator.Comparison, _ left: NumberBlock, _ right: NumberBlock
    ) -> FlagBlock {
        let missing = missing(left.missing, right.missing)
        if let (first, second, _) = aligned(left, right) {
            return FlagBlock(compare(operation, first, second), missing: missing)
        }
        return FlagBlock(compare(operation, left.wide, right.wide), missing: missing)
    }

    private static func compare<Number: Comparable>(
        _ operation: BinaryOperator.Comparison, _ left: [Number], _ right: [Number]
    ) -> [Bool] {
        switch operation {
        case .equal: left.indices.map { left[$0] == right[$0] }
        case .notEqual: left.indices.map { left[$0] != right[$0] }
        case .less: left.indices.map { left[$0] < right[$0] }
        case .lessOrEqual: left.indices.map { left[$0] <= right[$0] }
        case .greater: left.indices.map { left[$0] > right[$0] }
        case .greaterOrEqual: left.indices.map { left[$0] >= right[$0] }
        }
    }

    // MARK: Choosing

    /// The first where the flag is set, else the second; what is missing in the one not chosen does not matter.
    static func choose(_ condition: FlagBlock, _ first: NumberBlock, _ second: NumberBlock) -> NumberBlock {
        var missing: [Bool]?
        if condition.missing != nil || first.missing != nil || second.missing != nil {
            missing = condition.flags.indices.map { row in
                condition.isMissing(row) || (condition.flags[row] ? first.isMissing(row) : second.isMissing(row))
            }
        }
        return pick(condition.flags, first, second, missing)
    }

    /// The first where it is there, else the second.
    static func instead(_ first: NumberBlock, _ second: NumberBlock) -> NumberBlock {
        guard let absent = first.missing else { return first }
        let missing = second.missing.map { second in zip(absent, second).map { $0 && $1 } }
        return pick(absent.map { !$0 }, first, second, missing)
    }

    private static func pick(
        _ flags: [Bool], _ first: NumberBlock, _ second: NumberBlock, _ missing: [Bool]?
    ) -> NumberBlock {
        if let (yes, no, scale) = aligned(first, second) {
            return NumberBlock(
                .narrow(flags.indices.map { flags[$0] ? yes[$0] : no[$0] }, scale: scale), missing: missing)
        }
        let (yes, no) = (first.wide, second.wide)
        return NumberBlock(.wide(flags.indices.map { flags[$0] ? yes[$0] : no[$0] }), missing: missing)
    }

    static func extreme(_ smaller: Bool, _ left: NumberBlock, _ right: NumberBlock) -> NumberBlock {
        let missing = missing(left.missing, right.missing)
        if let (first, second, scale) = aligned(left, right) {
            let numbers = first.indices.map { smaller ? min(first[$0], second[$0]) : max(first[$0], second[$0]) }
            return NumberBlock(.narrow(numbers, scale: scale), missing: missing)
        }
        let (first, second) = (left.wide, right.wide)
        return NumberBlock(
            .wide(first.indices.map { smaller ? min(first[$0], second[$0]) : max(first[$0], second[$0]) }),
            missing: missing)
    }

    // MARK: One operand

    /// Rounded to some decimal places.
    func rounded(to places: DecimalPlaces, _ mode: Rounding) -> NumberBlock {
        if places.count >= 0 { return rounded(toPlaces: places.count, mode) }
        return mapOneByOne { try? $0.rounded(to: places, mode) }
    }

    /// Rounded to so many decimal places.
    func rounded(toPlaces places: Int, _ mode: Rounding) -> NumberBlock {
        if case .narrow(let numbers, let scale) = numbers {
            guard scale > places else { return self }
            // The lowest number stands for "none" in the loops over lines, and for itself here.
            if numbers.contains(LineColumn.empty) {
                return mapOneByOne { number in try? number.rounded(toPlaces: places, mode) }
            }
            let rounded = [Int64](unsafeUninitializedCapacity: numbers.count) { target, count in
                numbers.withUnsafeBufferPointer { source in
                    guard let from = source.baseAddress, let to = target.baseAddress else { return }
                    LineKernel.round(source.count, from, places: scale - places, mode, to)
                }
                count = numbers.count
            }
            return NumberBlock(.narrow(rounded, scale: places), missing: missing)
        }
        return mapOneByOne { try? $0.rounded(toPlaces: places, mode) }
    }

    /// Rounded to a multiple of a number above zero.
    func rounded(toMultipleOf step: FixedDecimal, _ mode: Rounding) -> NumberBlock {
        mapOneByOne { try? $0.rounded(toMultipleOf: step, mode) }
    }

    func negated() -> NumberBlock { NumberBlock.combine(.minus, NumberBlock(.zero, count: count), self) }

    func magnitude() -> NumberBlock { NumberBlock.extreme(false, self, negated()) }

    func mapOneByOne(_ operation: (FixedDecimal) -> FixedDecimal?) -> NumberBlock {
        NumberBlock((0..<count).map { row in isMissing(row) ? nil : operation(self[row]) })
    }
}

/// Yes or no for each of some people, or no answer.
struct FlagBlock: Sendable {
    var flags: [Bool]
    /// Who has no answer; `nil` when everybody has.
    var missing: [Bool]?

    init(_ flags: [Bool], missing: [Bool]? = nil) {
        self.flags = flags
        self.missing = missing.flatMap { $0.contains(true) ? $0 : nil }
    }

    func isMissing(_ row: Int) -> Bool { missing?[row] ?? false }

    /// `and`, `or`: what decides alone decides even where the other has no answer.
    static func combine(
        _ operation: BinaryOperator.Connective, _ left: FlagBlock, _ right: FlagBlock
    ) -> FlagBlock {
        var flags: [Bool] = []
        var missing: [Bool] = []
        for row in left.flags.indices {
            let answer = operation.joined(left.answer(row), right.answer(row))
            flags.append(answer ?? false)
            missing.append(answer == nil)
        }
        return FlagBlock(flags, missing: missing)
    }

    private func answer(_ row: Int) -> Bool? { isMissing(row) ? nil : flags[row] }
}
