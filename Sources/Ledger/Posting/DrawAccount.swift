public import Quantities

/// The terms of a recoverable draw for one person and one period, in minor units.
public struct DrawTerms: Sendable, Hashable {
    /// What is paid at least; 0 when there is no advance in this period any more, and below 0 counts as 0.
    public var amount: Int64
    /// The most that may be owed; `nil` for no limit.
    public var limit: Int64?
    /// How much of what was earned above the draw may be taken back in this period.
    public var recovery: Recovery

    /// Makes terms.
    public init(amount: Int64, limit: Int64? = nil, recovery: Recovery = .share(.one)) {
        self.amount = amount
        self.limit = limit
        self.recovery = recovery
    }

    /// How much may be taken back in a period.
    public enum Recovery: Sendable, Hashable {
        /// Nothing in this period.
        case none
        /// A share of what was earned above the draw.
        case share(FixedDecimal)
        /// No more than an amount.
        case amount(Int64)
    }
}

/// What a person owes of a plan's advances, period after period.
///
///     draw 1 000; earned 500, 700, 400 → advances 500, 300, 600; paid 1 000 each; owed 500, 800, 1 400
public struct DrawAccount: Sendable, Hashable {
    /// What is owed after the periods so far.
    public private(set) var owed: Int64 = 0

    /// Nothing is owed.
    public init() {}

    /// A period's advance (above zero) or recovery (below zero).
    ///
    /// - Parameter earned: What the plan earned for the period, whether it is free or not.
    /// - Throws: ``QuantityError/overflow(_:)`` when what is owed does not fit; then nothing changes.
    public mutating func take(earned: Int64, _ terms: DrawTerms) throws(QuantityError) -> Int64 {
        let missing = try max(0, terms.amount).minus(earned)
        let change = missing > 0 ? advance(missing, terms) : -(try recovery(above: -missing, terms.recovery))
        owed = try owed.plus(change)
        return change
    }

    private func advance(_ missing: Int64, _ terms: DrawTerms) -> Int64 {
        // Without a draw in this period a negative result is carried, not advanced.
        guard terms.amount > 0 else { return 0 }
        guard let limit = terms.limit else { return missing }
        return min(missing, max(0, max(0, limit) - owed))
    }

    private func recovery(above: Int64, _ rule: DrawTerms.Recovery) throws(QuantityError) -> Int64 {
        switch rule {
        case .none: 0
        case .share(let share): min(owed, try min(max(share, .zero), .one).portion(of: above))
        case .amount(let amount): min(owed, above, max(0, amount))
        }
    }
}
