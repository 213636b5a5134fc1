/// The regularised incomplete gamma function, of which the tails of χ², of the normal and of Poisson counts are made.
///
/// Relative error below 10⁻¹² for a up to thousands and 10⁻¹¹ up to 10⁶, against 50 digits and SciPy (`figures.py of the tests`).
enum IncompleteGamma {
    /// P(a, x) and Q(a, x) = 1 − P(a, x), each computed for itself, for a > 0.
    static func tails(a: Double, x: Double) -> (lower: Double, upper: Double) {
        if x <= 0 { return (0, 1) }
        if x.isInfinite { return (1, 0) }
        let front = Stirling.poisson(a, mean: x)
        if x < a + 1 {
            let lower = min(front * series(a: a, x: x), 1)
            return (lower, 1 - lower)
        }
        let upper = min(front * a * fraction(a: a, x: x), 1)
        return (1 - upper, upper)
    }

    /// 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + … (DLMF 8.11.4).
    private static func series(a: Double, x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        for step in 1...200_000 {
            term *= x / (a + Double(step))
            sum += term
            if term < sum * 1e-17 { break }
        }
        return sum
    }

    /// The continued fraction of Γ(a, x)·eˣ·x⁻ᵃ (DLMF 8.9.2 contracted), by Lentz's method.
    private static func fraction(a: Double, x: Double) -> Double {
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / (abs(b) < 1e-300 ? 1e-300 : b)
        var value = d
        for step in 1...200_000 {
            let i = Double(step)
            let numerator = -i * (i - a)
            b += 2
            d = numerator * d + b
            if abs(d) < 1e-300 { d = 1e-300 }
            c = b + numerator / c
            if abs(c) < 1e-300 { c = 1e-300 }
            d = 1 / d
            let factor = d * c
            value *= factor
            if abs(factor - 1) < 4e-16 { break }
        }
        return value
    }
}
