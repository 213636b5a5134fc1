/// How unevenly something is spread over people, from 0 (alike) to nearly 1 (one has all).
public struct Gini: Hashable, Sendable {
    /// Σ(2i − n − 1)·x₍ᵢ₎ ÷ (n·Σx), i from 1 in rising order.
    public let coefficient: Double
    /// The share of the ⌈n/5⌉ largest.
    public let topFifth: Double
    /// How many people.
    public let count: Int

    /// From amounts that are not below zero; undefined for fewer than 5 people and a total of zero.
    public init(amounts: [Double]) throws(Undefined) {
        try Check.atLeast(5, amounts.count)
        try Check.finite(amounts)
        guard amounts.allSatisfy({ $0 >= 0 }) else { throw .outsideRange(.positive) }
        let sorted = amounts.sorted()
        let total = sorted.reduce(0, +)
        guard total > 0 else { throw .noTotal }
        guard total.isFinite else { throw .outsideRange(.positive) }
        let n = sorted.count
        var weighted = 0.0
        for (place, amount) in sorted.enumerated() { weighted += Double(2 * (place + 1) - n - 1) * (amount / total) }
        coefficient = weighted / Double(n)
        topFifth = sorted.suffix((n + 4) / 5).reduce(0) { $0 + $1 / total }
        count = n
    }

    /// What chance brings when `amounts` fall on people in proportion to `weights` (days of presence), each for itself.
    public struct ByChance: Hashable, Sendable {
        /// The coefficient expected.
        public let coefficient: Double
        /// 95 % of the draws stay at or below it.
        public let upper: Double
        /// The share of the top fifth expected.
        public let topFifth: Double
        /// The chance of a coefficient at least as high as the one seen: (hits + 1)/(draws + 1).
        public let p: Double
    }

    /// The coefficient seen beside what chance brings, by draws with a seed.
    ///
    /// Each award goes to the first person whose cumulated weight exceeds a whole number drawn below the total weight.
    public static func againstChance(
        awards: [Award], weights: [Int], draws: Int, using generator: inout SplitMix64
    ) throws(Undefined) -> (seen: Gini, chance: ByChance) {
        try Check.draws(draws)
        var cumulated: [Int] = []
        var total = 0
        for weight in weights {
            let (sum, overflow) = total.addingReportingOverflow(weight)
            guard weight >= 0, !overflow else { throw .outsideRange(.count) }
            total = sum
            cumulated.append(total)
        }
        guard total > 0 else { throw .noTotal }
        var amounts = [Double](repeating: 0, count: weights.count)
        for award in awards {
            guard amounts.indices.contains(award.person) else { throw .outsideRange(.variable) }
            amounts[award.person] += award.amount
        }
        let seen = try Gini(amounts: amounts)
        var coefficients: [Double] = []
        var top = 0.0
        for _ in 0..<draws {
            var drawn = [Double](repeating: 0, count: weights.count)
            for award in awards {
                let point = generator.below(total)
                drawn[Self.firstPlace(above: point, in: cumulated)] += award.amount
            }
            let one = try Gini(amounts: drawn)
            coefficients.append(one.coefficient)
            top += one.topFifth
        }
        let hits = coefficients.count { $0 >= seen.coefficient - 1e-12 }
        let chance = ByChance(
            coefficient: coefficients.reduce(0, +) / Double(draws),
            upper: try Quantile.ofSorted(coefficients.sorted(), 0.95), topFifth: top / Double(draws),
            p: Double(hits + 1) / Double(draws + 1))
        return (seen, chance)
    }

    /// What one person was given at one time.
    public struct Award: Hashable, Sendable {
        /// The person, by place from 0.
        public let person: Int
        /// How much, not below zero; 1 to count awards only.
        public let amount: Double

        /// An award to a person.
        public init(person: Int, amount: Double) { (self.person, self.amount) = (person, amount) }
    }

    private static func firstPlace(above point: Int, in cumulated: [Int]) -> Int {
        var (low, high) = (0, cumulated.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulated[middle] > point { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
