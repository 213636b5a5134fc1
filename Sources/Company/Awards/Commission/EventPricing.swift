public import Formulas
internal import Messages

/// A commission whose lines (what the person is credited with of one event) are priced and rounded one by one.
public struct EventPricing: Sendable {
    /// The sum whose lines are priced, by its number in ``CompanyModel/aggregates``.
    public var aggregate: Int
    /// One rate for every line; `nil` when rates or tiers price them.
    public var rate: Checked<Measure>?
    /// The rate of each line, chosen by the fields and the day of its event.
    public var rates: LineRates?
    /// Marginal tiers for the total of the lines so far. With ``rates`` theirs are factors of a line's rate.
    public var tiers: TierTable?
    /// What the bounds of the tiers are shares of; `nil` when they are volumes.
    public var target: Checked<Measure>?
}

/// Rates for the lines of a sum.
public struct LineRates: Sendable {
    /// The table, for explanations.
    public var table: RateTable
    /// The figure over the same lines whose value in each is its rate, by its number in ``CompanyModel/aggregates``.
    public var aggregate: Int
}
