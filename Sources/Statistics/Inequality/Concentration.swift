/// How much of a total a few hold.
///
///     let clients = try Concentration(amounts: [5.2, 2.6, -0.15, 1.3, 0.9])
///     clients.top             // .52
///     clients.herfindahl      // 3630
///     clients.belowZero       // [2]
public struct Concentration: Hashable, Sendable {
    /// The share of each amount in the total, in their order; an amount below zero has share 0.
    public let shares: [Double]
    /// The sum of amounts, those below zero counted as 0.
    public let total: Double
    /// The amounts below zero, by their place from 0.
    public let belowZero: [Int]

    /// Shares of amounts; undefined where no amount is above zero.
    public init(amounts: [Double]) throws(Undefined) {
        try Check.finite(amounts)
        var belowZero: [Int] = []
        for (place, amount) in amounts.enumerated() where amount < 0 { belowZero.append(place) }
        let counted = amounts.map { max($0, 0) }
        let total = counted.reduce(0, +)
        guard total > 0 else { throw .noTotal }
        guard total.isFinite else { throw .outsideRange(.positive) }
        (shares, self.total, self.belowZero) = (counted.map { $0 / total }, total, belowZero)
    }

    /// The largest share, from 0 to 1.
    public var top: Double { shares.max() ?? 0 }

    /// The sum of the `count` largest shares.
    public func top(_ count: Int) -> Double {
        shares.sorted(by: >).prefix(max(count, 0)).reduce(0, +)
    }

    /// Herfindahl–Hirschman index: 10,000·Σ share²; 10,000 is one holder.
    public var herfindahl: Double { 10_000 * squares }

    /// As how many equal holders these count: 1 ÷ Σ share², which is (Σx)² ÷ Σx².
    ///
    ///     try Concentration(amounts: [400, 60, 50, 45, 40, 30, 25]).effectiveCount   // 2.5
    public var effectiveCount: Double { 1 / squares }

    /// The size that counts: φ = Σx² ÷ Σx, in the unit of the amounts. The noise of a total S is √(φ/S).
    public var effectiveSize: Double { squares * total }

    private var squares: Double { shares.reduce(0) { $0 + $1 * $1 } }
}
