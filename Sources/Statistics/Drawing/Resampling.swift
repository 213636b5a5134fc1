/// Intervals from drawing the observations themselves again, as often as there are, with putting back (Efron).
public enum Resampling {
    /// What the draws gave.
    public struct Outcome: Hashable, Sendable {
        /// The deviation of the draws (n − 1): a standard error.
        public let standardError: Double
        /// The share of draws within it is its level, by percentiles of type 7.
        public let interval: Interval
        /// Draws that gave a value.
        public let draws: Int
        /// Draws for which the statistic had none, such as one person many times over; they are left out.
        public let withoutValue: Int
    }

    /// How a statistic scatters when the places of each group are drawn again within the group, group after group.
    ///
    /// Undefined where more than one draw in ten has no value: what is left would look surer than it is.
    public static func outcome(
        groups counts: [Int], draws: Int, level: Double = 0.95, using generator: inout SplitMix64,
        of statistic: ([[Int]]) throws(Undefined) -> Double
    ) throws(Undefined) -> Outcome {
        let outcomes = try self.outcomes(groups: counts, draws: draws, level: level, using: &generator) {
            places throws(Undefined) in [try statistic(places)]
        }
        guard let outcome = outcomes.first else { throw .noVariation }
        return outcome
    }

    /// The same for several values of each draw.
    public static func outcomes(
        groups counts: [Int], draws: Int, level: Double = 0.95, using generator: inout SplitMix64,
        of statistics: ([[Int]]) throws(Undefined) -> [Double]
    ) throws(Undefined) -> [Outcome] {
        try Check.draws(draws)
        try Check.probability(level)
        for count in counts { try Check.atLeast(1, count) }
        var columns: [[Double]] = []
        var without = 0
        var reason = Undefined.noVariation
        for _ in 0..<draws {
            var places: [[Int]] = []
            for count in counts { places.append((0..<count).map { _ in generator.below(count) }) }
            do {
                let values = try statistics(places)
                if columns.isEmpty { columns = Array(repeating: [], count: values.count) }
                try Check.sameLength(columns.count, values.count)
                for (column, value) in values.enumerated() { columns[column].append(value) }
            } catch {
                without += 1
                reason = error
            }
        }
        guard 10 * without <= draws, draws - without >= 2 else { throw reason }
        var outcomes: [Outcome] = []
        for column in columns {
            let sorted = column.sorted()
            let lower = try Quantile.ofSorted(sorted, (1 - level) / 2)
            let upper = try Quantile.ofSorted(sorted, (1 + level) / 2)
            outcomes.append(
                Outcome(
                    standardError: try Moments(column).deviation(),
                    interval: Interval(lower: lower, upper: upper, level: level), draws: draws - without,
                    withoutValue: without))
        }
        return outcomes
    }
}
