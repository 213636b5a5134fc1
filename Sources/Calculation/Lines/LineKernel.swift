internal import Formulas
internal import Quantities

/// Loops over the numbers of a block, each specialised for what it does.
enum LineKernel {
    @inline(__always)
    static func combine(
        _ count: Int, _ left: UnsafeMutablePointer<Int64>, _ right: UnsafeMutablePointer<Int64>,
        _ target: UnsafeMutablePointer<Int64>, _ operation: (Int64, Int64) -> Int64
    ) {
        for line in 0..<count { target[line] = operation(left[line], right[line]) }
    }

    static func compare(
        _ count: Int, _ operation: BinaryOperator.Comparison, _ left: UnsafeMutablePointer<Int64>,
        _ right: UnsafeMutablePointer<Int64>, _ target: UnsafeMutablePointer<Int64>
    ) {
        switch operation {
        case .equal: combine(count, left, right, target) { $0 == $1 ? 1 : 0 }
        case .notEqual: combine(count, left, right, target) { $0 != $1 ? 1 : 0 }
        case .less: combine(count, left, right, target) { $0 < $1 ? 1 : 0 }
        case .lessOrEqual: combine(count, left, right, target) { $0 <= $1 ? 1 : 0 }
        case .greater: combine(count, left, right, target) { $0 > $1 ? 1 : 0 }
        case .greaterOrEqual: combine(count, left, right, target) { $0 >= $1 ? 1 : 0 }
        }
    }

    // MARK: Rounding

    /// Numbers ÷ 10^places, rounded; none stays none.
    ///
    /// The usual divisors are constants of the loop, so that no division is left in it, and the mode is decided outside.
    static func round(
        _ count: Int, _ values: UnsafePointer<Int64>, places: Int, _ mode: Rounding,
        _ target: UnsafeMutablePointer<Int64>
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
        _ count: Int, _ values: UnsafePointer<Int64>, _ divisor: Int64, _ mode: Rounding,
        _ target: UnsafeMutablePointer<Int64>
    ) {
        switch mode {
        case .halfEven: each(count, values, target) { $0.divided(by: divisor, rounding: .halfEven) }
        case .halfAwayFromZero: each(count, values, target) { $0.divided(by: divisor, rounding: .halfAwayFromZero) }
        case .up, .down, .towardsZero, .awayFromZero:
            each(count, values, target) { $0.divided(by: divisor, rounding: mode) }
        }
    }

    @inline(__always)
    private static func each(
        _ count: Int, _ values: UnsafePointer<Int64>, _ target: UnsafeMutablePointer<Int64>,
        _ transform: (Int64) -> Int64
    ) {
        for line in 0..<count {
            target[line] = values[line] == LineColumn.empty ? LineColumn.empty : transform(values[line])
        }
    }
}
