/// The χ² distribution, central and non-central.
public enum ChiSquare {
    /// P(χ² > x) with `df` degrees of freedom.
    public static func upperTail(_ x: Double, df: Double) throws(Undefined) -> Double {
        guard df > 0, df.isFinite else { throw .outsideRange(.degreesOfFreedom) }
        return IncompleteGamma.tails(a: df / 2, x: x / 2).upper
    }

    /// The x with P(χ² ≤ x) = p, for 0 < p < 1.
    public static func quantile(_ p: Double, df: Double) throws(Undefined) -> Double {
        guard p > 0, p < 1 else { throw .outsideRange(.probability) }
        guard df > 0, df.isFinite else { throw .outsideRange(.degreesOfFreedom) }
        return Halving.positivePoint { x in
            let tails = IncompleteGamma.tails(a: df / 2, x: x / 2)
            return p < 0.5 ? tails.lower < p : tails.upper > 1 - p
        }
    }

    /// P(χ² ≤ x) where the squares have the sum of means `noncentrality`: a Poisson mixture of central ones, summed
    /// from its largest term outwards. Absolute error below 10⁻¹³.
    static func lowerTail(_ x: Double, df: Double, noncentrality: Double) -> Double {
        if x <= 0 { return 0 }
        let mean = noncentrality / 2
        let top = mean.rounded(.down)
        var sum = 0.0
        for j in stride(from: top, through: top + 100_000, by: 1) {
            let term = Stirling.poisson(j, mean: mean) * IncompleteGamma.tails(a: df / 2 + j, x: x / 2).lower
            sum += term
            if term < 1e-18 { break }
        }
        for j in stride(from: top - 1, through: max(0, top - 100_000), by: -1) {
            let weight = Stirling.poisson(j, mean: mean)
            sum += weight * IncompleteGamma.tails(a: df / 2 + j, x: x / 2).lower
            if weight < 1e-18 { break }
        }
        return min(sum, 1)
    }

    /// The noncentrality λ ≥ 0 with P(χ² ≤ x) = p, or 0 where already the central one lies below p.
    static func noncentrality(of x: Double, df: Double, p: Double) -> Double {
        guard lowerTail(x, df: df, noncentrality: 0) > p else { return 0 }
        var upper = x + df + 10
        while lowerTail(x, df: df, noncentrality: upper) > p { upper *= 2 }
        return Halving.point(from: 0, to: upper) { lowerTail(x, df: df, noncentrality: $0) > p }
    }
}
