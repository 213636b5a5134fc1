internal import Periods
public import Quantities

/// What an amount was before it was converted into the company's currency.
public struct Conversion: Hashable, Sendable {
    /// The amount in the currency of ``rate``.
    public var amount: FixedDecimal
    /// The rate it was converted at.
    public var rate: ExchangeRate
}

/// The converted amounts of a column; rows in the company's own currency are not among them.
public struct Conversions: Sendable {
    /// The rows, rising.
    public private(set) var rows: [Int32] = []
    /// What each was, in the other currency.
    public private(set) var amounts: [FixedDecimal] = []
    /// The place of each one's rate in ``rates``.
    public private(set) var rateNumbers: [Int32] = []
    /// The rates.
    public private(set) var rates: [ExchangeRate] = []
    private var numbers: [ExchangeRate: Int32] = [:]

    /// Nothing was converted.
    public init() {}

    /// Conversions as they were kept; `nil` when their parts do not fit each other.
    public init?(rows: [Int32], amounts: [FixedDecimal], rateNumbers: [Int32], rates: [ExchangeRate]) {
        guard rows.count == amounts.count, rows.count == rateNumbers.count,
            rateNumbers.allSatisfy({ rates.indices.contains(Int($0)) })
        else { return nil }
        self.rows = rows
        self.amounts = amounts
        self.rateNumbers = rateNumbers
        self.rates = rates
        numbers = Dictionary(zip(rates, 0...)) { first, _ in first }
    }

    /// What the amount of a row was; `nil` when it was not converted.
    public func conversion(of row: Int) -> Conversion? {
        let low = rows.indices.partitioningIndex { rows[$0] >= row }
        guard low < rows.count, rows[low] == row else { return nil }
        return Conversion(amount: amounts[low], rate: rates[Int(rateNumbers[low])])
    }

    private mutating func number(of rate: ExchangeRate) -> Int32 {
        if let known = numbers[rate] { return known }
        let number = Int32(truncatingIfNeeded: rates.count)
        numbers[rate] = number
        rates.append(rate)
        return number
    }

    /// Adds a row behind those that are there.
    mutating func append(row: Int32, _ amount: FixedDecimal, _ rate: ExchangeRate) {
        rows.append(row)
        amounts.append(amount)
        rateNumbers.append(number(of: rate))
    }
}
