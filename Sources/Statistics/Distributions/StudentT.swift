/// Student's t distribution.
public enum StudentT {
    /// P(|T| ≥ |t|) with `df` degrees of freedom, which need not be whole.
    public static func twoSided(_ t: Double, df: Double) throws(Undefined) -> Double {
        guard df > 0, df.isFinite else { throw .outsideRange(.degreesOfFreedom) }
        if t.isInfinite { return 0 }
        let square = t * t
        let sum = df + square
        // I_{df/(df + t²)}(df/2, ½)
        return IncompleteBeta.tails(a: df / 2, b: 0.5, x: df / sum, y: square / sum).lower
    }

    /// P(T > t).
    public static func upperTail(_ t: Double, df: Double) throws(Undefined) -> Double {
        let both = try twoSided(t, df: df)
        return t >= 0 ? both / 2 : 1 - both / 2
    }

    /// The t > 0 with P(|T| ≤ t) = level: 2.776 for 0.95 and 4 degrees of freedom.
    public static func limit(_ level: Double, df: Double) throws(Undefined) -> Double {
        guard level > 0, level < 1 else { throw .outsideRange(.probability) }
        guard df > 0, df.isFinite else { throw .outsideRange(.degreesOfFreedom) }
        return Halving.positivePoint { t in
            let square = t * t
            let sum = df + square
            return IncompleteBeta.tails(a: df / 2, b: 0.5, x: df / sum, y: square / sum).lower > 1 - level
        }
    }
}
