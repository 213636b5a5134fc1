/// Whether values of one group tend to lie above those of another (Mann and Whitney, 1947).
public struct MannWhitney: Hashable, Sendable {
    /// How many pairs of both groups the first wins, ties counting a half.
    public let u: Double
    /// (|U − n₁n₂/2| − ½)/√(n₁n₂/12·(N + 1 − Σ(t³ − t)/(N(N − 1)))), with the sign of the effect; p by the normal
    /// distribution, good from about 8 a side.
    public let test: TestResult
    /// U ÷ n₁n₂: the chance that one of the first group lies above one of the second.
    public let effect: Double
    /// The median of all differences, first less second (Hodges and Lehmann); absent above ten million pairs.
    public let shift: Double?

    /// Undefined for fewer than 4 values a side, and where all values are tied.
    public init(_ first: [Double], _ second: [Double]) throws(Undefined) {
        try Check.atLeast(4, first.count)
        try Check.atLeast(4, second.count)
        let ranks = try Ranks(first + second)
        let (n1, n2) = (Double(first.count), Double(second.count))
        let n = n1 + n2
        let sum = Double(ranks.doubled.prefix(first.count).reduce(0, +)) / 2
        u = sum - n1 * (n1 + 1) / 2
        let variance = n1 * n2 / 12 * (n + 1 - ranks.tieCorrection / (n * (n - 1)))
        guard ranks.tieSizes != [first.count + second.count], variance > 0 else { throw .noVariation }
        let away = u - n1 * n2 / 2
        let size = max(abs(away) - 0.5, 0) / variance.squareRoot()
        test = TestResult(statistic: away < 0 ? -size : size, df: nil, p: Normal.twoSided(size))
        effect = u / (n1 * n2)
        let (pairs, overflow) = first.count.multipliedReportingOverflow(by: second.count)
        if overflow || pairs > 10_000_000 {
            shift = nil
        } else {
            shift = try Quantile.median(first.flatMap { one in second.map { one - $0 } })
        }
    }
}
