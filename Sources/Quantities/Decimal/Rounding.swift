/// What to do with the part of a result that its precision cannot hold.
///
/// | | 2.5 | 1.5 | 1.1 | -1.1 | -1.5 | -2.5 |
/// |---|---|---|---|---|---|---|
/// | `halfAwayFromZero` | 3 | 2 | 1 | -1 | -2 | -3 |
/// | `halfEven` | 2 | 2 | 1 | -1 | -2 | -2 |
/// | `up` | 3 | 2 | 2 | -1 | -1 | -2 |
/// | `down` | 2 | 1 | 1 | -2 | -2 | -3 |
/// | `towardsZero` | 2 | 1 | 1 | -1 | -1 | -2 |
/// | `awayFromZero` | 3 | 2 | 2 | -2 | -2 | -3 |
public enum Rounding: String, Sendable, Hashable, CaseIterable {
    /// To the nearest; a tie goes to the larger magnitude. The rule of the payslip and the default everywhere.
    case halfAwayFromZero
    /// To the nearest; a tie goes to the even digit ("banker's rounding").
    case halfEven
    /// Towards plus infinity.
    case up
    /// Towards minus infinity.
    case down
    /// Cuts the rest off.
    case towardsZero
    /// To the larger magnitude whenever there is a rest.
    case awayFromZero
}

extension Rounding {
    /// Whether the magnitude `quotient` grows by one when `remainder` of `divisor` is left over.
    ///
    /// Decides on the exact remainder, so nothing is rounded twice. The half is tested without doubling: the remainder
    /// may use all bits. Without a branch for the usual modes, so that a loop costs the same whatever its numbers are.
    ///
    /// - Parameter quotient: Of which only the last bit matters.
    @inlinable @inline(__always)
    public func grows<Magnitude: FixedWidthInteger & UnsignedInteger>(
        quotient: Magnitude, remainder: Magnitude, divisor: Magnitude, isNegative: Bool
    ) -> Bool {
        // At least 1, and all of the divisor where nothing is left over.
        let complement = divisor &- remainder
        return switch self {
        case .halfAwayFromZero: remainder >= complement
        case .halfEven: remainder > complement &- (quotient & 1)
        case .up: remainder != 0 && !isNegative
        case .down: remainder != 0 && isNegative
        case .towardsZero: false
        case .awayFromZero: remainder != 0
        }
    }
}
