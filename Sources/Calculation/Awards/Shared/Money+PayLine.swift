public import Quantities

extension Money {
    /// An award as it is paid: rounded once to the minor unit, where what a quotient lost in its sixteenth decimal place
    /// does not decide between one kopeck and the next.
    ///
    /// `1 / 1.2` cannot be written down in decimals. An award that is exactly half a kopeck by its formula comes out a
    /// little below it, and would lose the kopeck. So what lies within 5 × 10⁻¹¹ of a half is a half.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when the minor units do not fit.
    public init(payLine amount: FixedDecimal, in currency: Currency, _ mode: Rounding) throws(QuantityError) {
        let settled = try amount.rounded(toPlaces: PayLineRounding.settledPlaces)
        try self.init(rounding: settled, in: currency, mode)
    }
}
