public import Formulas
internal import Messages

/// A fund divided among a group by weights.
public struct Pool: Sendable {
    /// The fund of a group.
    public var fund: Checked<Measure>
    /// A member's weight.
    public var weight: Checked<Measure>
    /// Who shares one fund.
    public var group: AwardGroup
    /// Whether an undivided fund waits for the next period.
    public var carriesOver: Bool
}

extension Pool: AwardKind {
    package var sharedBy: AwardGroup? { group }
    package var asked: AskedByAward { AskedByAward(onlyFormulas: [fund, weight]) }
    package var earlierPeriods: EarlierPeriods { carriesOver ? .pay : .none }
    package var timeShare: TimeShare { .whenAsked }
    package static var table: AwardTable? { nil }
}
