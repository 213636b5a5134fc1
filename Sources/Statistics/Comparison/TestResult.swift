/// A test statistic with its degrees of freedom and the chance of one at least as extreme if there is no effect.
public struct TestResult: Hashable, Sendable {
    /// The statistic, such as χ², t or z.
    public let statistic: Double
    /// Its degrees of freedom; absent for the normal distribution.
    public let df: Double?
    /// The chance of a statistic at least as extreme, from 0 to 1.
    public let p: Double

    /// A result from its parts.
    public init(statistic: Double, df: Double?, p: Double) {
        (self.statistic, self.df, self.p) = (statistic, df, p)
    }
}
