import Quantities

/// What `left` × `right` ÷ `divisor` is on paper.
enum PaperReference {
    /// The rounded result, or `nil` when it does not fit.
    static func ratio(_ left: Int128, _ right: Int128, _ divisor: Int128, _ rounding: Rounding) -> Int128? {
        let isNegative = [left, right, divisor].filter { $0 < 0 }.count % 2 == 1
        let divisorMagnitude = LongNumber(divisor)
        let (quotient, remainder) = (LongNumber(left) * LongNumber(right)).divided(by: divisorMagnitude)
        let twice = remainder + remainder
        let grows: Bool
        switch rounding {
        case .halfAwayFromZero: grows = twice >= divisorMagnitude
        case .halfEven: grows = twice > divisorMagnitude || (twice == divisorMagnitude && quotient.isOdd)
        case .up: grows = !remainder.isZero && !isNegative
        case .down: grows = !remainder.isZero && isNegative
        case .towardsZero: grows = false
        case .awayFromZero: grows = !remainder.isZero
        }
        let magnitude = grows ? quotient + LongNumber(1) : quotient
        let digits = magnitude.isZero ? "0" : magnitude.digits.reversed().map(String.init).joined()
        return Int128((isNegative ? "-" : "") + digits)
    }
}
