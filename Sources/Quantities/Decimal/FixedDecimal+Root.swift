extension FixedDecimal {
    /// The square root, exact to the sixteenth decimal place, the rest cut off.
    ///
    ///     try FixedDecimal(2).squareRoot()  // 1.414213562373095
    ///
    /// Newton's method falls from above to the root and stops where it no longer falls.
    ///
    /// - Throws: ``QuantityError/negativeRoot(_:)`` below zero.
    public func squareRoot() throws(QuantityError) -> FixedDecimal {
        if isNegative { throw .negativeRoot(self) }
        if isZero { return .zero }
        // Half of it and one more is never below the root, and always in range.
        var estimate = try divided(by: 2, rounding: .up).adding(.one)
        while true {
            let next = try estimate.adding(divided(by: estimate, rounding: .down)).divided(by: 2, rounding: .down)
            if next >= estimate { return estimate }
            estimate = next
        }
    }
}
