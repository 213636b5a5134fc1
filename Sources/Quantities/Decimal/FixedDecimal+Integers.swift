extension FixedDecimal: ExpressibleByIntegerLiteral {
    /// A whole number; every `Int` fits, since 2^63 × 10^16 is below 2^127.
    public init(_ integer: Int) {
        self.init(raw: Int128(integer) &* Self.rawOne)
    }

    /// A whole number written in the source.
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// The exact `minorUnits` × 10^-`places`, as an amount of money is stored.
    ///
    ///     try FixedDecimal(minorUnits: 1_050, places: 2)  // 10.5
    ///
    /// - Throws: ``QuantityError/placesOutOfRange(_:)`` unless `places` is in 0...16.
    public init(minorUnits: Int64, places: Int) throws(QuantityError) {
        self.init(raw: Int128(minorUnits) &* (try PowersOfTen.step(places: places)))
    }

    /// The whole number nearest by `mode`.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when it does not fit an `Int`.
    public func integer(_ mode: Rounding) throws(QuantityError) -> Int {
        let whole = try Int128.ratio(raw, times: 1, over: Self.rawOne, rounding: mode, as: .conversion)
        guard let integer = Int(exactly: whole) else { throw .overflow(.conversion) }
        return integer
    }
}
