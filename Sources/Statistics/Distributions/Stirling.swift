/// What Γ and the probabilities of counts are made of, without differences of large logarithms.
///
/// Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000): a probability is a saddle-point term times
/// e to the errors of Stirling's formula, so it keeps its relative precision (about 10⁻¹⁴) for any size of its
/// arguments.
enum Stirling {
    /// ln Γ(x + 1) − ((x + ½)·ln x − x + ½·ln 2π) for x > 0.
    static func error(_ x: Double) -> Double {
        // δ(x) = δ(x + 1) + (x + ½)·ln(1 + 1/x) − 1 carries x to where the series holds.
        var sum = 0.0
        var at = x
        while at < 10 {
            sum += (at + 0.5) * Elementary.log1p(1 / at) - 1
            at += 1
        }
        let inverse = 1 / (at * at)
        var series = 0.0
        for coefficient in coefficients { series = series * inverse + coefficient }
        return sum + series / at
    }

    /// B₂ₖ / (2k·(2k − 1)) for k = 7…1: the asymptotic series, remainder below 3·10⁻¹⁷ from x = 10.
    private static let coefficients: [Double] = [
        1 / 156, -691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12,
    ]

    /// x·ln(x/m) + m − x, the deviance of x from its expectation m, for x ≥ 0 and m > 0.
    static func deviance(_ x: Double, from m: Double) -> Double {
        if x == 0 { return m }
        let v = (x - m) / (x + m)
        guard abs(v) < 0.1 else { return x * Elementary.log(x / m) + m - x }
        // x·2·artanh v − (x − m), term by term: the first terms cancel to (x − m)·v.
        let v2 = v * v
        var power = 2 * x * v
        var sum = (x - m) * v
        for odd in stride(from: 3.0, through: 41, by: 2) {
            power *= v2
            let next = sum + power / odd
            if next == sum { break }
            sum = next
        }
        return sum
    }

    /// ln Γ(x) for x > 0, absolute error about 10⁻¹⁵·max(1, |ln Γ|).
    static func logGamma(_ x: Double) -> Double {
        (x - 0.5) * Elementary.log(x) - x + 0.5 * Elementary.logTwoPi + error(x)
    }

    /// Γ(n + 1)/(Γ(k + 1)·Γ(n − k + 1))·pᵏ·qⁿ⁻ᵏ with q = 1 − p, for real 0 ≤ k ≤ n: the probability of k of n.
    static func binomial(_ k: Double, of n: Double, p: Double, q: Double) -> Double {
        if p == 0 { return k == 0 ? 1 : 0 }
        if q == 0 { return k == n ? 1 : 0 }
        if k == 0 { return n == 0 ? 1 : Elementary.exp(n * (p < q ? Elementary.log1p(-p) : Elementary.log(q))) }
        if k == n { return Elementary.exp(n * (q < p ? Elementary.log1p(-q) : Elementary.log(p))) }
        let rest = n - k
        let exponent =
            error(n) - error(k) - error(rest) - deviance(k, from: n * p) - deviance(rest, from: n * q)
        let scale = n / (2 * Elementary.pi * k) / rest
        return Elementary.exp(exponent) * scale.squareRoot()
    }

    /// mˣ·e⁻ᵐ/Γ(x + 1) for real x ≥ 0: the probability of x where m are expected.
    static func poisson(_ x: Double, mean m: Double) -> Double {
        if m == 0 { return x == 0 ? 1 : 0 }
        if x == 0 { return Elementary.exp(-m) }
        return Elementary.exp(-error(x) - deviance(x, from: m)) / (2 * Elementary.pi * x).squareRoot()
    }
}
