public import Periods
public import Quantities

/// What money of another currency is worth from a day on.
public struct ExchangeRate: Hashable, Sendable {
    /// The other currency.
    public var currency: Currency
    /// The first day of the rate; it holds until the next one's.
    public var from: CivilDay
    /// The company's money for ``units`` of the other currency.
    public var rate: FixedDecimal
    /// For how many units of the other currency the rate is.
    public var units: FixedDecimal

    /// Makes a rate.
    public init(currency: Currency, from: CivilDay, rate: FixedDecimal, units: FixedDecimal) {
        self.currency = currency
        self.from = from
        self.rate = rate
        self.units = units
    }

    /// An amount × rate ÷ units in minor units of the company's currency, rounded once, half away from zero.
    ///
    /// - Parameters:
    ///   - amount: Units of 10^-places of the other currency.
    /// - Returns: `nil` when the result does not fit.
    func minorUnits(of amount: Int64, places: Int, in own: Currency) -> Int64? {
        guard let minor = try? FixedDecimal(minorUnits: 1, places: FixedDecimal.scale - own.minorDigits).raw,
            let step = try? FixedDecimal(minorUnits: 1, places: FixedDecimal.scale - places).raw
        else { return nil }
        let (factor, factorOverflow) = rate.raw.multipliedReportingOverflow(by: minor)
        let (divisor, divisorOverflow) = units.raw.multipliedReportingOverflow(by: step)
        if factorOverflow || divisorOverflow { return nil }
        // Counted in single units of a decimal, so that the quotient is rounded here and nowhere before.
        let worth = try? FixedDecimal(raw: Int128(amount)).multiplied(
            by: FixedDecimal(raw: factor), dividedBy: FixedDecimal(raw: divisor), rounding: .halfAwayFromZero)
        return worth.flatMap { Int64(exactly: $0.raw) }
    }
}

/// The rates of all currencies by day.
struct ExchangeRates {
    /// Of each currency in the order of their days.
    private var byCurrency: [String: [ExchangeRate]] = [:]

    /// No rates.
    init() {}

    /// Rates in any order, of which no two begin on one day.
    init(_ rates: [ExchangeRate]) {
        byCurrency = Dictionary(grouping: rates, by: \.currency.code).mapValues { $0.sorted { $0.from < $1.from } }
    }

    /// The latest rate that has begun by a day.
    func rate(of code: String, on day: CivilDay) -> ExchangeRate? {
        guard let rates = byCurrency[code] else { return nil }
        let low = rates.indices.partitioningIndex { rates[$0].from > day }
        return low > 0 ? rates[low - 1] : nil
    }
}
