extension Int64 {
    /// The number ÷ a positive divisor, rounded once to an integer.
    ///
    ///     Int64(-25).divided(by: 10, rounding: .halfEven)  // -2
    ///
    /// - Parameter divisor: No less than 1.
    @inlinable @inline(__always)
    public func divided(by divisor: Int64, rounding: Rounding) -> Int64 {
        let quotient = self / divisor
        let remainder = self &- quotient &* divisor
        let sign = self >> 63
        let grows = rounding.grows(
            quotient: UInt64(bitPattern: quotient), remainder: UInt64(bitPattern: (remainder ^ sign) &- sign),
            divisor: UInt64(bitPattern: divisor), isNegative: sign != 0)
        let away: Int64 = grows ? 1 : 0
        return quotient &+ ((away ^ sign) &- sign)
    }

    /// The exact `dividend × factor ÷ divisor`, rounded once to an integer; `nil` when it does not fit 64 bits.
    ///
    /// The product is held in 128 bits, so that only the result may not fit.
    ///
    /// - Parameter divisor: Anything but 0.
    @inlinable @inline(__always)
    public static func ratio(
        _ dividend: Int64, times factor: Int64, over divisor: Int64, rounding: Rounding
    ) -> Int64? {
        let isNegative = ((dividend < 0) != (factor < 0)) != (divisor < 0)
        let size = divisor.magnitude
        let product = dividend.magnitude.multipliedFullWidth(by: factor.magnitude)
        guard product.high < size else { return nil }
        let (quotient, remainder) = size.dividingFullWidth(product)
        let grows = rounding.grows(quotient: quotient, remainder: remainder, divisor: size, isNegative: isNegative)
        let rounded = quotient &+ (grows ? 1 : 0)
        // Where all bits are set, one more is none at all.
        guard rounded <= UInt64(Int64.max), quotient <= rounded else { return nil }
        let units = Int64(truncatingIfNeeded: rounded)
        return isNegative ? 0 &- units : units
    }
}
