import Formulas
import Messages
import Quantities
import Testing

@Suite("Units of a formula")
struct UnitTests {
    @Test(
        "what fits together",
        arguments: [
            ("receivables / sales * days(period)", FormulaType.number(.days)), ("sales / plan", .number(.plain)),
            ("sales * 5%", .number(.money(Ledger.rouble))),
            ("new_clients * 10 RUB/pcs", .number(.money(Ledger.rouble))),
            ("new_clients >= 25", .flag), ("new_clients + 1", .number(.pieces)),
            ("min(new_clients, 25)", .number(.pieces)),
            ("if rich then 0 else new_clients", .number(.pieces)), ("talk / 90 min", .number(.plain)),
            ("sale.date + 30 days", .day), ("sale.paid_on - sale.date <= 30 days", .flag),
            ("sale.client = \"alfa\"", .flag),
            ("otherwise(sales, 0 RUB)", .number(.money(Ledger.rouble))),
            ("round(sales, 2)", .number(.money(Ledger.rouble))),
            ("clamp(share, 0, 120%)", .number(.plain)),
        ])
    func accepted(formula: String, expected: FormulaType) {
        #expect(rendered(formula) == "")
        #expect(type(of: formula) == expected)
    }

    @Test(
        "what does not",
        arguments: [
            "5 days + 3 RUB", "sales + 1", "sales - delay", "sales > 100", "talk + delay", "sales + dollars",
            "sale.date + sale.date", "sale.date + 5", "delay + sale.date", "max(sales, delay)", "otherwise(sales, 0)",
            "if rich then sales else delay", "new_clients > 3 RUB", "rich and sales", "not sales", "rich < rich",
            "sale.client = 5", "round(sales, 2 RUB)", "new_clients >= 25%", "new_clients + 5%", "sales / dollars",
        ])
    func refused(formula: String) {
        #expect(type(of: formula) == nil)
        #expect(faults(in: formula).count == 1)
    }

    @Test("a place may ask for a unit; a bare number counts pieces")
    func expected() {
        let money = FormulaType.number(.money(Ledger.rouble))
        #expect(Checker.check("sales * 5%", in: Ledger(), expecting: money).faults.isEmpty)
        #expect(Checker.check("sales / plan", in: Ledger(), expecting: money).faults.map(\.code) == ["wrong-type"])
        #expect(Checker.check("25", in: Ledger(), expecting: .number(.pieces)).faults.isEmpty)
        #expect(Checker.check("saels", in: Ledger(), expecting: money).faults.map(\.code) == ["unknown-name"])
    }
}
