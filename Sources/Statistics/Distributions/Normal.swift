/// The standard normal distribution.
public enum Normal {
    /// P(Z > z). Relative error below 10⁻¹² as long as it is above 10⁻³⁰⁰.
    public static func upperTail(_ z: Double) -> Double {
        let tails = IncompleteGamma.tails(a: 0.5, x: z * z / 2)
        return z >= 0 ? tails.upper / 2 : 0.5 + tails.lower / 2
    }

    /// P(Z ≤ z).
    public static func lowerTail(_ z: Double) -> Double { upperTail(-z) }

    /// P(|Z| ≥ |z|).
    public static func twoSided(_ z: Double) -> Double { IncompleteGamma.tails(a: 0.5, x: z * z / 2).upper }

    /// The z with P(Z ≤ z) = p, for 0 < p < 1.
    ///
    ///     try Normal.quantile(0.975)   // 1.959963984540054
    public static func quantile(_ p: Double) throws(Undefined) -> Double {
        guard p > 0, p < 1 else { throw .outsideRange(.probability) }
        if p == 0.5 { return 0 }
        let tail = min(p, 1 - p)
        let z = Halving.point(from: 0, to: 40) { upperTail($0) > tail }
        return p < 0.5 ? -z : z
    }

    /// The z within which a share `level` of the distribution lies on both sides: 1.96 for 0.95.
    static func limit(_ level: Double) throws(Undefined) -> Double {
        guard level > 0, level < 1 else { throw .outsideRange(.probability) }
        return try quantile(0.5 + level / 2)
    }
}
