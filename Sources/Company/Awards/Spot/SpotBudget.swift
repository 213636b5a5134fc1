public import Formulas
internal import Messages

/// A budget for irregular rewards.
public struct SpotBudget: Sendable {
    /// What a group may be given in one period of the plan.
    public var budget: Checked<Measure>
    /// Who shares one budget.
    public var group: AwardGroup
}

extension SpotBudget: AwardKind {
    package var sharedBy: AwardGroup? { group }
    package var asked: AskedByAward { AskedByAward(onlyFormulas: [budget]) }
    package var earlierPeriods: EarlierPeriods { .none }
    package var timeShare: TimeShare { .whenAsked }
    package static var table: AwardTable? { .spot }
}
