import Formulas
import Messages
import Testing

@Suite("Several faults at once")
struct RecoveryTests {
    @Test(
        "the codes of all faults",
        arguments: [
            ("(sales + ) / (plan - )", ["syntax", "syntax"]), ("saels / paln", ["unknown-name", "unknown-name"]),
            ("saels + * plan", ["unknown-name", "syntax"]), ("1 < saels < 3", ["chained-comparison", "unknown-name"]),
            ("(sales plan)", ["syntax"]), ("\"retail", ["unclosed-text"]), ("", ["syntax"]),
            ("   ", ["syntax"]), ("sales plan", ["syntax"]), ("(sales", ["syntax"]), ("sales)", ["syntax"]),
            ("if rich then 1", ["syntax"]), ("if rich 1 else 2", ["syntax"]), ("min(1, )", ["syntax"]),
            ("sale.", ["syntax"]), ("sales +", ["syntax"]), ("x is full", ["syntax"]), ("foo(1)", ["unknown-function"]),
            ("round(1, 2, 3)", ["argument-count"]), ("abs(1 where rich)", ["misplaced-where"]),
            ("target(sales)", ["function-not-here"]), ("1 + rich", ["no-arithmetic"]), ("-rich", ["wrong-type"]),
            ("if sales then 1 else 2", ["wrong-type"]), ("if rich then 1 else segment", ["branches-differ"]),
            ("sale.client > sale.client", ["no-order"]), ("sale.client = sale.product", ["not-comparable"]),
            ("sales + dollars", ["unit-mismatch"]), ("sales * dollars", ["unit-mismatch"]),
        ])
    func codes(formula: String, expected: [String]) {
        #expect(faults(in: formula) == expected)
    }

    @Test("a fault never hides the tree: what can be read is read")
    func tree() {
        #expect(Parser.parse("sales + (plan").syntax.withoutPlaces == Parser.parse("sales + plan").syntax.withoutPlaces)
    }

    @Test(
        "a fault speaks both languages",
        arguments: ["(sales", "saels", "sales + 5 days", "5 @", "\"x", "f(1)", "min()"])
    func languages(formula: String) throws {
        for fault in Checker.check(formula, in: Ledger()).faults {
            #expect(!fault.message.en.isEmpty)
            #expect(fault.message.ru != fault.message.en)
            if let remedy = fault.remedy { #expect(remedy.ru != remedy.en) }
        }
    }
}
