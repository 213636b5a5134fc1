public import Company
public import Quantities

/// The most that a bonus may be cut for a disciplinary sanction.
///
/// Russian labour code, art. 135 as in force since 1 September 2025: only bonuses of the period in which the sanction was given,
/// and by no more than 20 % of the month's pay. Whether the bonus counts as part of that pay is read in two ways; see
/// ``Company/LedgerRules/DisciplineBase``.
public enum DisciplineCut {
    /// The cut that is left of a requested one, in minor units; never below zero.
    ///
    ///     base pay 90 000, bonus 60 000, requested 50 000 → 18 000 of base pay alone, 30 000 of the whole pay
    ///
    /// - Parameters:
    ///   - requested: What was asked for.
    ///   - basePay: The month's base pay.
    ///   - bonus: What was accrued for the period of the sanction.
    public static func allowed(
        _ requested: Int64, basePay: Int64, bonus: Int64, _ base: LedgerRules.DisciplineBase
    ) throws(QuantityError) -> Int64 {
        let pay =
            switch base {
            case .basePay: basePay
            case .wholePay: try basePay.plus(max(0, bonus))
            }
        // Down to the whole minor unit: a limit is not exceeded by rounding.
        let limit = max(0, pay) / 5
        return max(0, min(requested, limit, bonus))
    }
}
