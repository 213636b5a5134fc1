import Quantities

extension FixedDecimal {
    /// The number as the table of a test writes it.
    init(_ text: String) throws {
        try self.init(parsing: text)
    }

    static let lowest = FixedDecimal(raw: .min)
    static let highest = FixedDecimal(raw: .max)
    /// 10^-16, the smallest step.
    static let smallest = FixedDecimal(raw: 1)
}

extension Currency {
    static let rouble = Currency(code: "RUB")
    static let dollar = Currency(code: "USD")
    static let yen = Currency(code: "JPY")
}

extension Unit {
    static let roubles = Unit.money(.rouble)
    static let dollars = Unit.money(.dollar)
}
