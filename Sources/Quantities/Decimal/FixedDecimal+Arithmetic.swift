extension FixedDecimal {
    /// The exact sum.
    ///
    /// - Throws: ``QuantityError/overflow(_:)``.
    public func adding(_ other: FixedDecimal) throws(QuantityError) -> FixedDecimal {
        let (sum, overflow) = raw.addingReportingOverflow(other.raw)
        guard !overflow else { throw .overflow(.addition) }
        return FixedDecimal(raw: sum)
    }

    /// The exact difference.
    ///
    /// - Throws: ``QuantityError/overflow(_:)``.
    public func subtracting(_ other: FixedDecimal) throws(QuantityError) -> FixedDecimal {
        let (difference, overflow) = raw.subtractingReportingOverflow(other.raw)
        guard !overflow else { throw .overflow(.subtraction) }
        return FixedDecimal(raw: difference)
    }

    /// The value with the opposite sign.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` for the lowest value, which has no opposite.
    public func negated() throws(QuantityError) -> FixedDecimal {
        guard raw != .min else { throw .overflow(.negation) }
        return FixedDecimal(raw: -raw)
    }

    /// The value without its sign.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` for the lowest value, which has no opposite.
    public func magnitude() throws(QuantityError) -> FixedDecimal {
        isNegative ? try negated() : self
    }
}
