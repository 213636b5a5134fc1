/// An amount of money as it is stored and paid: a whole number of minor units of one currency.
///
///     Money(minorUnits: 6_000_000, currency: Currency(code: "RUB")).description  // "60000.00 RUB"
public struct Money: Hashable, Sendable {
    /// The amount in minor units: kopecks for roubles, whole yen for yen.
    public let minorUnits: Int64
    /// The currency.
    public let currency: Currency

    /// An amount of minor units.
    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// The amount nearest to `amount`, given in major units, that can be paid in `currency`.
    ///
    ///     try Money(rounding: FixedDecimal(parsing: "0.015"), in: Currency(code: "RUB"))  // 0.02 RUB
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when the minor units do not fit an `Int64`.
    public init(
        rounding amount: FixedDecimal, in currency: Currency, _ mode: Rounding = .halfAwayFromZero
    ) throws(QuantityError) {
        let step = try PowersOfTen.step(places: currency.minorDigits)
        let count = try Int128.ratio(amount.raw, times: 1, over: step, rounding: mode, as: .conversion)
        guard let minorUnits = Int64(exactly: count) else { throw .overflow(.conversion) }
        self.init(minorUnits: minorUnits, currency: currency)
    }

    /// The exact amount in major units.
    public var amount: FixedDecimal {
        // The table of currencies holds no more than four minor digits, so zero is never what comes out.
        (try? FixedDecimal(minorUnits: minorUnits, places: currency.minorDigits)) ?? .zero
    }
}

extension Money: CustomStringConvertible {
    /// The amount with all its minor digits and the code: `60000.00 RUB`.
    public var description: String {
        "\(amount.text(places: currency.minorDigits)) \(currency.code)"
    }
}
