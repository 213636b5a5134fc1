/// What the change of those who were treated exceeds the change of those who were not.
///
/// Who was treated is rarely chance: the figure says what went together, not what caused it. The same type over two
/// windows before the treatment is its placebo: a p below .10 there says that the groups already differed.
public struct DifferenceInDifferences: Hashable, Sendable {
    /// Mean change of the treated − mean change of the control, by Welch.
    public let welch: Welch
    /// All splits of these people into groups of these sizes.
    private let difference: MeanDifference
    private let treated: [Double]
    private let control: [Double]

    /// From each person's change, after less before.
    ///
    /// Undefined for fewer than 5 a side, and where whole groups were treated, of which there are fewer than 11: then
    /// people of one group move together and no p can be had.
    public init(treated: [Double], control: [Double], wholeGroups: Int? = nil) throws(Undefined) {
        try Check.atLeast(5, treated.count)
        try Check.atLeast(5, control.count)
        if let wholeGroups { try Check.atLeast(11, wholeGroups) }
        welch = try Welch(treated, control)
        difference = try MeanDifference(treated, control)
        (self.treated, self.control) = (treated, control)
    }

    /// The effect with its interval.
    public var estimate: Estimate { welch.estimate }

    /// The smallest effect that these people could have shown: 2.8·SE.
    public var noticeable: Double { Means.noticeable(standardError: welch.standardError) }

    /// The chance over all splits of the people.
    public func exact(limit: Int = 100_000) throws(Undefined) -> MeanDifference.Splits {
        try difference.exact(limit: limit)
    }

    /// The chance by shuffles, where there are too many splits.
    public func shuffledTail(draws: Int, using generator: inout SplitMix64) throws(Undefined) -> Double {
        try difference.shuffledTail(draws: draws, using: &generator)
    }

    /// The interval by people drawn again, the treated first; undefined below 20 a side, where it is too narrow.
    public func resampled(
        draws: Int, level: Double = 0.95, using generator: inout SplitMix64
    ) throws(Undefined) -> Estimate {
        try Check.atLeast(20, min(treated.count, control.count))
        let outcome = try drawn(draws: draws, level: level, using: &generator)
        return Estimate(
            value: estimate.value, interval: outcome.interval, count: estimate.count, method: .resampled)
    }

    func drawn(
        draws: Int, level: Double, using generator: inout SplitMix64
    ) throws(Undefined) -> Resampling.Outcome {
        try Resampling.outcome(
            groups: [treated.count, control.count], draws: draws, level: level, using: &generator
        ) { places throws(Undefined) in
            let first = try Moments(places[0].map { treated[$0] }).mean
            return first - (try Moments(places[1].map { control[$0] }).mean)
        }
    }
}
