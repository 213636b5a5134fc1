/// Exponential and logarithm of our own, of nothing but additions, multiplications, divisions and square roots.
///
/// IEEE 754 prescribes every bit of those, while the system's library differs by a last bit from processor to
/// processor. So the same input gives the same bits on every machine. Relative error below 4·10⁻¹⁶ against 50 digits
/// (`figures.py of the tests`).
enum Elementary {
    /// ln 2 in two parts; the first has 21 trailing zero bits, so that its product with an exponent is exact.
    private static let ln2High = 0x1.62e42feep-1
    private static let ln2Low = 0x1.a39ef35793c76p-33

    /// √(2π) and the like are made of this.
    static let logTwoPi = 1.837_877_066_409_345_3
    static let pi = Double.pi

    /// eˣ; 0 below −745.2, infinity above 709.8.
    static func exp(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x > 709.79 { return .infinity }
        if x < -745.2 { return 0 }
        let k = (x / 0.693_147_180_559_945_3).rounded()
        let high = x - k * ln2High
        let low = k * ln2Low
        let r = high - low
        // What the rounding of r lost, brought in at first order.
        let lost = (high - r) - low
        let value = 1 + (r + (tail(r) + lost))
        // Two steps: 2^k alone may be below the smallest normal number though the product is not.
        let half = Int(k) / 2
        return value * power(of2: half) * power(of2: Int(k) - half)
    }

    /// eˣ − 1 without loss for small x.
    static func expm1(_ x: Double) -> Double {
        abs(x) < 0.35 ? x + tail(x) : exp(x) - 1
    }

    /// eʳ − 1 − r for |r| ≤ 0.35 by the series Σ rᵏ/k!, k = 2…15 (remainder below 2·10⁻¹⁷ of r).
    private static func tail(_ r: Double) -> Double {
        var sum = 0.0
        for inverse in inverseFactorials { sum = sum * r + inverse }
        return r * r * sum
    }

    /// 1/15!, …, 1/2!.
    private static let inverseFactorials: [Double] = {
        var factorial = 1.0
        var list: [Double] = []
        for k in 2...15 {
            factorial *= Double(k)
            list.append(1 / factorial)
        }
        return list.reversed()
    }()

    private static func power(of2 exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: 1)
    }

    /// ln x; −infinity at 0, NaN below.
    ///
    /// x = m·2ᵉ with m in [√½, √2); ln m = 2·artanh s, s = (m − 1)/(m + 1), by its series.
    static func log(_ x: Double) -> Double {
        if x == 0 { return -.infinity }
        guard x > 0, x.isFinite else { return x > 0 ? x : .nan }
        var exponent = Int(x.exponent)
        var m = x.significand
        if m > 1.414_213_562_373_095 {
            m /= 2
            exponent += 1
        }
        let k = Double(exponent)
        let f = m - 1
        let s = f / (2 + f)
        let s2 = s * s
        var sum = 0.0
        for odd in stride(from: 23.0, through: 3, by: -2) { sum = sum * s2 + 1 / odd }
        // ln m = f − s·(f − 2·s²·Σ): f is exact, so only the small part is rounded.
        let rest = 2 * s2 * sum
        return k * ln2High + (f + (k * ln2Low - s * (f - rest)))
    }

    /// ln(1 + x) without loss for small x.
    static func log1p(_ x: Double) -> Double {
        let u = 1 + x
        if u == 1 { return x }
        if abs(x) > 0.5 { return log(u) }
        // The rounding of 1 + x is made good in proportion (Kahan).
        return log(u) * (x / (u - 1))
    }

    /// artanh x, the inverse of the hyperbolic tangent, for −1 < x < 1.
    static func atanh(_ x: Double) -> Double { 0.5 * (log1p(x) - log1p(-x)) }

    /// tanh x.
    static func tanh(_ x: Double) -> Double {
        if abs(x) > 22 { return x < 0 ? -1 : 1 }
        let e = expm1(2 * abs(x))
        let value = e / (e + 2)
        return x < 0 ? -value : value
    }
}
