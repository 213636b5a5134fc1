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
    /// from its likeliest term outwards, each from its neighbour. Absolute error below 10⁻¹².
    static func lowerTail(_ x: Double, df: Double, noncentrality: Double) -> Double {
        if x <= 0 { return 0 }
        let (half, mean) = (x / 2, noncentrality / 2)
        let top = mean.rounded(.down)
        let shape = df / 2 + top
        let lower = IncompleteGamma.tails(a: shape, x: half).lower
        let weight = Stirling.poisson(top, mean: mean)
        let step = Stirling.poisson(shape, mean: half)
        var sum = weight * lower
        // P(a + 1, x) = P(a, x) − xᵃe⁻ˣ/Γ(a + 1)
        var (j, w, p, t) = (top, weight, lower, step)
        while w > 1e-18 {
            j += 1
            w *= mean / j
            p = max(p - t, 0)
            t *= half / (df / 2 + j)
            sum += w * p
        }
        (j, w, p, t) = (top, weight, lower, step)
        while w > 1e-18, j > 0 {
            w *= j / mean
            t *= (df / 2 + j) / half
            j -= 1
            p = min(p + t, 1)
            sum += w * p
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
