internal import Foundation
internal import Statistics

/// What a period will bring if it goes on like this: what has come so far, and what usually comes in the days that are left, as much
/// more or less as the days gone say (a credibility blend of own pace and own past).
///
/// A slow beginning is believed as far as deals are small and many: of one large deal that has not come yet little is learnt. With `S`
/// so far, `P` the own past brought to the days of this period, `F` the share of a period that is usually done by now, `φ` the size of
/// the deal that counts and `c²` how far a period differs from its past, `λ = (1/c² + S/φ) / (1/c² + F·P/φ)` and the forecast is
/// `S + (1 − F)·P·λ`. Judgement, so floating point; what is paid for it is computed exactly by whoever asks the company.
public struct PaceForecast: Hashable, Sendable {
    /// What has come so far.
    public let soFar: Double
    /// What a period brings by the past.
    public let prior: Double
    /// The share of a period that is usually done by now.
    public let share: Double
    /// The size of the deal that counts: large ones count for more.
    public let grain: Double
    /// How far a period differs from its past beyond what single deals explain, squared.
    public let variance: Double

    /// A deal of the past: how far its period had come, by working days, and its amount.
    public struct Deal: Hashable, Sendable {
        /// The share of the period's working days that were over with its day.
        public let place: Double
        /// Its amount.
        public let amount: Double

        /// A deal.
        public init(place: Double, amount: Double) {
            self.place = place
            self.amount = amount
        }
    }

    /// A period of the past.
    public struct Past: Hashable, Sendable {
        /// Its working days.
        public let days: Int
        /// Its deals.
        public let deals: [Deal]

        /// A period.
        public init(days: Int, deals: [Deal]) {
            self.days = days
            self.deals = deals
        }

        var total: Double { deals.reduce(0) { $0 + $1.amount } }
    }

    /// Before this many periods nothing is said.
    public static let leastPeriods = 2
    /// Own past without targets differs at least so much, squared.
    static let leastVariance = 0.02

    /// Looks at the past.
    ///
    /// - Parameters:
    ///   - soFar: What has come.
    ///   - gone: The share of this period's working days that are over.
    ///   - days: This period's working days.
    ///   - past: Earlier periods in which the person worked.
    /// - Returns: `nil` for fewer than two earlier periods with deals, or amounts that are not above zero altogether.
    public init?(soFar: Double, gone: Double, days: Int, past: [Past]) {
        let known = past.filter { !$0.deals.isEmpty && $0.days > 0 }
        let deals = known.flatMap(\.deals)
        let sum = deals.reduce(0) { $0 + $1.amount }
        guard known.count >= Self.leastPeriods, days > 0, sum > 0, deals.allSatisfy({ $0.amount > 0 }) else {
            return nil
        }
        let allDays = past.filter { $0.days > 0 }.reduce(0) { $0 + $1.days }
        let perDay = sum / Double(allDays)
        let prior = perDay * Double(days)
        let grain = deals.reduce(0) { $0 + $1.amount * $1.amount } / sum
        let done = deals.filter { $0.place <= gone }.reduce(0) { $0 + $1.amount }
        self.soFar = soFar
        self.prior = prior
        self.grain = grain
        // One period of days gone evenly is mixed in, so that few deals do not say that nothing ever comes late.
        share = min(1, max(0, (done + prior * gone) / (sum + prior)))
        let ratios = past.filter { $0.days > 0 }.map { $0.total / (perDay * Double($0.days)) }
        let spread = ratios.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(max(1, ratios.count - 1))
        variance = max(Self.leastVariance, spread - grain / prior)
    }

    /// How much more or less than the past the days left will bring.
    var pace: (shape: Double, rate: Double) {
        (1 / variance + soFar / grain, 1 / variance + share * prior / grain)
    }

    /// What the days left will bring.
    public var remaining: Double { (1 - share) * prior * pace.shape / pace.rate }

    /// What the period will bring.
    public var expected: Double { soFar + remaining }

    /// What the days left may bring, so many draws of it: a pace of its gamma distribution each, and as many deals as that takes.
    ///
    /// - Parameter seed: The same seed draws the same.
    public func draws(_ count: Int, seed: UInt64) -> [Double] {
        var random = SplitMix64(seed: seed)
        let pace = pace
        return (0..<count).map { _ in
            let lambda = Self.gamma(pace.shape, &random) / pace.rate
            let mean = (1 - share) * prior * lambda
            // A number of deals of the size that counts, which scatters as numbers do.
            return Self.gamma(max(1e-9, mean / grain), &random) * grain
        }
    }

    /// Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", 2000.
    private static func gamma(_ shape: Double, _ random: inout SplitMix64) -> Double {
        if shape < 1 {
            return gamma(shape + 1, &random) * pow(max(random.uniform(), 1e-300), 1 / shape)
        }
        let d = shape - 1.0 / 3
        let c = 1 / sqrt(9 * d)
        while true {
            let x = normal(&random)
            let v = pow(1 + c * x, 3)
            guard v > 0 else { continue }
            let u = max(random.uniform(), 1e-300)
            if log(u) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }

    /// Box and Muller.
    private static func normal(_ random: inout SplitMix64) -> Double {
        let u = max(random.uniform(), 1e-300)
        return sqrt(-2 * log(u)) * cos(2 * Double.pi * random.uniform())
    }
}
