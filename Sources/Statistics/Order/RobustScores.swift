/// How far each value lies from the middle, measured so that a single wild value does not hide itself.
///
/// z = (x − median)/(1.4826·MAD), MAD being the median of |x − median|; where more than half of the values are equal,
/// the distance of the quartiles ÷ 1.349 takes its place. Both equal the deviation if values are normal.
///
///     try RobustScores([100, 101, 99, 98, 102, 141]).scores.last   // far beyond 3.5
public struct RobustScores: Hashable, Sendable {
    /// The median.
    public let median: Double
    /// The robust deviation, in the unit of the values.
    public let deviation: Double
    /// z of each value, in their order.
    public let scores: [Double]

    /// Undefined without values, and where quartiles and median are one value.
    public init(_ values: [Double]) throws(Undefined) {
        let median = try Quantile.median(values)
        var deviation = 1.482_602_218_505_602 * (try Quantile.median(values.map { abs($0 - median) }))
        if deviation == 0 {
            let quartiles = try Quantile.of(values, 0.75) - Quantile.of(values, 0.25)
            // 2·z.75
            deviation = quartiles / 1.348_979_500_392_163
        }
        guard deviation > 0 else { throw .noVariation }
        (self.median, self.deviation) = (median, deviation)
        let scores = values.map { ($0 - median) / deviation }
        guard scores.allSatisfy(\.isFinite) else { throw .outsideRange(.positive) }
        self.scores = scores
    }
}
