internal import Company
internal import Formulas
internal import Quantities

/// Steps in decimals of 128 bits: what the formulas' own evaluation gives, line by line.
extension LineBlock {
    func runWide(_ step: WideStep, _ target: UnsafeMutablePointer<Int128>) throws(QuantityError) {
        switch step {
        case .constant(let number): target.update(repeating: number, count: lines.count)
        case .widened(let value, let factor):
            let narrow = numbers(value)
            for line in 0..<lines.count {
                target[line] = narrow[line] == LineColumn.empty ? WideStep.none : Int128(narrow[line]) &* factor
            }
        case .negated(let value):
            let numbers = wideNumbers(value)
            for line in 0..<lines.count {
                target[line] =
                    numbers[line] == WideStep.none
                    ? WideStep.none : try FixedDecimal(raw: numbers[line]).negated().raw
            }
        case .arithmetic(let operation, let left, let right):
            let (first, second) = (wideNumbers(left), wideNumbers(right))
            for line in 0..<lines.count {
                target[line] =
                    first[line] == WideStep.none || second[line] == WideStep.none
                    ? WideStep.none
                    : try operation.apply(FixedDecimal(raw: first[line]), FixedDecimal(raw: second[line])).raw
            }
        case .function(let function, let arguments): try apply(function, arguments.map { wideNumbers($0) }, target)
        case .instead(let value, let other):
            let (first, second) = (wideNumbers(value), wideNumbers(other))
            for line in 0..<lines.count { target[line] = first[line] == WideStep.none ? second[line] : first[line] }
        case .choice(let condition, let first, let second):
            let (flags, yes, no) = (numbers(condition), wideNumbers(first), wideNumbers(second))
            for line in 0..<lines.count {
                target[line] =
                    flags[line] == LineColumn.empty ? WideStep.none : flags[line] != 0 ? yes[line] : no[line]
            }
        }
    }

    private func apply(
        _ function: ArithmeticFunction, _ arguments: [UnsafeMutablePointer<Int128>],
        _ target: UnsafeMutablePointer<Int128>
    ) throws(QuantityError) {
        for line in 0..<lines.count {
            if arguments.contains(where: { $0[line] == WideStep.none }) {
                target[line] = WideStep.none
            } else {
                target[line] = try function.apply(arguments.map { FixedDecimal(raw: $0[line]) }).raw
            }
        }
    }

    func compareWide(
        _ operation: BinaryOperator.Comparison, _ left: Int, _ right: Int, _ target: UnsafeMutablePointer<Int64>
    ) {
        let (first, second) = (wideNumbers(left), wideNumbers(right))
        for line in 0..<lines.count {
            target[line] = operation.holds(first[line], second[line], none: WideStep.none) ? 1 : 0
        }
    }

    func moveDays(
        _ operation: BinaryOperator.Arithmetic, _ days: UnsafeMutablePointer<Int64>,
        _ numbers: UnsafeMutablePointer<Int128>, _ target: UnsafeMutablePointer<Int64>
    ) {
        for line in 0..<lines.count {
            if days[line] == LineColumn.empty || numbers[line] == WideStep.none {
                target[line] = LineColumn.empty
            } else {
                let day = Int32(truncatingIfNeeded: days[line])
                target[line] = Int64(FormulaValue.day(day, moved: operation, by: FixedDecimal(raw: numbers[line])))
            }
        }
    }
}
