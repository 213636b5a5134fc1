internal import Formulas
internal import Messages
internal import Quantities

/// The operators of formulas as loops over numbers: one body for each, for lines and for people alike.
///
/// Numbers are `Int64` in units of 10^-scale, of which the lowest stands for "none", or decimals of 128 bits in units of 10^-16.
/// A target may be one of the operands.
enum NumberKernel {
    typealias Numbers<Number> = UnsafeMutablePointer<Number>

    /// Whether results of 64 bits fit.
    enum Fit {
        /// It was shown before anything was computed.
        case shown
        /// It is looked at: a loop says whether all of them did.
        case checked
    }

    // MARK: Any operation

    /// Applies an operation where no operand is none.
    @inline(__always)
    static func combine<Number: FixedWidthInteger>(
        _ count: Int, _ left: Numbers<Number>, _ right: Numbers<Number>, _ target: Numbers<Number>, mayBeNone: Bool,
        _ operation: (Number, Number) -> Number
    ) {
        if mayBeNone {
            for row in 0..<count {
                target[row] = left[row] == .min || right[row] == .min ? .min : operation(left[row], right[row])
            }
        } else {
            for row in 0..<count { target[row] = operation(left[row], right[row]) }
        }
    }

    @inline(__always)
    static func map<Number: FixedWidthInteger>(
        _ count: Int, _ values: Numbers<Number>, _ target: Numbers<Number>, mayBeNone: Bool,
        _ operation: (Number) -> Number
    ) {
        if mayBeNone {
            for row in 0..<count { target[row] = values[row] == .min ? .min : operation(values[row]) }
        } else {
            for row in 0..<count { target[row] = operation(values[row]) }
        }
    }

