extension Int128 {
    /// The exact `left × right ÷ divisor`, rounded once to an integer.
    ///
    /// The product is held in 256 bits, so it never overflows; only a result outside `Int128` does. This is the one
    /// place in the module where a number is rounded on the way to pay.
    static func ratio(
        _ left: Int128, times right: Int128, over divisor: Int128, rounding: Rounding,
        as operation: QuantityError.Operation
    ) throws(QuantityError) -> Int128 {
        guard divisor != 0 else { throw .divisionByZero }
        let isNegative = ((left < 0) != (right < 0)) != (divisor < 0)
        let divisorMagnitude = divisor.magnitude
        let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
        // A larger high half means a quotient of more than 128 bits, on which the full-width division would trap.
        guard product.high < divisorMagnitude else { throw .overflow(operation) }
        let (quotient, remainder) = divisorMagnitude.quotientAndRemainder(dividing: product.high, product.low)
        let grows = rounding.grows(
            quotient: quotient, remainder: remainder, divisor: divisorMagnitude, isNegative: isNegative)
        let (rounded, overflow) = quotient.addingReportingOverflow(grows ? 1 : 0)
        guard !overflow, let result = Int128(magnitude: rounded, isNegative: isNegative) else {
            throw .overflow(operation)
        }
        return result
    }

    /// The number of this magnitude and sign, or `nil` when it does not fit.
    ///
    /// -2^127 has a magnitude that no positive `Int128` has, hence the wrapping subtraction.
    init?(magnitude: UInt128, isNegative: Bool) {
        if isNegative {
            guard magnitude <= Int128.min.magnitude else { return nil }
            self.init(truncatingIfNeeded: 0 &- magnitude)
        } else {
            self.init(exactly: magnitude)
        }
    }
}

extension UInt128 {
    /// Divides a 256-bit number, whose high half is below this divisor, by this divisor.
    fileprivate func quotientAndRemainder(
        dividing high: UInt128, _ low: UInt128
    ) -> (quotient: UInt128, remainder: UInt128) {
        if high != 0 { return dividingFullWidth((high, low)) }
        let quotient = low / self
        // Cheaper than a second 128-bit division for the remainder.
        return (quotient, low &- quotient &* self)
    }
}
