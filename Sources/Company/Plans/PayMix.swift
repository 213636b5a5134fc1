public import Quantities

/// Fixed pay and what a plan adds to it on target, for the same stretch of time.
public struct PayMix: Sendable, Hashable {
    /// The pay that depends on nothing.
    public var fixed: FixedDecimal
    /// The variable pay on target.
    public var variable: FixedDecimal

    /// Makes a mix.
    public init(fixed: FixedDecimal, variable: FixedDecimal) {
        self.fixed = fixed
        self.variable = variable
    }

    /// The share of variable pay in the whole on target: 1 920 000 + 480 000 → 20 %.
    ///
    /// - Throws: ``QuantityError/divisionByZero`` where there is no pay, ``QuantityError/overflow(_:)``.
    public var variableShare: FixedDecimal {
        get throws(QuantityError) { try variable.divided(by: fixed.adding(variable)) }
    }

    /// The whole pay when variable pay is so many times that on target: 1 920 000 + 480 000 with an upside of 2 → 2 880 000.
    ///
    /// - Throws: ``QuantityError/overflow(_:)``.
    public func maximum(upside: FixedDecimal) throws(QuantityError) -> FixedDecimal {
        try fixed.adding(variable.multiplied(by: upside))
    }
}
