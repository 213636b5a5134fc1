public import Formulas
internal import Messages

/// A fixed amount, or an amount per piece.
public struct Bonus: Sendable {
    /// The amount.
    public var amount: Checked<Measure>
    /// What it is paid for each of; `nil` when it is paid once.
    public var per: Checked<Measure>?
}

extension Bonus: AwardKind {
    package var sharedBy: AwardGroup? { nil }
    package var asked: AskedByAward { AskedByAward(onlyFormulas: [amount, per]) }
    package var earlierPeriods: EarlierPeriods { .none }
    /// What is paid per piece grows with results.
    package var timeShare: TimeShare { per == nil ? .unlessDenied : .whenAsked }
    package static var table: AwardTable? { nil }
}
