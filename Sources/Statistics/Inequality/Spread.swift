/// How far the highest of several scores lies above the lowest.
public enum Spread {
    /// Largest − smallest, in the unit of the values; undefined for fewer than 2.
    ///
    ///     try Spread.range([8, 8, 8, 5])   // 3
    public static func range(_ values: [Double]) throws(Undefined) -> Double {
        try Check.atLeast(2, values.count)
        try Check.finite(values)
        var (least, most) = (values[0], values[0])
        for value in values {
            least = min(least, value)
            most = max(most, value)
        }
        guard (most - least).isFinite else { throw .outsideRange(.positive) }
        return most - least
    }

    /// Sample deviation (n − 1) ÷ mean; undefined for fewer than 2 values and a mean that is not above zero.
    public static func variation(_ values: [Double]) throws(Undefined) -> Double {
        let moments = try Moments(values)
        guard moments.mean > 0 else { throw .noTotal }
        return try moments.deviation() / moments.mean
    }

    /// The variation that chance alone brings when a total S̄ is made of deals of effective size φ:
    /// √(χ²₀.₉₅(n − 1)/(n − 1))·√(φ/S̄).
    ///
    /// A variation above it is more than noise, at 5 %. Undefined for fewer than 2 periods, φ or S̄ not above zero.
    public static func variationByChance(
        periods: Int, effectiveSize: Double, meanTotal: Double
    ) throws(Undefined) -> Double {
        guard effectiveSize > 0, meanTotal > 0, effectiveSize.isFinite, meanTotal.isFinite else {
            throw .outsideRange(.positive)
        }
        return try noiseFactor(periods: periods) * (effectiveSize / meanTotal).squareRoot()
    }

    /// √(χ²₀.₉₅(n − 1)/(n − 1)): 1.49 for 6 periods, 1.34 for 12.
    public static func noiseFactor(periods: Int) throws(Undefined) -> Double {
        try Check.atLeast(2, periods)
        let df = Double(periods - 1)
        return (try ChiSquare.quantile(0.95, df: df) / df).squareRoot()
    }
}
