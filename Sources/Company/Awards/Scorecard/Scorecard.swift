public import Formulas
public import Messages
public import Quantities

/// KPIs with weights, a payout curve over the weighted attainment, and a target amount.
public struct Scorecard: Sendable {
    /// The KPIs; their weights total exactly 1.
    public var items: [Item]
    /// From weighted attainment to the share of the target amount that is paid.
    public var payout: PayoutCurve
    /// The target amount; the plan's when `nil`.
    public var target: Checked<Measure>?

    /// One KPI of a scorecard.
    public struct Item: Sendable {
        /// The metric's number.
        public var metric: Int
        /// The weight, a share of 1.
        public var weight: FixedDecimal
        /// What is to be reached.
        public var target: Checked<Measure>
        /// How far it is reached: a formula of `actual`, `target`, `base` and `tolerance`.
        public var attainment: Checked<Measure>
        /// What `base` means.
        public var base: Checked<Measure>?
        /// What `tolerance` means.
        public var tolerance: Checked<Measure>?
        /// Attainment below it counts as 0; reaching it exactly is enough.
        public var threshold: FixedDecimal?
        /// Attainment above it counts as this.
        public var cap: FixedDecimal?
        /// Where it stands.
        public var place: Place
    }
}

extension Scorecard: AwardKind {
    package var sharedBy: AwardGroup? { nil }

    package var asked: AskedByAward {
        AskedByAward(
            formulas: [target] + items.flatMap { [$0.target, $0.attainment, $0.base, $0.tolerance] },
            metrics: items.map(\.metric), figures: [], ofEachPerson: [], targetPay: target == nil ? .ofPlan : .own,
            paidOn: nil, targetsOver: nil)
    }

    package var earlierPeriods: EarlierPeriods { .none }
    package var timeShare: TimeShare { .unlessDenied }
    package static var table: AwardTable? { nil }
}
