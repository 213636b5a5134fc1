internal import Formulas
public import Messages
public import Periods
public import Quantities

/// A reward given at once for something that happened.
public struct SpotReward: Hashable, Sendable {
    /// The identifier.
    public var id: String
    /// The number of the person rewarded.
    public var person: Int32
    /// When it was given; its day places it in a period.
    public var given: CivilMoment
    /// The amount in the company's currency, whole minor units.
    public var amount: FixedDecimal
    /// The number of the person who gave it; never the person rewarded.
    public var author: Int32
    /// What for.
    public var reason: String
    /// What earned it, in words: `sale 1042`; empty when not said.
    public var event: String
    /// When that happened.
    public var happened: CivilMoment?
    /// Where it stands.
    public var place: Place
}

extension [SpotReward] {
    /// In the order in which a budget meets them: as they were given, then by identifier.
    var inOrderOfGiving: [SpotReward] {
        sorted { ($0.given, $0.id) < ($1.given, $1.id) }
    }
}
