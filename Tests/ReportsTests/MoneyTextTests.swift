import Quantities
import Reports
import Testing

/// Amounts of minor units as texts.
struct MoneyTextTests {
    @Test(
        "kopecks in roubles, with and without groups",
        arguments: [
            (0, "0.00", "0.00"),
            (5, "0.05", "0.05"),
            (-5, "-0.05", "-0.05"),
            (99_999, "999.99", "999.99"),
            (100_000, "1000.00", "1 000.00"),
            (-10_450_000, "-104500.00", "-104 500.00"),
            (123_456_789, "1234567.89", "1 234 567.89"),
        ])
    func kopecks(minorUnits: Int64, plain: String, grouped: String) {
        #expect(MoneyText.text(minorUnits, in: Currency(code: "RUB")) == plain)
        #expect(MoneyText.text(minorUnits, in: Currency(code: "RUB"), group: " ") == grouped)
    }

    @Test("a currency without minor units has no point, one with three has three digits after it")
    func minorDigits() {
        #expect(MoneyText.text(1_234_567, in: Currency(code: "JPY"), group: " ") == "1 234 567")
        #expect(MoneyText.text(1_234_567, in: Currency(code: "KWD"), group: " ") == "1 234.567")
    }

    @Test("a sum wider than 64 bits is written in full")
    func wideSum() {
        let twice = 2 * Int128(Int64.max)
        #expect(MoneyText.text(twice, in: Currency(code: "RUB")) == "184467440737095516.14")
    }
}
