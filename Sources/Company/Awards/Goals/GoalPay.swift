public import Formulas
internal import Messages
public import Quantities

/// Pay for personal goals, each assessed by a person (management by objectives).
public struct GoalPay: Sendable {
    /// What is paid when every goal is reached in full.
    public var amount: Checked<Measure>
    /// A goal reached below it counts as 0; reaching it exactly is enough.
    public var threshold: FixedDecimal?
    /// A goal reached above it counts as this.
    public var cap: FixedDecimal?
    /// From Σ weight × reached to the share of the amount that is paid.
    public var payout: PayoutCurve
}

extension GoalPay: AwardKind {
    package var sharedBy: AwardGroup? { nil }
    package var asked: AskedByAward { AskedByAward(onlyFormulas: [amount]) }
    package var earlierPeriods: EarlierPeriods { .none }
    package var timeShare: TimeShare { .unlessDenied }
    package static var table: AwardTable? { .goals }
}
