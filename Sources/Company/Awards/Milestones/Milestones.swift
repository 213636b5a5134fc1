public import Formulas
internal import Messages
public import Periods

/// Fixed amounts for bounds that a total passes in the course of a longer period.
public struct Milestones: Sendable {
    /// The figure whose total passes the bounds.
    public var figure: Checked<Measure>
    /// The bounds and what each pays, as marginal tiers with fixed parts only.
    public var table: TierTable
    /// The longer period over which the total runs; all time begins with the person's unbroken run on the plan.
    public var over: PeriodKind
}

extension Milestones: AwardKind {
    package var sharedBy: AwardGroup? { nil }
    package var asked: AskedByAward { AskedByAward(onlyFormulas: [figure]) }
    package var earlierPeriods: EarlierPeriods { .figures }
    /// A milestone is passed or not, whoever passes it.
    package var timeShare: TimeShare { .never }
    package static var table: AwardTable? { nil }
}
