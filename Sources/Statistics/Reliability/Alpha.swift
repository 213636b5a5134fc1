/// How far the items of a scale say the same: Cronbach's α.
///
/// α = k/(k − 1)·(1 − Σs²ᵢ/s²_sum) for k items (Cronbach, 1951). It is at most 1 and may be negative, which says that
/// an item is not reversed.
public struct Alpha: Hashable, Sendable {
    /// α with Feldt's interval and the number of people.
    public let estimate: Estimate
    /// What is to be said beside it.
    public let warnings: [Warning]

    /// What a reader of α must know.
    public enum Warning: String, Hashable, Sendable, CaseIterable {
        /// Fewer than 30 people.
        case rough
        /// Below .60: do not use the items as one scale.
        case noScale = "do not use as one scale"
        /// Below zero.
        case reversedItem = "a reversed item?"
    }

    /// From answers, rows being people who answered everything, items reversed where they must be.
    ///
    /// The interval is Feldt's (1965): 1 − (1 − α)·F with n − 1 and (n − 1)(k − 1) degrees of freedom. Undefined for
    /// fewer than 2 items or 3 people, and where all people have one sum.
    public init(_ answers: Matrix, level: Double = 0.95) throws(Undefined) {
        let alpha = try Self.coefficient(answers)
        self = try Alpha(alpha, items: answers.columns, count: answers.rows, level: level)
    }

    /// From an α that somebody published.
    public init(_ alpha: Double, items: Int, count: Int, level: Double = 0.95) throws(Undefined) {
        try Check.atLeast(2, items)
        try Check.atLeast(3, count)
        try Check.probability(level)
        guard alpha.isFinite, alpha <= 1 else { throw .outsideRange(.probability) }
        let people = Double(count - 1)
        let rest = people * Double(items - 1)
        let interval = Interval(
            lower: 1 - (1 - alpha) * (try FisherF.quantile((1 + level) / 2, people, rest)),
            upper: 1 - (1 - alpha) * (try FisherF.quantile((1 - level) / 2, people, rest)), level: level)
        estimate = Estimate(value: alpha, interval: interval, count: count, method: .feldt)
        warnings = Warning.allCases.filter { warning in
            switch warning {
            case .rough: count < 30
            case .noScale: alpha < 0.6
            case .reversedItem: alpha < 0
            }
        }
    }

    /// α with an interval from resampled people.
    public static func resampled(
        _ answers: Matrix, draws: Int, level: Double = 0.95, using generator: inout SplitMix64
    ) throws(Undefined) -> Estimate {
        let alpha = try coefficient(answers)
        let outcome = try Resampling.outcome(
            groups: [answers.rows], draws: draws, level: level, using: &generator
        ) { places throws(Undefined) in try coefficient(answers.selecting(rows: places[0])) }
        return Estimate(value: alpha, interval: outcome.interval, count: answers.rows, method: .resampled)
    }

    static func coefficient(_ answers: Matrix) throws(Undefined) -> Double {
        try Check.atLeast(2, answers.columns)
        try Check.atLeast(3, answers.rows)
        var parts = 0.0
        for item in 0..<answers.columns { parts += try Moments(answers.column(item)).variance() }
        let sums = try Moments((0..<answers.rows).map { answers.row($0).reduce(0, +) })
        guard sums.varies else { throw .noVariation }
        let items = Double(answers.columns)
        return items / (items - 1) * (1 - parts / (try sums.variance()))
    }
}
