internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// Steps in decimals of 128 bits: what the formulas' own evaluation gives, line by line.
extension LineBlock {
    func runWide(_ step: WideStep, _ target: UnsafeMutablePointer<Int128>) -> QuantityError? {
        let count = lines.count
        switch step {
        case .constant(let number): target.update(repeating: number, count: count)
        case .widened(let value, let factor): NumberKernel.widen(count, numbers(value), by: factor, target)
        case .negated(let value):
            let values = wideNumbers(value)
            return NumberKernel.attempt(count, NumberKernel.Wide(numbers: target)) { line throws(QuantityError) in
                values[line] == WideStep.none ? nil : try FixedDecimal(raw: values[line]).negated()
            }
        case .arithmetic(let operation, let left, let right):
            return NumberKernel.arithmetic(
                count, operation, wide(left), wide(right), NumberKernel.Wide(numbers: target))
        case .function(let function, let arguments):
            return NumberKernel.apply(count, function, arguments.map(wide), NumberKernel.Wide(numbers: target))
        case .instead(let value, let other):
            NumberKernel.instead(count, wideNumbers(value), wideNumbers(other), target)
        case .choice(let condition, let first, let second):
            NumberKernel.choose(
                count, numbers(condition), wideNumbers(first), wideNumbers(second), target, mayBeUnanswered: true)
        }
        return nil
    }

    private func wide(_ step: Int) -> NumberKernel.Wide { NumberKernel.Wide(numbers: wideNumbers(step)) }

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
