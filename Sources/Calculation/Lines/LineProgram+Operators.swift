internal import Company
internal import Formulas
internal import Messages
internal import Quantities

// Operators and functions.
extension LineProgram {
    // MARK: Operators

    /// Operators one after the other, from the left end on.
    mutating func chain(_ chain: Checked<LineReference>.Chain) throws(NotCompilable) -> LineValue {
        var value = try compile(chain.first)
        for link in chain.links { value = try combine(link.operation, value, link.right) }
        return value
    }

    private mutating func combine(
        _ operation: BinaryOperator, _ left: LineValue, _ right: Checked<LineReference>
    ) throws(NotCompilable) -> LineValue {
        switch operation.kind {
        case .connective(let connective):
            let (first, second) = (try flag(left), try flag(right))
            let step: LineStep =
                switch connective {
                case .and: .both(first.step, second.step)
                case .or: .either(first.step, second.step)
                }
            return try add(step, .flag, mayBeEmpty: first.mayBeEmpty || second.mayBeEmpty, .flag)
        case .comparison(let comparison): return try compare(comparison, left, compile(right))
        case .arithmetic(let arithmetic): return try calculate(arithmetic, left, compile(right))
        }
    }

    mutating func calculate(
        _ operation: BinaryOperator.Arithmetic, _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> LineValue {
        if left.kind == .day { return try move(left, operation, right) }
        return try number([left, right], { .arithmetic(operation, $0[0], $0[1]) }) { program throws(NotCompilable) in
            switch operation {
            case .plus, .minus: try program.sum(operation, left, right)
            case .times: try program.product(left, right)
            case .divide: throw NotCompilable(.division)
            }
        }
    }

    /// The days between two, or a day some days before or after one.
    private mutating func move(
        _ day: LineValue, _ operation: BinaryOperator.Arithmetic, _ other: LineValue
    ) throws(NotCompilable) -> LineValue {
        let mayBeEmpty = day.mayBeEmpty || other.mayBeEmpty
        if other.kind == .day {
            guard operation == .minus else { throw NotCompilable(.kinds) }
            return try add(
                .difference(day.step, other.step), .number(scale: 0), mayBeEmpty: mayBeEmpty,
                day.bounds.minus(other.bounds))
        }
        let moved = try add(
            .movedDay(operation, day.step, by: widened(other).step), .day, mayBeEmpty: mayBeEmpty,
            LineBounds(Int64(Int32.min)...Int64(Int32.max)))
        return hinder(moved, .kinds)
    }

    private mutating func sum(
        _ operation: BinaryOperator.Arithmetic, _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> LineValue {
        let (first, second) = try aligned(left, right)
        let step =
            operation == .plus ? LineStep.sum(first.step, second.step) : .difference(first.step, second.step)
        let bounds = operation == .plus ? first.bounds.plus(second.bounds) : first.bounds.minus(second.bounds)
        return try add(step, first.kind, mayBeEmpty: first.mayBeEmpty || second.mayBeEmpty, bounds)
    }

    /// A product keeps every decimal place, as long as a decimal has so many.
    mutating func product(_ left: LineValue, _ right: LineValue) throws(NotCompilable) -> LineValue {
        guard case .number(let first) = left.kind, case .number(let second) = right.kind,
            first + second <= FixedDecimal.scale
        else { throw NotCompilable(.decimals) }
        return try add(
            .product(left.step, right.step), .number(scale: first + second),
            mayBeEmpty: left.mayBeEmpty || right.mayBeEmpty, left.bounds.times(right.bounds))
    }

    /// A comparison, which always has an answer: what is none equals only none and is neither before nor after anything.
    private mutating func compare(
        _ operation: BinaryOperator.Comparison, _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> LineValue {
        switch (left.kind, right.kind) {
        case (.number, .number):
            do throws(NotCompilable) {
                guard !left.isWide, !right.isWide else { throw NotCompilable(.range) }
                let (first, second) = try aligned(left, right)
                return try compareNarrow(operation, first, second)
            } catch {
                let (first, second) = (try widened(left), try widened(right))
                let answer = try add(.wideComparison(operation, first.step, second.step), .flag, .flag)
                return hinder(answer, error.why)
            }
        case (.code, .code):
            let (first, second) = try comparable(left, right)
            return try compareNarrow(operation, first, second)
        case (let one, let other) where one == other: return try compareNarrow(operation, left, right)
        case (.number, _), (.day, _), (.flag, _), (.code, _): throw NotCompilable(.kinds)
        }
    }

    private mutating func compareNarrow(
        _ operation: BinaryOperator.Comparison, _ first: LineValue, _ second: LineValue
    ) throws(NotCompilable) -> LineValue {
        var answer = try add(.comparison(operation, first.step, second.step), .flag, .flag)
        switch operation {
        case .equal, .notEqual: return answer
        case .less, .lessOrEqual, .greater, .greaterOrEqual: break
        }
        // As a number none would be the lowest.
        for value in [first, second] where value.mayBeEmpty {
            let present = try add(.isEmpty(value.step, negated: true), .flag, .flag)
            answer = try add(.both(answer.step, present.step), .flag, .flag)
        }
        return answer
    }

    // MARK: Functions

    mutating func apply(
        _ function: ArithmeticFunction, _ arguments: [Checked<LineReference>]
    ) throws(NotCompilable) -> LineValue {
        var operands: [LineValue] = []
        for argument in arguments { operands.append(try compile(argument)) }
        let form = function.form(of: arguments)
        if case .instead(.argument(0), .argument(1)) = form, operands.count == 2 {
            return try number(operands, mayBeEmpty: operands[1].mayBeEmpty, { .instead($0[0], $0[1]) }) {
                program throws(NotCompilable) in try program.narrow(form, operands)
            }
        }
        return try number(operands, { .function(function, $0) }) { program throws(NotCompilable) in
            try program.narrow(form, operands)
        }
    }

    private mutating func narrow(
        _ form: FunctionForm, _ operands: [LineValue]
    ) throws(NotCompilable) -> LineValue {
        switch form {
        case .argument(let number): return operands[number]
        case .magnitude(let operand): return try map(narrow(operand, operands), { .magnitude($0) }, { $0.magnitude })
        case .smaller(let left, let right):
            return try extreme(true, narrow(left, operands), narrow(right, operands))
        case .larger(let left, let right):
            return try extreme(false, narrow(left, operands), narrow(right, operands))
        case .instead(let left, let right):
            let (value, instead) = try aligned(narrow(left, operands), narrow(right, operands))
            return try add(
                .instead(value.step, instead.step), value.kind, mayBeEmpty: instead.mayBeEmpty,
                value.bounds.union(instead.bounds))
        case .rounded(let operand, let places, let mode):
            guard places.count >= 0 else { throw NotCompilable(.rounding) }
            return try rounded(narrow(operand, operands), to: places.count, mode)
        case .multiple(let operand, let step, let mode):
            return try multiple(narrow(operand, operands), of: constant(step), mode)
        case .applied: throw NotCompilable(.applied)
        }
    }

    private mutating func multiple(
        _ value: LineValue, of step: LineValue, _ mode: Rounding
    ) throws(NotCompilable) -> LineValue {
        guard !step.isWide else { throw NotCompilable(.range) }
        let (number, unit) = try aligned(value, step)
        let size = unit.range.upperBound
        return try add(
            .multiple(number.step, of: size, mode), number.kind, mayBeEmpty: number.mayBeEmpty,
            number.bounds.plus(LineBounds(-size...size)))
    }

    private mutating func extreme(
        _ smaller: Bool, _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> LineValue {
        let (first, second) = try aligned(left, right)
        let step = smaller ? LineStep.smaller(first.step, second.step) : .larger(first.step, second.step)
        return try add(
            step, first.kind, mayBeEmpty: first.mayBeEmpty || second.mayBeEmpty, first.bounds.union(second.bounds))
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
            value.bounds.divided(by: PowersOfTen.int64(scale - places)))
    }
}
