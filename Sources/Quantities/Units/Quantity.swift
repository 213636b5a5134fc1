/// A number together with what it counts.
///
///     let plan = Quantity(value: 1_000_000, unit: .money(rouble))
///     try Quantity(value: 870_000, unit: .money(rouble)).divided(by: plan)  // 0.87, a plain number
public struct Quantity: Hashable, Sendable {
    /// The number, in units of ``unit``; money in major units.
    public let value: FixedDecimal
    /// What the number counts.
    public let unit: Unit

    /// A number of units.
    public init(value: FixedDecimal, unit: Unit) {
        self.value = value
        self.unit = unit
    }
}

extension Quantity: CustomStringConvertible {
    /// The shortest exact number and its unit: `12.5 days`, `0.875`.
    public var description: String {
        unit.isPlain ? value.description : "\(value) \(unit)"
    }
}
