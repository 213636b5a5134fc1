import Formulas
import Messages
import Quantities
import Testing

@Suite("What cannot be computed")
struct NotComputableTests {
    @Test(
        "a missing figure makes everything that needs it not computable",
        arguments: [
            "missing", "missing + 1", "-missing", "round(missing)", "if missing > 0 then 1 else 2", "missing = missing",
        ])
    func travels(formula: String) {
        #expect(value(formula) == .notComputable(Ledger.noFact))
    }

    @Test(
        "a division by zero is not a zero and not an infinity",
        arguments: ["1 / 0", "sales / receipts", "1 + 1 / 0 * 0", "max(1, 2 / share)", "0 / 0"])
    func division(formula: String) {
        #expect(value(formula) == .notComputable(.divisionByZero))
    }

    @Test(
        "where it cannot matter, it does not",
        arguments: [
            ("if false and missing > 0 then 1 else 2", "2"), ("if missing > 0 and false then 1 else 2", "2"),
            ("if true or missing > 0 then 1 else 2", "1"), ("if missing > 0 or true then 1 else 2", "1"),
            ("if rich then 1 else missing", "1"), ("otherwise(missing, 7)", "7"), ("otherwise(1 / 0, 7)", "7"),
            ("otherwise(7, missing)", "7"), ("otherwise(otherwise(missing, 1 / 0), 3)", "3"),
        ])
    func shortcuts(formula: String, expected: String) {
        #expect(number(formula)?.description == expected)
    }

    @Test("when both sides fail, the first reason is told")
    func firstReason() {
        #expect(value("missing + 1 / 0") == .notComputable(Ledger.noFact))
        #expect(value("1 / 0 + missing") == .notComputable(.divisionByZero))
    }

    @Test("a number too large to hold has no value")
    func overflow() {
        #expect(value("1 000 000 000 000 * 1 000 000 000 000")?.reason?.code == "overflow")
    }

    @Test(
        "an empty field equals nothing, is before nothing and gives no number",
        arguments: [
            ("sale.paid_on = sale.date", false), ("sale.paid_on != sale.date", true),
            ("sale.paid_on <= sale.date", false),
            ("sale.paid_on >= sale.date", false), ("sale.paid_on - sale.date <= 30 days", false),
            ("(sale.paid_on - sale.date) is empty", true),
        ])
    func empty(formula: String, expected: Bool) {
        #expect(flag(formula) == expected)
    }

    @Test("a reason speaks both languages")
    func languages() {
        #expect(Reason.divisionByZero.text == LocalizedText(en: "division by zero", ru: "деление на ноль"))
        #expect(Reason.empty.text.ru == "нет значения")
    }
}
