internal import Periods
public import Quantities

extension Checked {
    /// The formula's value, where `resolve` answers what a reference is worth.
    ///
    /// A part that is not computable makes the whole not computable, except where it cannot matter:
    /// `false and x`, `true or x`, the branch of an `if` that is not taken, `otherwise(x, y)`.
    /// An empty part makes the whole empty in the same way; only who needs a number or an answer then says that it is missing.
    public func evaluate(_ resolve: (Reference) -> Outcome<FormulaValue>) -> Outcome<FormulaValue> {
        switch node {
        case .number(let number): .value(.number(number))
        case .text(let text): .value(.text(text))
        case .day(let day): .value(.day(day.number))
        case .flag(let flag): .value(.flag(flag))
        case .reference(let reference): resolve(reference)
        case .negation(let operand):
            operand.evaluate(resolve).then { value throws(QuantityError) in
                guard case .number(let number) = value else { return .empty }
                return .number(try number.negated())
            }
        case .not(let operand): operand.evaluate(resolve).map { $0.flag.map { .flag(!$0) } ?? .empty }
        case .binary(let operation, let left, let right): Self.evaluate(operation, left, right, resolve)
        case .emptiness(let operand, let negated):
            operand.evaluate(resolve).map { .flag(($0 == .empty) != negated) }
        case .conditional(let condition, let first, let second):
            switch condition.evaluate(resolve) {
            case .value(.flag(true)): first.evaluate(resolve)
            case .value(.flag(false)): second.evaluate(resolve)
            case .value: .value(.empty)
            case .notComputable(let reason): .notComputable(reason)
            }
        case .function(let function, let arguments): Self.evaluate(function, arguments, resolve)
        }
    }

    /// The value of a formula that gives a number.
    public func evaluateNumber(_ resolve: (Reference) -> Outcome<FormulaValue>) -> Outcome<FixedDecimal> {
        switch evaluate(resolve) {
        case .value(.number(let number)): .value(number)
        case .value: .notComputable(.empty)
        case .notComputable(let reason): .notComputable(reason)
        }
    }

    /// The answer of a formula that gives yes or no.
    public func evaluateFlag(_ resolve: (Reference) -> Outcome<FormulaValue>) -> Outcome<Bool> {
        switch evaluate(resolve) {
        case .value(.flag(let flag)): .value(flag)
        case .value: .notComputable(.empty)
        case .notComputable(let reason): .notComputable(reason)
        }
    }
}

extension Reason {
    /// An empty field was used where a value is needed.
    public static let empty = Reason("empty", LocalizedText(en: "a value is missing", ru: "нет значения"))
}

// MARK: - Operators

extension Checked {
    private static func evaluate(
        _ operation: BinaryOperator, _ left: Checked, _ right: Checked,
        _ resolve: (Reference) -> Outcome<FormulaValue>
    ) -> Outcome<FormulaValue> {
        switch operation {
        case .and, .or: return evaluateLogic(operation, left, right, resolve)
        default: break
        }
        switch (left.evaluate(resolve), right.evaluate(resolve)) {
        case (.notComputable(let reason), _), (_, .notComputable(let reason)): return .notComputable(reason)
        case (.value(let first), .value(let second)):
            return operation.isComparison
                ? compare(operation, first, second) : calculate(operation, first, second)
        }
    }

    private static func evaluateLogic(
        _ operation: BinaryOperator, _ left: Checked, _ right: Checked,
        _ resolve: (Reference) -> Outcome<FormulaValue>
    ) -> Outcome<FormulaValue> {
        let decisive = operation == .or
        let first = left.evaluate(resolve)
        if first == .value(.flag(decisive)) { return first }
        let second = right.evaluate(resolve)
        if second == .value(.flag(decisive)) { return second }
        if let reason = first.reason ?? second.reason { return .notComputable(reason) }
        return .value(first == .value(.empty) || second == .value(.empty) ? .empty : .flag(!decisive))
    }

