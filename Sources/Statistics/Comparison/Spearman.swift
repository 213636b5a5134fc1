/// Whether two series rise together, in step or not: Spearman's ρ, Pearson's r of shared ranks.
///
/// Ranks are counted in halves, so sums are whole numbers: ρ of series in one order is exactly 1.
public struct Spearman: Hashable, Sendable {
    /// ρ with the interval tanh(artanh ρ ± z·√((1 + ρ²/2)/(n − 3))) (Bonett and Wright, 2000).
    public let estimate: Estimate
    /// t = ρ·√((n − 2)/(1 − ρ²)) and its two-sided p; at ρ = ±1 t is infinite and p is 0, where shuffles say more.
    public let test: TestResult
    /// 2·rank − (n + 1) of each value of the first series.
    private let first: [Int]
    /// The same of the second.
    private let second: [Int]

    /// Of two series; undefined for fewer than 4 pairs, more than a million, and a constant series.
    public init(_ x: [Double], _ y: [Double], level: Double = 0.95) throws(Undefined) {
        try Check.sameLength(x.count, y.count)
        try Check.atLeast(4, x.count)
        guard x.count <= 1_000_000 else { throw .outsideRange(.count) }
        first = try Ranks(x).doubled.map { $0 - (x.count + 1) }
        second = try Ranks(y).doubled.map { $0 - (x.count + 1) }
        let squares = [Self.product(first, first), Self.product(second, second)]
        for (column, square) in squares.enumerated() where square == 0 { throw .constant(column: column) }
        let product = Self.product(first, second)
        let whole = Int128(product) * Int128(product) == Int128(squares[0]) * Int128(squares[1])
        let rho =
            whole
            ? (product < 0 ? -1 : 1)
            : Double(product) / Double(squares[0]).squareRoot() / Double(squares[1]).squareRoot()
        let n = Double(x.count)
        let half = try Normal.limit(level) * ((1 + rho * rho / 2) / (n - 3)).squareRoot()
        let middle = whole ? 0 : Elementary.atanh(rho)
        let interval = Interval(
            lower: whole ? rho : Elementary.tanh(middle - half), upper: whole ? rho : Elementary.tanh(middle + half),
            level: level)
        estimate = Estimate(value: rho, interval: interval, count: x.count, method: .transformation)
        let t = whole ? rho * .infinity : rho * ((n - 2) / (1 - rho * rho)).squareRoot()
        test = TestResult(statistic: t, df: n - 2, p: try StudentT.twoSided(t, df: n - 2))
    }

    /// The chance of a ρ at least as far from 0 when the second series is shuffled: (hits + 1)/(draws + 1).
    public func shuffledTail(draws: Int, using generator: inout SplitMix64) throws(Undefined) -> Double {
        try Check.draws(draws)
        let seen = abs(Self.product(first, second))
        var hits = 0
        for _ in 0..<draws {
            var shuffled = second
            generator.shuffle(&shuffled)
            if abs(Self.product(first, shuffled)) >= seen { hits += 1 }
        }
        return Double(hits + 1) / Double(draws + 1)
    }

    /// Below 10¹⁸ for a million pairs.
    private static func product(_ first: [Int], _ second: [Int]) -> Int {
        var sum = 0
        for place in first.indices { sum += first[place] * second[place] }
        return sum
    }
}
