import Formulas
import Messages
import Quantities
import Testing

@Suite("Numbers with units")
struct NumberTests {
    @Test(
        "digits may be grouped, a point stands before decimals",
        arguments: [
            ("3 000 000", "3000000"), ("3\u{A0}000\u{A0}000", "3000000"), ("3\u{202F}000", "3000"), ("1_000", "1000"),
            ("1 000.25", "1000.25"), ("0.0001", "0.0001"), ("007", "7"),
        ])
    func groups(text: String, value: String) {
        #expect(number(text)?.description == value)
    }

    @Test(
        "a unit may follow at once or after a space",
        arguments: [
            ("3 000 000 RUB", "3000000", UnitWord.currency(Ledger.rouble)),
            ("3 000 ₽", "3000", .currency(Ledger.rouble)),
            ("500 руб", "500", .currency(Ledger.rouble)), ("5%", "0.05", .percent),
            ("5 %", "0.05", .percent), ("12.5 min", "12.5", .minutes), ("2 h", "120", .hours),
            ("1.5 часа", "90", .hours),
            ("30 дней", "30", .days), ("30days", "30", .days), ("2 недели", "14", .weeks), ("25 шт", "25", .pieces),
            ("25 pcs", "25", .pieces), ("10 RUB/pcs", "10", .currencyPerPiece(Ledger.rouble)),
            ("10 ₽/шт", "10", .currencyPerPiece(Ledger.rouble)),
        ])
    func units(text: String, value: String, unit: UnitWord) {
        let (syntax, faults) = Parser.parse(text)
        #expect(faults.isEmpty)
        guard case .number(let read, let word, let span) = syntax else {
            Issue.record("not a number: \(syntax)")
            return
        }
        #expect(read.description == value)
        #expect(word == unit)
        #expect(span == TextSpan(0, text.count))
    }

    @Test("units are what the checker counts in: two hours are minutes, roubles per piece are both")
    func types() throws {
        #expect(type(of: "2 h") == .number(.minutes))
        #expect(type(of: "3 weeks") == .number(.days))
        #expect(type(of: "5%") == .number(.plain))
        #expect(type(of: "10 RUB/pcs") == .number(try Unit.money(Ledger.rouble).divided(by: .pieces)))
    }

    @Test("a hundred percent is one")
    func percent() {
        #expect(flag("100% = 1") == true)
        #expect(number("12.5%")?.description == "0.125")
    }

    @Test(
        "three digits after a space belong to the number only when they are exactly three",
        arguments: ["1 0000", "1 00", "10 00 000", "1  000"])
    func notGroups(text: String) {
        #expect(faults(in: text) == ["syntax"])
    }

    @Test(
        "a number that does not fit is a fault, not another number",
        arguments: [
            "99 999 999 999 999 999 999 999", "0.12345678901234567", "16 000 000 000 000 000 000 000 weeks",
        ])
    func range(text: String) {
        #expect(faults(in: text) == ["number-range"])
    }

    @Test("a currency that ISO 4217 does not list is no unit")
    func unknownCurrency() {
        #expect(faults(in: "5 XYZ") == ["syntax"])
    }

    @Test(
        "a metric declares its unit with the same words",
        arguments: [
            ("RUB", Unit.money(Ledger.rouble)), ("days", .days), ("percent", .plain), ("number", .plain),
            ("шт", .pieces),
        ])
    func declared(text: String, unit: Unit) {
        #expect(Unit(declared: text) == unit)
    }

    @Test("a declared unit may be a quotient; nonsense is none")
    func declaredQuotient() throws {
        #expect(Unit(declared: "RUB / pieces") == (try Unit.money(Ledger.rouble).divided(by: .pieces)))
        for text in ["", "/", "RUB/", "RUB/pieces/days", "roubles", "RUB/USD"] { #expect(Unit(declared: text) == nil) }
    }
}