    /// An empty field equals only another empty one and is neither before nor after anything.
    private static func compare(
        _ operation: BinaryOperator, _ left: FormulaValue, _ right: FormulaValue
    ) -> Outcome<FormulaValue> {
        if left == .empty || right == .empty {
            switch operation {
            case .equal: return .value(.flag(left == right))
            case .notEqual: return .value(.flag(left != right))
            default: return .value(.flag(false))
            }
        }
        let answer: Bool
        switch (left, right) {
        case (.number(let first), .number(let second)): answer = operation.holds(first, second)
        case (.day(let first), .day(let second)): answer = operation.holds(first, second)
        default: answer = operation == .equal ? left == right : left != right
        }
        return .value(.flag(answer))
    }

    private static func calculate(
        _ operation: BinaryOperator, _ left: FormulaValue, _ right: FormulaValue
    ) -> Outcome<FormulaValue> {
        switch (left, right) {
        case (.empty, _), (_, .empty):
            return .value(.empty)
        case (.day(let first), .day(let second)):
            return .value(.number(FixedDecimal(Int(first) - Int(second))))
        case (.day(let day), .number(let days)):
            return .computing { () throws(QuantityError) in
                let signed = operation == .minus ? try days.negated() : days
                let shifted = Int(day) + (try signed.integer(.towardsZero)).clamped(to: -10_000_000...10_000_000)
                return .day(Int32(clamping: shifted))
            }
        case (.number(let first), .number(let second)):
            return .computing { () throws(QuantityError) in .number(try operation.apply(first, second)) }
        default:
            return .notComputable(.empty)
        }
    }
}

extension BinaryOperator {
    /// Whether a comparison holds.
    @inlinable
    public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        default: left >= right
        }
    }

    /// The result of an arithmetic operator.
    public func apply(_ left: FixedDecimal, _ right: FixedDecimal) throws(QuantityError) -> FixedDecimal {
        switch self {
        case .plus: try left.adding(right)
        case .minus: try left.subtracting(right)
        case .times: try left.multiplied(by: right)
        default: try left.divided(by: right)
        }
    }
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}

// MARK: - Functions

extension Checked {
    private static func evaluate(
        _ function: Function, _ arguments: [Checked], _ resolve: (Reference) -> Outcome<FormulaValue>
    ) -> Outcome<FormulaValue> {
        if function == .otherwise, let first = arguments.first, let second = arguments.last {
            let outcome = first.evaluate(resolve)
            if case .value(let value) = outcome, value != .empty { return outcome }
            return second.evaluate(resolve)
        }
        var numbers: [FixedDecimal] = []
        for argument in arguments {
            switch argument.evaluate(resolve) {
            case .value(.number(let number)): numbers.append(number)
            case .value: continue
            case .notComputable(let reason): return .notComputable(reason)
            }
        }
        guard numbers.count == arguments.count else { return .value(.empty) }
        return .computing { () throws(QuantityError) in .number(try function.apply(numbers)) }
    }
}

extension Function {
    /// The value of an arithmetic function; the checker has seen to the number of arguments.
    public func apply(_ numbers: [FixedDecimal]) throws(QuantityError) -> FixedDecimal {
        guard let first = numbers.first else { return .zero }
        switch self {
        case .min: return numbers.min() ?? first
        case .max: return numbers.max() ?? first
        case .abs: return try first.magnitude()
        case .floor: return try first.rounded(toPlaces: 0, .down)
        case .ceil: return try first.rounded(toPlaces: 0, .up)
        case .clamp: return numbers.count == 3 ? Swift.max(numbers[1], Swift.min(numbers[2], first)) : first
        case .sqrt: return try first.squareRoot()
        case .round:
            let places = numbers.count > 1 ? try numbers[1].integer(.towardsZero) : 0
            return try first.rounded(toPlaces: Swift.max(0, Swift.min(FixedDecimal.scale, places)))
        case .round_half_even:
            let places = numbers.count > 1 ? try numbers[1].integer(.towardsZero) : 0
            return try first.rounded(toPlaces: Swift.max(0, Swift.min(FixedDecimal.scale, places)), .halfEven)
        default: return first
        }
    }
}
