extension Unit {
    /// The unit of a product.
    ///
    /// - Throws: ``QuantityError/currencyMismatch(_:_:)`` when both hold money, of different currencies;
    ///   ``QuantityError/overflow(_:)`` when an exponent leaves -128...127.
    public func multiplied(by other: Unit) throws(QuantityError) -> Unit {
        try combined(with: other) { $0.addingReportingOverflow($1) }
    }

    /// The unit of a quotient.
    ///
    /// - Throws: ``QuantityError/currencyMismatch(_:_:)`` when both hold money, of different currencies;
    ///   ``QuantityError/overflow(_:)`` when an exponent leaves -128...127.
    public func divided(by other: Unit) throws(QuantityError) -> Unit {
        try combined(with: other) { $0.subtractingReportingOverflow($1) }
    }

    /// The same unit without "per piece": `RUB/pcs` becomes `RUB`.
    ///
    /// Books print an average receipt in roubles, although it is roubles per receipt. Other units stay as they are.
    public func droppingPieceDenominator() -> Unit {
        Unit(
            money: moneyExponent, days: dayExponent, minutes: minuteExponent, pieces: max(pieceExponent, 0),
            currency: currency)
    }

    /// Combines the exponents one by one; an exponent that does not fit is an error, never a different unit.
    private func combined(
        with other: Unit, by operation: (Int8, Int8) -> (partialValue: Int8, overflow: Bool)
    ) throws(QuantityError) -> Unit {
        if let currency, let foreign = other.currency, currency != foreign {
            throw .currencyMismatch(currency, foreign)
        }
        let money = operation(moneyExponent, other.moneyExponent)
        let days = operation(dayExponent, other.dayExponent)
        let minutes = operation(minuteExponent, other.minuteExponent)
        let pieces = operation(pieceExponent, other.pieceExponent)
        guard !money.overflow, !days.overflow, !minutes.overflow, !pieces.overflow else {
            throw .overflow(.unitExponent)
        }
        return Unit(
            money: money.partialValue, days: days.partialValue, minutes: minutes.partialValue,
            pieces: pieces.partialValue, currency: currency ?? other.currency)
    }
}
