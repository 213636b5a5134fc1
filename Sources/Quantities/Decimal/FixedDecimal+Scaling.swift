extension FixedDecimal {
    /// The product, rounded once in the sixteenth place.
    ///
    /// - Throws: ``QuantityError/overflow(_:)``.
    public func multiplied(
        by factor: FixedDecimal, rounding: Rounding = .halfAwayFromZero
    ) throws(QuantityError) -> FixedDecimal {
        FixedDecimal(
            raw: try .ratio(raw, times: factor.raw, over: Self.rawOne, rounding: rounding, as: .multiplication))
    }

    /// The quotient, rounded once in the sixteenth place.
    ///
    /// - Throws: ``QuantityError/divisionByZero`` or ``QuantityError/overflow(_:)``.
    public func divided(
        by divisor: FixedDecimal, rounding: Rounding = .halfAwayFromZero
    ) throws(QuantityError) -> FixedDecimal {
        FixedDecimal(raw: try .ratio(raw, times: Self.rawOne, over: divisor.raw, rounding: rounding, as: .division))
    }

    /// `self` × `factor` ÷ `divisor` with a single rounding; the product may be far out of range.
    ///
    /// Prefer it to a division followed by a multiplication: one third of three stays exactly one.
    ///
    ///     try FixedDecimal(50_000).multiplied(by: 11, dividedBy: 22)  // 25000, a salary for 11 of 22 days
    ///
    /// - Throws: ``QuantityError/divisionByZero`` or ``QuantityError/overflow(_:)``.
    public func multiplied(
        by factor: FixedDecimal, dividedBy divisor: FixedDecimal, rounding: Rounding = .halfAwayFromZero
    ) throws(QuantityError) -> FixedDecimal {
        FixedDecimal(raw: try .ratio(raw, times: factor.raw, over: divisor.raw, rounding: rounding, as: .division))
    }

    /// The quotient of two integers, rounded once in the sixteenth place.
    ///
    ///     try FixedDecimal.fraction(7, 8)  // 0.875
    ///
    /// - Throws: ``QuantityError/divisionByZero`` or ``QuantityError/overflow(_:)``.
    public static func fraction(
        _ numerator: Int128, _ denominator: Int128, rounding: Rounding = .halfAwayFromZero
    ) throws(QuantityError) -> FixedDecimal {
        FixedDecimal(raw: try .ratio(numerator, times: rawOne, over: denominator, rounding: rounding, as: .division))
    }

    /// The value with at most `places` decimals.
    ///
    ///     try FixedDecimal(parsing: "-0.015").rounded(toPlaces: 2)  // -0.02
    ///
    /// - Throws: ``QuantityError/placesOutOfRange(_:)`` unless `places` is in 0...16;
    ///   ``QuantityError/overflow(_:)`` within one unit of the range's ends.
    public func rounded(
        toPlaces places: Int, _ mode: Rounding = .halfAwayFromZero
    ) throws(QuantityError) -> FixedDecimal {
        let step = try PowersOfTen.step(places: places)
        return try rounded(toMultiplesOf: step, mode)
    }

    /// The highest power of ten in range: 10^22.
    public static let largestTens = 22

    /// The nearest multiple of 10^`exponent`.
    ///
    ///     try FixedDecimal(1_250).rounded(toTens: 2)  // 1300
    ///
    /// Of tens larger than every number in range the nearest multiple is zero.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when the nearest multiple is out of range.
    public func rounded(
        toTens exponent: Int, _ mode: Rounding = .halfAwayFromZero
    ) throws(QuantityError) -> FixedDecimal {
        guard let step = PowersOfTen.tens(max(0, exponent)) else { return .zero }
        return try rounded(toMultiplesOf: step, mode)
    }

    /// The nearest multiple of a step.
    ///
    ///     try FixedDecimal(-250).rounded(toMultipleOf: 100, .up)  // -200
    ///
    /// - Throws: ``QuantityError/stepNotPositive(_:)``; ``QuantityError/overflow(_:)`` when the nearest multiple is out of range.
    public func rounded(toMultipleOf step: FixedDecimal, _ mode: Rounding) throws(QuantityError) -> FixedDecimal {
        guard step > .zero else { throw .stepNotPositive(step) }
        return try rounded(toMultiplesOf: step.raw, mode)
    }

    private func rounded(toMultiplesOf step: Int128, _ mode: Rounding) throws(QuantityError) -> FixedDecimal {
        let count = try Int128.ratio(raw, times: 1, over: step, rounding: mode, as: .rounding)
        let (rounded, overflow) = count.multipliedReportingOverflow(by: step)
        guard !overflow else { throw .overflow(.rounding) }
        return FixedDecimal(raw: rounded)
    }
}
