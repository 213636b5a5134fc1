extension Quantity {
    /// The exact sum.
    ///
    /// - Throws: ``QuantityError/unitMismatch(_:_:)``, or ``QuantityError/currencyMismatch(_:_:)`` when only the
    ///   currencies differ; ``QuantityError/overflow(_:)``.
    public func adding(_ other: Quantity) throws(QuantityError) -> Quantity {
        try requireSameUnit(as: other)
        return Quantity(value: try value.adding(other.value), unit: unit)
    }

    /// The exact difference.
    ///
    /// - Throws: as ``adding(_:)``.
    public func subtracting(_ other: Quantity) throws(QuantityError) -> Quantity {
        try requireSameUnit(as: other)
        return Quantity(value: try value.subtracting(other.value), unit: unit)
    }

    /// The product, with its unit.
    ///
    /// - Throws: ``QuantityError/currencyMismatch(_:_:)`` or ``QuantityError/overflow(_:)``.
    public func multiplied(
        by factor: Quantity, rounding: Rounding = .halfAwayFromZero
    ) throws(QuantityError) -> Quantity {
        Quantity(
            value: try value.multiplied(by: factor.value, rounding: rounding),
            unit: try unit.multiplied(by: factor.unit))
    }

    /// The quotient, with its unit.
    ///
    /// - Throws: ``QuantityError/divisionByZero``, ``QuantityError/currencyMismatch(_:_:)`` or
    ///   ``QuantityError/overflow(_:)``.
    public func divided(
        by divisor: Quantity, rounding: Rounding = .halfAwayFromZero
    ) throws(QuantityError) -> Quantity {
        Quantity(
            value: try value.divided(by: divisor.value, rounding: rounding),
            unit: try unit.divided(by: divisor.unit))
    }

    func requireSameUnit(as other: Quantity) throws(QuantityError) {
        guard unit != other.unit else { return }
        if let currency = unit.currency, let foreign = other.unit.currency, unit.hasSameExponents(as: other.unit) {
            throw .currencyMismatch(currency, foreign)
        }
        throw .unitMismatch(unit, other.unit)
    }
}

extension Unit {
    fileprivate func hasSameExponents(as other: Unit) -> Bool {
        moneyExponent == other.moneyExponent && dayExponent == other.dayExponent
            && minuteExponent == other.minuteExponent && pieceExponent == other.pieceExponent
    }
}
