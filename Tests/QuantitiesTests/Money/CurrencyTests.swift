import Quantities
import Testing

@Suite("Currencies")
struct CurrencyTests {
    @Test(
        "minor digits follow ISO 4217",
        arguments: [
            (["RUB", "USD", "EUR", "KZT", "CNY"], 2),
            (["JPY", "KRW", "VND", "CLP", "ISK", "XAF"], 0),
            (["BHD", "KWD", "OMR", "JOD", "TND", "IQD", "LYD"], 3),
            (["CLF"], 4),
        ])
    func minorDigits(codes: [String], digits: Int) {
        for code in codes { #expect(Currency(validating: code)?.minorDigits == digits, "\(code)") }
    }

    @Test(
        "what is no currency of pay is refused",
        arguments: [
            "", "RU", "RUBL", "rub", "РУБ", "ABC", "XXX", "XAU", "$", "RUB ",
        ])
    func refused(code: String) {
        #expect(Currency(validating: code) == nil)
    }

    @Test("a sign where there is one, the code where there is none")
    func symbols() {
        #expect(
            ["RUB", "USD", "EUR", "CHF", "CNY"].map { Currency(code: $0).symbol } == ["₽", "$", "€", "CHF", "CNY"])
    }

    @Test("currencies are ordered by code")
    func order() {
        #expect([Currency.dollar, .rouble, .yen].sorted().map(\.code) == ["JPY", "RUB", "USD"])
    }
}
