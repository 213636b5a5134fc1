import Calculation
import Formulas
import Messages
import Quantities
import Testing

@Suite("A plan's multiplier and gate")
struct PlanModifierTests {
    /// 5 % and 1 % of 100,000: 5,000 and 1,000 before the plan's modifiers.
    private func company(_ plan: String, first: String = "") throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    \(plan)
                    components:
                      first: {commission: sales, rate: 5%\(first)}
                      second: {commission: sales, rate: 1%}
                """, Sales.table("2026-01-10 anna 100000"))
    }

    @Test("act on every component, after the component's own cap: 5 000 capped at 4 000, then × 80 %")
    func multiplier() throws {
        let company = try company("multiplier: 80%", first: ", cap: 4 000 RUB")
        #expect(try company.pay("2026-01") == ["anna first": "3 200.00", "anna second": "800.00"])
        #expect(
            try company.remarks("anna", "second", "2026-01").map(\.text.en)
                == ["the plan's multiplier 0.8 took away 200.00 RUB"])
        let more = try self.company("multiplier: 1.5")
        #expect(
            try more.remarks("anna", "second", "2026-01").map(\.text.ru) == [
                "множитель плана 1.5 добавил 500,00\u{A0}RUB"
            ])
    }

    @Test("the gate leaves its part of what the multiplier left, and says what it took away")
    func gate() throws {
        let company = try company("multiplier: 80%\n    gate: {when: sales > 100 000 RUB, otherwise: 50%}")
        #expect(try company.pay("2026-01") == ["anna first": "2 000.00", "anna second": "400.00"])
        let remark = try #require(company.remarks("anna", "second", "2026-01").last)
        #expect(remark.text.en == "gate not passed: sales > 100000 RUB; 50 % is left, 400.00 RUB is taken away")
        #expect(remark.text.ru == "отсечка не пройдена: sales > 100000 RUB; остаётся 50\u{A0}%, снято 400,00\u{A0}RUB")
    }

    @Test("then the guarantee, then the cap for the period, then the cap for the year")
    func order() throws {
        let plan = """
            multiplier: 80%
                gate: {when: sales > 100 000 RUB, otherwise: 50%}
                guarantee: 3 000 RUB
                cap: [2 900 RUB, {amount: 5 000 RUB, per: year}]
            """
        let company = try company(plan)
        // 2 000 + 400, 600 on top, the last 100 of them above the cap.
        #expect(
            try company.pay("2026-01") == [
                "anna first": "2 000.00", "anna second": "400.00", "anna guarantee": "500.00",
            ])
        // Nothing sold in February: 3 000 guaranteed, 2 900 under the month's cap, 2 100 left of the year's.
        #expect(
            try company.pay("2026-02") == ["anna first": "0.00", "anna second": "0.00", "anna guarantee": "2 100.00"])
    }

    @Test("stand in the explanation with what they compared")
    func explanation() throws {
        let company = try company("multiplier: 80%\n    gate: sales > 100 000 RUB")
        let tree = try #require(company.explanations("anna", "2026-01", component: "second").first)
        #expect(try tree.part("multiplier").number?.description == "0.8")
        #expect(try tree.part("gate").content == .answer(false))
        #expect(tree.number == .zero)
    }
}
