public import Formulas
internal import Messages
public import Periods
public import Quantities

/// Tiers with what their bounds are measured by, and over which time.
public struct TierPricing: Sendable {
    /// The tiers.
    public var table: TierTable
    /// What the bounds are shares of; `nil` when they are volumes.
    public var target: Checked<Measure>?
    /// The longer period whose total the tiers price, of which each shorter period pays its growth; `nil` when each
    /// period is priced by itself.
    public var over: PeriodKind?
    /// What must be met besides for the upper tiers to count.
    public var linked: LinkedQuota?
}

/// A condition without which the upper tiers are not entered, typically the quota of another product.
public struct LinkedQuota: Sendable {
    /// The condition.
    public var condition: Checked<Measure>
    /// Without it no tier that begins above this is entered; in the units of the bounds.
    public var upTo: FixedDecimal
}

extension TierTable {
    /// The table without the tiers that begin above a bound: what lies above is priced by the tier that holds the bound.
    ///
    ///     marginal {0: 3%, 100: 5%, 200: 7%} up to 150 → {0: 3%, 100: 5%}
    public func entered(upTo bound: FixedDecimal) -> TierTable {
        var table = self
        table.tiers = tiers.filter { $0.from <= bound }
        return table
    }
}
