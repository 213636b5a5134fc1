/// After which value of a series its level changed, if it did.
///
/// The k with the largest |mean(1…k) − mean(k + 1…n)|·√(k(n − k)/n), 2 ≤ k ≤ n − 2; its p by shuffles of the series.
public struct ChangePoint: Hashable, Sendable {
    /// The last place before the change, as a count: the change comes after the `after`-th value.
    public let after: Int
    /// The mean before.
    public let meanBefore: Double
    /// The mean after.
    public let meanAfter: Double
    /// The chance of as large a step somewhere, when the order says nothing: (hits + 1)/(draws + 1).
    public let p: Double

    /// Undefined for fewer than 4 values and a constant series.
    public init(_ values: [Double], draws: Int = 9999, using generator: inout SplitMix64) throws(Undefined) {
        try Check.atLeast(4, values.count)
        try Check.draws(draws)
        let moments = try Moments(values)
        guard moments.varies else { throw .noVariation }
        let seen = Self.largest(values, total: values.reduce(0, +))
        var hits = 0
        // Rounding must not turn an equal step into a smaller one.
        let limit = seen.size - 1e-12 * moments.squares.squareRoot()
        for _ in 0..<draws {
            var shuffled = values
            generator.shuffle(&shuffled)
            if Self.largest(shuffled, total: shuffled.reduce(0, +)).size >= limit { hits += 1 }
        }
        after = seen.after
        meanBefore = try Moments(Array(values.prefix(seen.after))).mean
        meanAfter = try Moments(Array(values.dropFirst(seen.after))).mean
        p = Double(hits + 1) / Double(draws + 1)
    }

    private static func largest(_ values: [Double], total: Double) -> (size: Double, after: Int) {
        var best = (size: -1.0, after: 2)
        let n = Double(values.count)
        var sum = values[0]
        for count in 2...(values.count - 2) {
            sum += values[count - 1]
            let k = Double(count)
            let step = abs(sum / k - (total - sum) / (n - k)) * (k * (n - k) / n).squareRoot()
            if step > best.size { best = (step, count) }
        }
        return best
    }
}
