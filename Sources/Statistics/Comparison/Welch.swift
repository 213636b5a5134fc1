/// The difference of two means whose groups need not scatter alike (Welch, 1947).
public struct Welch: Hashable, Sendable {
    /// Mean of the first − mean of the second, with its interval.
    public let estimate: Estimate
    /// √(s₁²/n₁ + s₂²/n₂).
    public let standardError: Double
    /// t, Satterthwaite's degrees of freedom, and the two-sided p.
    public let test: TestResult

    /// Undefined for fewer than 2 values a side, and where neither side varies.
    public init(_ first: [Double], _ second: [Double], level: Double = 0.95) throws(Undefined) {
        let (one, other) = (try Moments(first), try Moments(second))
        let parts = [
            try one.variance() / Double(one.count), try other.variance() / Double(other.count),
        ]
        let variance = parts[0] + parts[1]
        guard one.varies || other.varies, variance > 0 else { throw .noVariation }
        let spread = parts[0] * parts[0] / Double(one.count - 1) + parts[1] * parts[1] / Double(other.count - 1)
        let df = variance * variance / spread
        standardError = variance.squareRoot()
        let value = one.mean - other.mean
        let half = try StudentT.limit(level, df: df) * standardError
        estimate = Estimate(
            value: value, interval: Interval(lower: value - half, upper: value + half, level: level),
            count: one.count + other.count, method: .welch)
        let t = value / standardError
        test = TestResult(statistic: t, df: df, p: try StudentT.twoSided(t, df: df))
    }
}
