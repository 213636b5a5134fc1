/// How often something comes to groups that were there for a different number of person-days.
///
/// A ratio below 0.8 to the best group errs often in small groups; it is said only beside an exact p below .05.
public struct GroupRates: Hashable, Sendable {
    /// Events per person-day, by group.
    public let rates: [Double]
    /// Each rate ÷ the highest.
    public let ratios: [Double]
    /// The exact chance of a spread over the groups at most as likely, when events fall by person-days (multinomial).
    public let p: Double

    /// One group.
    public struct Group: Hashable, Sendable {
        /// What came to it.
        public let events: Int
        /// Days on which each person was there, added up.
        public let personDays: Int
        /// How many people.
        public let people: Int

        /// A group.
        public init(events: Int, personDays: Int, people: Int) {
            (self.events, self.personDays, self.people) = (events, personDays, people)
        }
    }

    /// Undefined for fewer than 2 groups, a group of fewer than 5 people or without days, no event at all, and more
    /// than 1000 groups or `limit` ways to spread the events.
    public init(_ groups: [Group], limit: Int = 1_000_000) throws(Undefined) {
        try Check.atLeast(2, groups.count)
        guard groups.count <= 1000 else { throw .tooManyCombinations(limit: limit) }
        for group in groups {
            try Check.atLeast(5, group.people)
            try Check.atLeast(1, group.personDays)
            guard (0...1_000_000).contains(group.events), group.personDays <= 1_000_000_000_000 else {
                throw .outsideRange(.count)
            }
        }
        let events = groups.reduce(0) { $0 + $1.events }
        guard events > 0 else { throw .noTotal }
        rates = groups.map { Double($0.events) / Double($0.personDays) }
        let best = rates.max() ?? 1
        ratios = rates.map { $0 / best }
        guard let ways = MeanDifference.splits(events + groups.count - 1, groups.count - 1), ways <= limit else {
            throw .tooManyCombinations(limit: limit)
        }
        let days = groups.map { Double($0.personDays) }
        let seen = Self.probability(groups.map(\.events), days)
        p = min(Self.sum(events, days, notAbove: seen * (1 + 1e-7)), 1)
    }

    /// The chance of one spread: a binomial of each group against those after it.
    private static func probability(_ events: [Int], _ days: [Double]) -> Double {
        var (left, rest, product) = (events.reduce(0, +), days.reduce(0, +), 1.0)
        for (count, own) in zip(events, days).dropLast() {
            product *= Stirling.binomial(Double(count), of: Double(left), p: own / rest, q: (rest - own) / rest)
            left -= count
            rest -= own
        }
        return product
    }

    private static func sum(_ events: Int, _ days: [Double], notAbove limit: Double) -> Double {
        var total = 0.0
        func spread(_ left: Int, _ from: Int, _ rest: Double, _ product: Double) {
            if from == days.count - 1 {
                if product <= limit { total += product }
                return
            }
            let own = days[from]
            for count in 0...left {
                let one = Stirling.binomial(Double(count), of: Double(left), p: own / rest, q: (rest - own) / rest)
                spread(left - count, from + 1, rest - own, product * one)
            }
        }
        spread(events, 0, days.reduce(0, +), 1)
        return total
    }
}
