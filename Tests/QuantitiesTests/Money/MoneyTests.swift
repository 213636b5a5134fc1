import Quantities
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "an amount is rounded to what can be paid",
        arguments: [
            ("0.015", Currency.rouble, Int64(2)), ("-0.015", .rouble, -2), ("59999.995", .rouble, 6_000_000),
            ("1234.5", .yen, 1_235), ("1.0005", Currency(code: "KWD"), 1_001),
        ])
    func rounding(amount: String, currency: Currency, minorUnits: Int64) throws {
        let money = try Money(rounding: FixedDecimal(amount), in: currency)
        #expect(money == Money(minorUnits: minorUnits, currency: currency))
    }

    @Test("a plan may round half to even")
    func halfEven() throws {
        #expect(try Money(rounding: FixedDecimal("0.025"), in: .rouble, .halfEven).minorUnits == 2)
    }

    @Test(
        "its text has all minor digits and the code",
        arguments: [
            (Int64(6_000_000), Currency.rouble, "60000.00 RUB"), (-5, .rouble, "-0.05 RUB"), (1_500, .yen, "1500 JPY"),
            (.min, .rouble, "-92233720368547758.08 RUB"),
        ])
    func text(minorUnits: Int64, currency: Currency, expected: String) {
        #expect(Money(minorUnits: minorUnits, currency: currency).description == expected)
    }

    @Test("an amount becomes the same money again", arguments: [Int64.min, -1, 0, 1, 12_345, .max])
    func thereAndBack(minorUnits: Int64) throws {
        for currency in [Currency.rouble, .yen, Currency(code: "CLF")] {
            let money = Money(minorUnits: minorUnits, currency: currency)
            #expect(try Money(rounding: money.amount, in: currency, .towardsZero) == money)
        }
    }

    @Test("one currency adds up, two do not")
    func arithmetic() throws {
        let (salary, bonus) = (Money(minorUnits: 6_000_000, currency: .rouble), Money(minorUnits: 1, currency: .rouble))
        #expect(try salary.adding(bonus).description == "60000.01 RUB")
        #expect(try salary.subtracting(bonus).description == "59999.99 RUB")
        #expect(try salary.negated().description == "-60000.00 RUB")
        let foreign = Money(minorUnits: 1, currency: .dollar)
        #expect(throws: QuantityError.currencyMismatch(.rouble, .dollar)) { try salary.adding(foreign) }
        #expect(throws: QuantityError.currencyMismatch(.rouble, .dollar)) { try salary.subtracting(foreign) }
    }

    @Test("an amount too large is an error")
    func overflow() {
        let (low, high) = (Money(minorUnits: .min, currency: .rouble), Money(minorUnits: .max, currency: .rouble))
        let kopeck = Money(minorUnits: 1, currency: .rouble)
        #expect(throws: QuantityError.overflow(.addition)) { try high.adding(kopeck) }
        #expect(throws: QuantityError.overflow(.subtraction)) { try low.subtracting(kopeck) }
        #expect(throws: QuantityError.overflow(.negation)) { try low.negated() }
        #expect(throws: QuantityError.overflow(.conversion)) { try Money(rounding: .highest, in: .rouble) }
    }
}
