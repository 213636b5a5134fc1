internal import Company
internal import Formulas
internal import Quantities

// Operators and functions.
extension LineProgram {
    // MARK: Operators

    /// Operators one after the other, from the left end on.
    mutating func chain(_ chain: Checked<LineReference>.Chain) throws(NotCompilable) -> LineValue {
        var links = chain.links[...]
        var value: LineValue
        // A text has no value of its own: it is a code of the field that it is compared with.
        if case .text(let text) = chain.first.node {
            guard let link = links.popFirst(), case .comparison(let comparison) = link.operation.kind else {
                throw NotCompilable(.texts)
            }
            value = try compare(comparison, compile(link.right), text)
        } else {
            value = try compile(chain.first)
        }
        for link in links { value = try combine(link.operation, value, link.right) }
        return value
    }

    private mutating func combine(
        _ operation: BinaryOperator, _ left: LineValue, _ right: Checked<LineReference>
    ) throws(NotCompilable) -> LineValue {
        switch operation.kind {
        case .connective(let connective):
            let (first, second) = (try flag(left), try flag(right))
            let step = connective == .and ? LineStep.both(first.step, second.step) : .either(first.step, second.step)
            return try add(step, .flag, .flag)
        case .comparison(let comparison):
            if case .text(let text) = right.node { return try compare(comparison, left, text) }
            return try compare(comparison, left, compile(right))
        case .arithmetic(.plus): return try sum(.plus, left, compile(right))
        case .arithmetic(.minus): return try sum(.minus, left, compile(right))
        case .arithmetic(.times): return try product(left, compile(right))
        case .arithmetic(.divide): throw NotCompilable(.division)
        }
    }

    private mutating func sum(
        _ operation: BinaryOperator.Arithmetic, _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> LineValue {
        if left.kind == .day, right.kind == .day, operation == .minus {
            return try add(
                .difference(left.step, right.step), .number(scale: 0), mayBeEmpty: left.mayBeEmpty || right.mayBeEmpty,
                left.bounds.minus(right.bounds))
        }
        let (first, second) = try aligned(left, right)
        guard case .number = first.kind else { throw NotCompilable(.kinds) }
        let step =
            operation == .plus ? LineStep.sum(first.step, second.step) : .difference(first.step, second.step)
        let bounds = operation == .plus ? first.bounds.plus(second.bounds) : first.bounds.minus(second.bounds)
        return try add(step, first.kind, mayBeEmpty: first.mayBeEmpty || second.mayBeEmpty, bounds)
    }

    /// A product keeps every decimal place, as long as a decimal has so many.
    private mutating func product(_ left: LineValue, _ right: LineValue) throws(NotCompilable) -> LineValue {
        guard case .number(let first) = left.kind, case .number(let second) = right.kind,
            first + second <= FixedDecimal.scale
        else { throw NotCompilable(.decimals) }
        return try add(
            .product(left.step, right.step), .number(scale: first + second),
            mayBeEmpty: left.mayBeEmpty || right.mayBeEmpty, left.bounds.times(right.bounds))
    }

    private mutating func compare(
        _ operation: BinaryOperator.Comparison, _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> LineValue {
        let (first, second) = try aligned(left, right)
        if first.kind == .flag { throw NotCompilable(.kinds) }
        let mayBeEmpty = first.mayBeEmpty || second.mayBeEmpty
        var answer = try add(.comparison(operation, first.step, second.step), .flag, .flag)
        // None is neither before nor after anything; as a number it would be the lowest.
        if mayBeEmpty, operation != .equal, operation != .notEqual {
            for value in [first, second] where value.mayBeEmpty {
                let present = try add(.isEmpty(value.step, negated: true), .flag, .flag)
                answer = try add(.both(answer.step, present.step), .flag, .flag)
            }
        }
        return answer
    }

    /// A text of a field is one code, or none of its codes.
    private mutating func compare(
        _ operation: BinaryOperator.Comparison, _ value: LineValue, _ text: String
    ) throws(NotCompilable) -> LineValue {
        guard case .code(let path) = value.kind, operation == .equal || operation == .notEqual else {
            throw NotCompilable(.texts)
        }
        let code = code(of: text, path).map { Int64($0) } ?? Self.noSuchCode
        let constant = try constant(code, value.kind)
        return try add(.comparison(operation, value.step, constant.step), .flag, .flag)
    }

    private static let noSuchCode: Int64 = -2

    // MARK: Functions

    mutating func apply(
        _ function: ArithmeticFunction, _ arguments: [Checked<LineReference>]
    ) throws(NotCompilable) -> LineValue {
        guard let first = arguments.first else { throw NotCompilable(.kinds) }
        switch function {
        case .abs: return try map(first, { .magnitude($0) }, { $0.magnitude })
        case .floor: return try rounded(compile(first), to: 0, .down)
        case .ceil: return try rounded(compile(first), to: 0, .up)
        case .round: return try rounded(compile(first), to: places(arguments), .halfAwayFromZero)
        case .round_half_even: return try rounded(compile(first), to: places(arguments), .halfEven)
        case .min, .max:
            var value = try compile(first)
            for argument in arguments.dropFirst() {
                value = try extreme(function == .min, value, compile(argument))
            }
            return value
        case .clamp:
            guard arguments.count == 3 else { throw NotCompilable(.kinds) }
            return try extreme(
                false, compile(arguments[1]), extreme(true, compile(arguments[2]), compile(first)))
        case .otherwise:
            guard arguments.count == 2 else { throw NotCompilable(.kinds) }
            let (value, instead) = try aligned(compile(first), compile(arguments[1]))
            guard case .number = value.kind else { throw NotCompilable(.kinds) }
            return try add(
                .instead(value.step, instead.step), value.kind, mayBeEmpty: instead.mayBeEmpty,
                value.bounds.union(instead.bounds))
        case .sqrt: throw NotCompilable(.root)
        }
    }

    private mutating func extreme(
        _ smaller: Bool, _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> LineValue {
        let (first, second) = try aligned(left, right)
        guard case .number = first.kind else { throw NotCompilable(.kinds) }
        let step = smaller ? LineStep.smaller(first.step, second.step) : .larger(first.step, second.step)
        return try add(
            step, first.kind, mayBeEmpty: first.mayBeEmpty || second.mayBeEmpty, first.bounds.union(second.bounds))
    }

    /// The decimal places a rounding names; a constant in every formula worth compiling. Tens are rounded to elsewhere.
    private func places(_ arguments: [Checked<LineReference>]) throws(NotCompilable) -> Int {
        guard arguments.count > 1 else { return 0 }
        guard let places = arguments[1].decimalPlaces, places.count >= 0 else { throw NotCompilable(.rounding) }
        return places.count
    }

    private mutating func rounded(
        _ value: LineValue, to places: Int, _ mode: Rounding
    ) throws(NotCompilable) -> LineValue {
        guard case .number(let scale) = value.kind else { throw NotCompilable(.kinds) }
        guard scale > places else { return value }
        var step = LineStep.rounded(value.step, places: scale - places, mode)
        if case .product(let left, let right) = steps[value.step], steps[left] == .share || steps[right] == .share {
            let amount = steps[left] == .share ? right : left
            step = .sharedOut(amount, places: scale - places, mode)
        }
        return try add(
            step, .number(scale: places), mayBeEmpty: value.mayBeEmpty,
            value.bounds.divided(by: LineKernel.powerOfTen(scale - places)))
    }
}
