/// Means with intervals.
public enum Means {
    /// Student's interval of a mean: x̄ ± t·s/√n; undefined for fewer than 2 values and values that are all equal.
    public static func student(_ values: [Double], level: Double = 0.95) throws(Undefined) -> Estimate {
        let moments = try Moments(values)
        try Check.atLeast(2, values.count)
        guard moments.varies else { throw .noVariation }
        let error = (try moments.variance() / Double(values.count)).squareRoot()
        let half = try StudentT.limit(level, df: Double(values.count - 1)) * error
        return Estimate(
            value: moments.mean,
            interval: Interval(lower: moments.mean - half, upper: moments.mean + half, level: level),
            count: values.count, method: .student)
    }

    /// The interval of a mean: of resampled values, or Student's for fewer than 20.
    public static func interval(
        _ values: [Double], level: Double = 0.95, draws: Int, using generator: inout SplitMix64
    ) throws(Undefined) -> Estimate {
        guard values.count >= 20 else { return try student(values, level: level) }
        let moments = try Moments(values)
        guard moments.varies else { throw .noVariation }
        let outcome = try Resampling.outcome(
            groups: [values.count], draws: draws, level: level, using: &generator
        ) { places throws(Undefined) in try Moments(places[0].map { values[$0] }).mean }
        return Estimate(value: moments.mean, interval: outcome.interval, count: values.count, method: .resampled)
    }

    /// The change of a mean between two samples of people who are not linked: each is drawn again by itself, with its
    /// own generator, and the draws are subtracted one by one. Were they the same people, this errs on the careful side.
    public static func change(
        from before: [Double], to after: [Double], level: Double = 0.95, draws: Int,
        using first: inout SplitMix64, and second: inout SplitMix64
    ) throws(Undefined) -> Estimate {
        try Check.draws(draws)
        try Check.probability(level)
        let value = try Moments(after).mean - Moments(before).mean
        try Check.atLeast(20, min(before.count, after.count))
        var changes: [Double] = []
        for _ in 0..<draws {
            let start = try Moments(before.map { _ in before[first.below(before.count)] }).mean
            changes.append(try Moments(after.map { _ in after[second.below(after.count)] }).mean - start)
        }
        changes.sort()
        let interval = Interval(
            lower: try Quantile.ofSorted(changes, (1 - level) / 2),
            upper: try Quantile.ofSorted(changes, (1 + level) / 2), level: level)
        return Estimate(value: value, interval: interval, count: before.count + after.count, method: .resampled)
    }

    /// The smallest difference of two groups that would be noticed four times in five at 5 %:
    /// (z.₉₇₅ + z.₈₀)·s·√(1/n₁ + 1/n₂), where the sum of quantiles is 2.8.
    public static func noticeable(deviation: Double, _ first: Int, _ second: Int) throws(Undefined) -> Double {
        guard deviation > 0, deviation.isFinite else { throw .outsideRange(.positive) }
        try Check.atLeast(1, first)
        try Check.atLeast(1, second)
        return noticeable(standardError: deviation * (1 / Double(first) + 1 / Double(second)).squareRoot())
    }

    /// The same from a standard error: 2.8·SE.
    public static func noticeable(standardError: Double) -> Double {
        // z.975 + z.80
        2.801_585_218_0 * standardError
    }
}
