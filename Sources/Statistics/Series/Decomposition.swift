/// What each factor of a product brought to its change, exactly: logarithmic mean Divisia index (Ang, 2004).
///
/// R = Πxᵢ; the part of i is L(R₁, R₀)·ln(xᵢ₁/xᵢ₀) with L(a, b) = (a − b)/ln(a/b) and L(a, a) = a. The parts add up to
/// R₁ − R₀.
///
///     // 600 leads · 4 % · 300 → 480 · 3.6 % · 290
///     try Decomposition(before: [600, 0.04, 300], after: [480, 0.036, 290]).parts   // −1347.7, −636.3, −204.8
public struct Decomposition: Hashable, Sendable {
    /// The part of each factor, in the unit of the product.
    public let parts: [Double]
    /// R₁ − R₀.
    public let change: Double

    /// Undefined for no factors, and a factor that is not above zero.
    public init(before: [Double], after: [Double]) throws(Undefined) {
        try Check.sameLength(before.count, after.count)
        try Check.atLeast(1, before.count)
        try Check.finite(before)
        try Check.finite(after)
        guard (before + after).allSatisfy({ $0 > 0 }) else { throw .outsideRange(.positive) }
        let (first, last) = (before.reduce(1, *), after.reduce(1, *))
        guard first > 0, last > 0, first.isFinite, last.isFinite else { throw .outsideRange(.positive) }
        let logs = zip(before, after).map { old, new in
            // A factor that hardly moves has its digits in the difference.
            abs(new - old) < old / 2 ? Elementary.log1p((new - old) / old) : Elementary.log(new / old)
        }
        let whole = logs.reduce(0, +)
        // (R₁ − R₀)/ln(R₁/R₀) by e^x − 1 over x: exact also where the product hardly moves.
        let mean = whole == 0 ? first : first * Elementary.expm1(whole) / whole
        change = last - first
        parts = logs.map { mean * $0 }
    }
}