    /// `false` when a result does not fit, or is the number that stands for none.
    @inline(__always)
    private static func combine(
        _ count: Int, _ left: Numbers<Int64>, _ right: Numbers<Int64>, _ target: Numbers<Int64>, mayBeNone: Bool,
        _ fit: Fit, _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> Bool {
        switch fit {
        case .shown:
            combine(count, left, right, target, mayBeNone: mayBeNone) { operation($0, $1).partialValue }
            return true
        case .checked:
            var failed = false
            combine(count, left, right, target, mayBeNone: mayBeNone) {
                let (result, overflow) = operation($0, $1)
                failed = failed || overflow || result == .min
                return result
            }
            return !failed
        }
    }

    @inline(__always)
    private static func map(
        _ count: Int, _ values: Numbers<Int64>, _ target: Numbers<Int64>, mayBeNone: Bool, _ fit: Fit,
        _ operation: (Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> Bool {
        combine(count, values, values, target, mayBeNone: mayBeNone, fit) { number, _ in operation(number) }
    }

    /// Decimals of 128 bits, of which the lowest may be a number too: then a lowest number of 64 bits beside it marks none.
    struct Wide {
        let numbers: Numbers<Int128>
        var marks: Numbers<Int64>?

        @inline(__always)
        func number(_ row: Int) -> FixedDecimal? {
            let isNone = marks.map { $0[row] == .min } ?? (numbers[row] == .min)
            return isNone ? nil : FixedDecimal(raw: numbers[row])
        }

        @inline(__always)
        func put(_ number: FixedDecimal?, _ row: Int) {
            numbers[row] = number?.raw ?? .min
            if let marks { marks[row] = number == nil ? .min : 0 }
        }
    }

    /// Number by number; where there is no result there is none. Gives the first fault.
    @inline(__always)
    static func attempt(
        _ count: Int, _ target: Wide, _ operation: (Int) throws(QuantityError) -> FixedDecimal?
    ) -> QuantityError? {
        var fault: QuantityError?
        for row in 0..<count {
            do throws(QuantityError) {
                target.put(try operation(row), row)
            } catch {
                target.put(nil, row)
                fault = fault ?? error
            }
        }
        return fault
    }

    // MARK: Arithmetic

    @inline(__always)
    static func sum(
        _ count: Int, _ left: Numbers<Int64>, _ right: Numbers<Int64>, _ target: Numbers<Int64>, mayBeNone: Bool,
        _ fit: Fit
    ) -> Bool {
        combine(count, left, right, target, mayBeNone: mayBeNone, fit) { $0.addingReportingOverflow($1) }
    }

    @inline(__always)
    static func difference(
        _ count: Int, _ left: Numbers<Int64>, _ right: Numbers<Int64>, _ target: Numbers<Int64>, mayBeNone: Bool,
        _ fit: Fit
    ) -> Bool {
        combine(count, left, right, target, mayBeNone: mayBeNone, fit) { $0.subtractingReportingOverflow($1) }
    }

    /// In units of both scales together.
    @inline(__always)
    static func product(
        _ count: Int, _ left: Numbers<Int64>, _ right: Numbers<Int64>, _ target: Numbers<Int64>, mayBeNone: Bool,
        _ fit: Fit
    ) -> Bool {
        combine(count, left, right, target, mayBeNone: mayBeNone, fit) { $0.multipliedReportingOverflow(by: $1) }
    }

    /// Quotients × a factor, rounded half away from zero; none where nothing can be divided by. `false` when one does not fit.
    static func quotient(
        _ count: Int, _ left: Numbers<Int64>, _ right: Numbers<Int64>, times factor: Int64, _ target: Numbers<Int64>
    ) -> Bool {
        for row in 0..<count {
            guard left[row] != .min, right[row] != .min, right[row] != 0 else {
                target[row] = .min
                continue
            }
            let quotient = Int64.ratio(left[row], times: factor, over: right[row], rounding: .halfAwayFromZero)
            guard let quotient, quotient != .min else { return false }
            target[row] = quotient
        }
        return true
    }

    /// × a power of ten.
    @inline(__always)
    static func scaled(
        _ count: Int, _ values: Numbers<Int64>, by factor: Int64, _ target: Numbers<Int64>, mayBeNone: Bool, _ fit: Fit
    ) -> Bool {
        map(count, values, target, mayBeNone: mayBeNone, fit) { $0.multipliedReportingOverflow(by: factor) }
    }

    /// To the nearest multiple of a number of units above zero.
    @inline(__always)
    static func multiple(
        _ count: Int, _ values: Numbers<Int64>, of unit: Int64, _ mode: Rounding, _ target: Numbers<Int64>,
        mayBeNone: Bool, _ fit: Fit
    ) -> Bool {
        map(count, values, target, mayBeNone: mayBeNone, fit) {
            $0.divided(by: unit, rounding: mode).multipliedReportingOverflow(by: unit)
        }
    }

    /// An operator as the formulas' own evaluation computes it.
    static func arithmetic(
        _ count: Int, _ operation: BinaryOperator.Arithmetic, _ left: Wide, _ right: Wide, _ target: Wide
    ) -> QuantityError? {
        attempt(count, target) { row throws(QuantityError) in
            guard let first = left.number(row), let second = right.number(row) else { return nil }
            return try operation.apply(first, second)
        }
    }

    /// A function as the formulas' own evaluation computes it.
    static func apply(
        _ count: Int, _ function: ArithmeticFunction, _ arguments: [Wide], _ target: Wide
    ) -> QuantityError? {
        attempt(count, target) { row throws(QuantityError) in
            let numbers = arguments.compactMap { $0.number(row) }
            return numbers.count == arguments.count ? try function.apply(numbers) : nil
        }
    }

    // MARK: Comparing and choosing

    /// The smaller or the larger of two.
    @inline(__always)
    static func extreme<Number: FixedWidthInteger>(
        _ count: Int, smaller: Bool, _ left: Numbers<Number>, _ right: Numbers<Number>, _ target: Numbers<Number>,
        mayBeNone: Bool
    ) {
        if smaller {
            combine(count, left, right, target, mayBeNone: mayBeNone) { $0 < $1 ? $0 : $1 }
        } else {
            combine(count, left, right, target, mayBeNone: mayBeNone) { $0 > $1 ? $0 : $1 }
        }
    }

    /// Compares numbers as such: none is the lowest of them.
    static func compare<Number: FixedWidthInteger>(
        _ count: Int, _ operation: BinaryOperator.Comparison, _ left: Numbers<Number>, _ right: Numbers<Number>,
        _ target: Numbers<Int64>
    ) {
        switch operation {
        case .equal: compare(count, left, right, target, ==)
        case .notEqual: compare(count, left, right, target, !=)
        case .less: compare(count, left, right, target, <)
        case .lessOrEqual: compare(count, left, right, target, <=)
        case .greater: compare(count, left, right, target, >)
        case .greaterOrEqual: compare(count, left, right, target, >=)
        }
    }

    @inline(__always)
    private static func compare<Number: FixedWidthInteger>(
        _ count: Int, _ left: Numbers<Number>, _ right: Numbers<Number>, _ target: Numbers<Int64>,
        _ holds: (Number, Number) -> Bool
    ) {
        for row in 0..<count { target[row] = holds(left[row], right[row]) ? 1 : 0 }
    }

    /// `and`, `or`. Of flags that are all there the answer is one operation on bits.
    @inline(__always)
    static func decide(
        _ count: Int, _ connective: BinaryOperator.Connective, _ left: Numbers<Int64>, _ right: Numbers<Int64>,
        _ target: Numbers<Int64>, mayBeNone: Bool
    ) {
        guard mayBeNone else {
            switch connective {
            case .and: combine(count, left, right, target, mayBeNone: false, &)
            case .or: combine(count, left, right, target, mayBeNone: false, |)
            }
            return
        }
        for row in 0..<count {
            target[row] = flag(connective.joined(answer(left[row]), answer(right[row])))
        }
    }

    private static func answer(_ flag: Int64) -> Bool? { flag == .min ? nil : flag != 0 }

    private static func flag(_ answer: Bool?) -> Int64 { answer.map { $0 ? 1 : 0 } ?? .min }

    /// The first where the flag is set, else the second; none where there is no answer.
    @inline(__always)
    static func choose<Number: FixedWidthInteger>(
        _ count: Int, _ condition: Numbers<Int64>, _ first: Numbers<Number>, _ second: Numbers<Number>,
        _ target: Numbers<Number>, mayBeUnanswered: Bool
    ) {
        if mayBeUnanswered {
            for row in 0..<count {
                target[row] = answer(condition[row]).map { $0 ? first[row] : second[row] } ?? .min
            }
        } else {
            for row in 0..<count {
                let mask = Number(truncatingIfNeeded: 0 &- condition[row])
                target[row] = (first[row] & mask) | (second[row] & ~mask)
            }
        }
    }

    /// The first where it is there, else the second.
    @inline(__always)
    static func instead<Number: FixedWidthInteger>(
        _ count: Int, _ first: Numbers<Number>, _ second: Numbers<Number>, _ target: Numbers<Number>
    ) {
        for row in 0..<count { target[row] = first[row] == .min ? second[row] : first[row] }
    }

    // MARK: Widening and rounding

    /// The same numbers in 128 bits, × a power of ten.
    static func widen(_ count: Int, _ values: Numbers<Int64>, by factor: Int128, _ target: Numbers<Int128>) {
        for row in 0..<count { target[row] = values[row] == .min ? .min : Int128(values[row]) &* factor }
    }

    /// Numbers ÷ 10^places, rounded; none stays none.
    ///
    /// The usual divisors are constants of the loop, so that no division is left in it, and the mode is decided outside.
    static func round(
        _ count: Int, _ values: Numbers<Int64>, places: Int, _ mode: Rounding, _ target: Numbers<Int64>
    ) {
        switch places {
        case 1: round(count, values, 10, mode, target)
        case 2: round(count, values, 100, mode, target)
        case 3: round(count, values, 1_000, mode, target)
        case 4: round(count, values, 10_000, mode, target)
        case 5: round(count, values, 100_000, mode, target)
        case 6: round(count, values, 1_000_000, mode, target)
        case 7: round(count, values, 10_000_000, mode, target)
        case 8: round(count, values, 100_000_000, mode, target)
        case 9: round(count, values, 1_000_000_000, mode, target)
        case 12: round(count, values, 1_000_000_000_000, mode, target)
        default: round(count, values, PowersOfTen.int64(places), mode, target)
        }
    }

    @inline(__always)
    private static func round(
        _ count: Int, _ values: Numbers<Int64>, _ divisor: Int64, _ mode: Rounding, _ target: Numbers<Int64>
    ) {
        switch mode {
        case .halfEven:
            map(count, values, target, mayBeNone: true) { $0.divided(by: divisor, rounding: .halfEven) }
        case .halfAwayFromZero:
            map(count, values, target, mayBeNone: true) { $0.divided(by: divisor, rounding: .halfAwayFromZero) }
        case .up, .down, .towardsZero, .awayFromZero:
            map(count, values, target, mayBeNone: true) { $0.divided(by: divisor, rounding: mode) }
        }
    }
}
