public import Formulas
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

/// What share of the target amount is paid for an attainment.
public struct PayoutCurve: Sendable, Hashable {
    /// How it runs between its points.
    public enum Form: Sendable, Hashable {
        /// The payout is the attainment.
        case proportional
        /// Straight lines between the points; nothing below the first, the last point's payout above the last.
        case lines
        /// Each point's payout from that attainment on.
        case steps
    }

    /// A point of the curve.
    public struct Point: Sendable, Hashable {
        /// The weighted attainment.
        public var attainment: FixedDecimal
        /// The share of the target amount that is paid for it.
        public var payout: FixedDecimal

        /// Makes a point.
        public init(_ attainment: FixedDecimal, _ payout: FixedDecimal) {
            self.attainment = attainment
            self.payout = payout
        }
    }

    /// How it runs between its points.
    public var form: Form
    /// The points, by rising attainment.
    public var points: [Point]

    /// The payout equals the attainment.
    public static let proportional = PayoutCurve(form: .proportional, points: [])

    /// Makes a curve of points in rising order.
    public init(form: Form, points: [Point]) {
        self.form = form
        self.points = points
    }

    /// The share that is paid for an attainment.
    ///
    ///     {80%: 50%, 100%: 100%, 120%: 150%} at 87.325% → 68.3125%
    public func payout(at attainment: FixedDecimal) throws(QuantityError) -> FixedDecimal {
        if form == .proportional { return attainment }
        guard let upper = points.firstIndex(where: { attainment < $0.attainment }) else {
            return points.last?.payout ?? .zero
        }
        guard upper > 0 else { return .zero }
        let left = points[upper - 1]
        if form == .steps { return left.payout }
        let right = points[upper]
        let rise = try right.payout.subtracting(left.payout)
        let run = try right.attainment.subtracting(left.attainment)
        let way = try attainment.subtracting(left.attainment)
        return try left.payout.adding(rise.multiplied(by: way, dividedBy: run))
    }
}
