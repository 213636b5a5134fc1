/// The F distribution of a ratio of two variances.
public enum FisherF {
    /// P(F > f) with degrees of freedom of numerator and denominator.
    public static func upperTail(_ f: Double, _ first: Double, _ second: Double) throws(Undefined) -> Double {
        guard first > 0, second > 0, first.isFinite, second.isFinite else { throw .outsideRange(.degreesOfFreedom) }
        return tails(f, first, second).upper
    }

    /// The f with P(F ≤ f) = p, for 0 < p < 1.
    public static func quantile(_ p: Double, _ first: Double, _ second: Double) throws(Undefined) -> Double {
        guard p > 0, p < 1 else { throw .outsideRange(.probability) }
        guard first > 0, second > 0, first.isFinite, second.isFinite else { throw .outsideRange(.degreesOfFreedom) }
        return Halving.positivePoint { f in
            let tails = tails(f, first, second)
            // The smaller tail is the one that is known to its last digits.
            return p < 0.5 ? tails.lower < p : tails.upper > 1 - p
        }
    }

    private static func tails(_ f: Double, _ first: Double, _ second: Double) -> (lower: Double, upper: Double) {
        if f <= 0 { return (0, 1) }
        if f.isInfinite { return (1, 0) }
        let numerator = first * f
        let sum = numerator + second
        return IncompleteBeta.tails(a: first / 2, b: second / 2, x: numerator / sum, y: second / sum)
    }
}
