extension Money {
    /// The sum of two amounts of one currency.
    ///
    /// - Throws: ``QuantityError/currencyMismatch(_:_:)`` or ``QuantityError/overflow(_:)``.
    public func adding(_ other: Money) throws(QuantityError) -> Money {
        guard currency == other.currency else { throw .currencyMismatch(currency, other.currency) }
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .overflow(.addition) }
        return Money(minorUnits: sum, currency: currency)
    }

    /// The difference of two amounts of one currency.
    ///
    /// - Throws: ``QuantityError/currencyMismatch(_:_:)`` or ``QuantityError/overflow(_:)``.
    public func subtracting(_ other: Money) throws(QuantityError) -> Money {
        guard currency == other.currency else { throw .currencyMismatch(currency, other.currency) }
        let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .overflow(.subtraction) }
        return Money(minorUnits: difference, currency: currency)
    }

    /// The amount with the opposite sign, as a reversal books it.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` for the lowest `Int64`, which has no opposite.
    public func negated() throws(QuantityError) -> Money {
        guard minorUnits != .min else { throw .overflow(.negation) }
        return Money(minorUnits: -minorUnits, currency: currency)
    }
}
