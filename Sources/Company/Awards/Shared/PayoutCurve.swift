public import Quantities

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
