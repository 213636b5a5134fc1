public import Messages
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
        case .binary(let operation, let left, let right): Self.evaluate(operation, left, right, self, resolve)
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
        _ operation: BinaryOperator, _ left: Checked, _ right: Checked, _ whole: Checked,
        _ resolve: (Reference) -> Outcome<FormulaValue>
    ) -> Outcome<FormulaValue> {
        guard case .binary = left.node else { return combine(operation, left.evaluate(resolve), right, resolve) }
        // A long sum is walked from its left end on, not by going deeper with each of its terms.
        let chain = Chain(whole)
        return chain.links.reduce(chain.first.evaluate(resolve)) { value, link in
            combine(link.operation, value, link.right, resolve)
        }
    }

    private static func combine(
        _ operation: BinaryOperator, _ first: Outcome<FormulaValue>, _ right: Checked,
        _ resolve: (Reference) -> Outcome<FormulaValue>
    ) -> Outcome<FormulaValue> {
        let kind = operation.kind
        if case .connective(let connective) = kind { return decide(connective, first, right, resolve) }
        guard case .value(let left) = first else { return first }
        let second = right.evaluate(resolve)
        guard case .value(let right) = second else { return second }
        switch kind {
        case .comparison(let comparison): return compare(comparison, left, right)
        case .arithmetic(let arithmetic): return calculate(arithmetic, left, right)
        case .connective: return .value(.empty)
        }
    }

    private static func decide(
        _ operation: BinaryOperator.Connective, _ first: Outcome<FormulaValue>, _ right: Checked,
        _ resolve: (Reference) -> Outcome<FormulaValue>
    ) -> Outcome<FormulaValue> {
        if first == .value(.flag(operation.decisive)) { return first }
        let second = right.evaluate(resolve)
        // What decides alone makes a reason of the other side no matter.
        if let answer = operation.joined(first.value?.flag, second.value?.flag) { return .value(.flag(answer)) }
        return (first.reason ?? second.reason).map { .notComputable($0) } ?? .value(.empty)
    }

    /// An empty field equals only another empty one and is neither before nor after anything.
    private static func compare(
        _ operation: BinaryOperator.Comparison, _ left: FormulaValue, _ right: FormulaValue
    ) -> Outcome<FormulaValue> {
        switch (left, right) {
        case (.number(let first), .number(let second)): return .value(.flag(operation.holds(first, second)))
        case (.day(let first), .day(let second)): return .value(.flag(operation.holds(first, second)))
        case (.number, _), (.flag, _), (.text, _), (.day, _), (.empty, _): break
        }
        return .value(.flag(operation.holdsWithoutOrder(areEqual: left == right)))
    }

    private static func calculate(
        _ operation: BinaryOperator.Arithmetic, _ left: FormulaValue, _ right: FormulaValue
    ) -> Outcome<FormulaValue> {
        switch (left, right) {
        case (.empty, _), (_, .empty):
            return .value(.empty)
        case (.day(let first), .day(let second)):
            return .value(.number(FixedDecimal(Int(first) - Int(second))))
        case (.day(let day), .number(let days)):
            return .value(.day(FormulaValue.day(day, moved: operation == .minus ? .minus : .plus, by: days)))
        case (.number(let first), .number(let second)):
            return .computing { () throws(QuantityError) in .number(try operation.apply(first, second)) }
        case (.number, _), (.flag, _), (.text, _), (.day, _):
            // The checker lets no such pair through.
            return .notComputable(.empty)
        }
    }
}

extension FormulaValue {
    /// A day some days later or earlier; a part of a day does not count.
    ///
    /// So far from every calendar that nothing lies beyond, a day stays where it is.
    public static func day(_ day: Int32, moved operation: BinaryOperator.Arithmetic, by days: FixedDecimal) -> Int32 {
        let whole = Int(clamping: days.raw / FixedDecimal.one.raw)
        let shift = Swift.max(-10_000_000, Swift.min(10_000_000, whole))
        return Int32(clamping: operation == .minus ? Int(day) - shift : Int(day) + shift)
    }
}

extension BinaryOperator.Comparison {
    /// Whether a comparison holds.
    @inlinable
    public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }

    /// Whether a comparison holds of values one of which may be none: none equals only none and is neither before nor after anything.
    @inlinable
    public func holds<Value: Comparable>(_ left: Value, _ right: Value, none: Value) -> Bool {
        left == none || right == none ? holdsWithoutOrder(areEqual: left == right) : holds(left, right)
    }

    /// Whether a comparison holds of what has no order: it is equal or not.
    @inlinable
    public func holdsWithoutOrder(areEqual: Bool) -> Bool {
        switch self {
        case .equal: areEqual
        case .notEqual: !areEqual
        case .less, .lessOrEqual, .greater, .greaterOrEqual: false
        }
    }
}

extension BinaryOperator.Arithmetic {
    /// The result for two numbers.
    ///
    /// - Throws: ``QuantityError``, for what does not fit and for a division by zero.
    public func apply(_ left: FixedDecimal, _ right: FixedDecimal) throws(QuantityError) -> FixedDecimal {
        switch self {
        case .plus: try left.adding(right)
        case .minus: try left.subtracting(right)
        case .times: try left.multiplied(by: right)
        case .divide: try left.divided(by: right)
        }
    }
}

// MARK: - Functions

extension Checked {
    private static func evaluate(
        _ function: ArithmeticFunction, _ arguments: [Checked], _ resolve: (Reference) -> Outcome<FormulaValue>
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
