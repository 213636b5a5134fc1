/// Shares of counts.
public enum Share {
    /// A share with Wilson's interval (1927): centre (k + z²/2)/(n + z²), half z·√(k(n − k)/n + z²/4)/(n + z²).
    ///
    ///     try Share.wilson(7, of: 9)   // .7778 [.4526, .9368]
    public static func wilson(_ hits: Int, of count: Int, level: Double = 0.95) throws(Undefined) -> Estimate {
        try Check.atLeast(1, count)
        guard (0...count).contains(hits) else { throw .outsideRange(.count) }
        let z = try Normal.limit(level)
        let (k, n) = (Double(hits), Double(count))
        let centre = (k + z * z / 2) / (n + z * z)
        let half = z * (k * (n - k) / n + z * z / 4).squareRoot() / (n + z * z)
        let interval = Interval(
            lower: hits == 0 ? 0 : max(centre - half, 0), upper: hits == count ? 1 : min(centre + half, 1),
            level: level)
        return Estimate(value: k / n, interval: interval, count: count, method: .wilson)
    }

    /// Whether two shares differ, by Fisher's exact test: the chance of all tables with the same totals that are at
    /// most as likely as this one.
    public static func fisher(
        _ first: (hits: Int, of: Int), _ second: (hits: Int, of: Int)
    ) throws(Undefined) -> Double {
        try Check.atLeast(1, first.of)
        try Check.atLeast(1, second.of)
        guard first.of <= 5_000_000, second.of <= 5_000_000, (0...first.of).contains(first.hits),
            (0...second.of).contains(second.hits)
        else { throw .outsideRange(.count) }
        let (all, marked) = (first.of + second.of, first.hits + second.hits)
        let probability = { Counts.hypergeometricTerm($0, drawn: first.of, marked: marked, all: all) }
        // Equal tables must count as equal in spite of rounding.
        let seen = probability(first.hits) * (1 + 1e-7)
        var sum = 0.0
        for hits in max(0, first.of + marked - all)...min(first.of, marked) {
            let one = probability(hits)
            if one <= seen { sum += one }
        }
        return min(sum, 1)
    }
}
