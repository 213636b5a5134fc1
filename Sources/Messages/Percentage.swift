public import Quantities

/// A share of one that people read in per cent: 0.683125 is `68.3125 %`.
public struct Percentage: LocalizedValue, Hashable, Sendable, CustomStringConvertible {
    /// The share of one.
    public let share: FixedDecimal

    /// Makes a percentage of a share of one.
    public init(_ share: FixedDecimal) { self.share = share }

    /// The share in per cent, with at most 4 decimals.
    public func text(in language: Language) -> String { LocalizedNumber.percent(share, in: language) }

    /// The share in English.
    public var description: String { text(in: .en) }
}

/// An amount of money before it is rounded to what can be paid.
public struct ExactMoney: LocalizedValue, Hashable, Sendable, CustomStringConvertible {
    /// The amount in major units.
    public let amount: FixedDecimal
    /// The currency.
    public let currency: Currency

    /// Makes an amount.
    public init(_ amount: FixedDecimal, _ currency: Currency) { (self.amount, self.currency) = (amount, currency) }

    /// The amount with the code of its currency; more decimals than the currency has are kept, up to 4.
    public func text(in language: Language) -> String { LocalizedNumber.money(amount, currency, in: language) }

    /// The amount in English.
    public var description: String { text(in: .en) }
}
