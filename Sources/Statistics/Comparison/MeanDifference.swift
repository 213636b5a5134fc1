/// The mean of one group less that of another, with what chance makes of it.
public struct MeanDifference: Hashable, Sendable {
    /// Mean of the first − mean of the second.
    public let value: Double
    private let first: [Double]
    private let second: [Double]

    /// Undefined for fewer than 4 values a side.
    public init(_ first: [Double], _ second: [Double]) throws(Undefined) {
        try Check.atLeast(4, first.count)
        try Check.atLeast(4, second.count)
        value = try Moments(first).mean - Moments(second).mean
        (self.first, self.second) = (first, second)
    }

    /// How many splits of all values into groups of these sizes there are, and how many differ at least as much.
    public struct Splits: Hashable, Sendable {
        /// Splits whose difference is at least as far from 0.
        public let hits: Int
        /// All splits.
        public let total: Int
        /// hits ÷ total.
        public var p: Double { Double(hits) / Double(total) }
    }

    /// Every split, up to `limit`; both directions count by their size, |d| ≥ |d₀|, and are not doubled.
    public func exact(limit splitLimit: Int = 100_000) throws(Undefined) -> Splits {
        let all = first + second
        guard let total = Self.splits(all.count, first.count), total <= splitLimit else {
            throw .tooManyCombinations(limit: splitLimit)
        }
        let (sum, limit) = (all.reduce(0, +), abs(value) - tolerance)
        var hits = 0
        var chosen = Array(0..<first.count)
        repeat {
            let part = chosen.reduce(0) { $0 + all[$1] }
            if abs(difference(part, of: sum)) >= limit { hits += 1 }
        } while Self.advance(&chosen, of: all.count)
        return Splits(hits: hits, total: total)
    }

    /// The chance by shuffles: (hits + 1)/(draws + 1).
    public func shuffledTail(draws: Int, using generator: inout SplitMix64) throws(Undefined) -> Double {
        try Check.draws(draws)
        let all = first + second
        let (sum, limit) = (all.reduce(0, +), abs(value) - tolerance)
        var hits = 0
        for _ in 0..<draws {
            var shuffled = all
            generator.shuffle(&shuffled)
            let part = shuffled.prefix(first.count).reduce(0, +)
            if abs(difference(part, of: sum)) >= limit { hits += 1 }
        }
        return Double(hits + 1) / Double(draws + 1)
    }

    /// Exact where there are at most 100,000 splits, else by shuffles.
    public func p(draws: Int, using generator: inout SplitMix64) throws(Undefined) -> Double {
        do {
            return try exact().p
        } catch .tooManyCombinations {
            return try shuffledTail(draws: draws, using: &generator)
        }
    }

    private func difference(_ part: Double, of sum: Double) -> Double {
        part / Double(first.count) - (sum - part) / Double(second.count)
    }

    /// Rounding must not turn an equal difference into a smaller one: 10⁻¹² of the largest value.
    private var tolerance: Double { 1e-12 * max((first + second).map(abs).max() ?? 0, 1e-300) }

    /// n over k, or nil beyond an Int.
    static func splits(_ n: Int, _ k: Int) -> Int? {
        var result = 1
        for step in 0..<min(k, n - k) {
            let (product, overflow) = result.multipliedReportingOverflow(by: n - step)
            if overflow { return nil }
            result = product / (step + 1)
        }
        return result
    }

    /// The next choice of places in rising order; false after the last.
    private static func advance(_ chosen: inout [Int], of count: Int) -> Bool {
        guard let place = chosen.indices.last(where: { chosen[$0] < count - chosen.count + $0 }) else { return false }
        chosen[place] += 1
        for later in (place + 1)..<max(chosen.count, place + 1) { chosen[later] = chosen[later - 1] + 1 }
        return true
    }
}
