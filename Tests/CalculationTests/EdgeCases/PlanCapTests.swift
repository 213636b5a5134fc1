import Calculation
import Formulas
import Messages
import Testing

@Suite("The plan's cap in the plan's own tests")
struct PlanCapTests {
    @Test("cuts the same component as a run does: 5 and 3 under a cap of 5 are 5 and 0")
    func components() throws {
        let company = try TestCompany(
            staff: "anna",
            """
            events: {sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}}
            plans:
              sellers:
                for: {position: seller}
                period: month
                cap: 5 RUB
                components:
                  first: {bonus: 5 RUB}
                  second: {bonus: 3 RUB}
                tests:
                  - {name: capped, expect: {first: 5 RUB, second: 0 RUB, total: 5 RUB}}
            """, ["sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,100\n"])
        let failed = PlanTester(company.model).results().filter { !$0.passed }
        #expect(failed.isEmpty)
        #expect(try company.pay("2026-01") == ["anna first": "5.00", "anna second": "0.00"])
        let remarks = try company.remarks("anna", "second", "2026-01")
        #expect(remarks.map(\.text.en) == ["the plan's cap took away 3.00 RUB"])
    }
}

@Suite("A figure credited to nobody")
struct CreditedToNobodyTests {
    @Test("has no value for a person, and says so; the company has it")
    func person() throws {
        let company = try TestCompany(
            staff: "anna",
            """
            events: {sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}}
            metrics:
              turnover: {unit: RUB, value: sum(sale.amount), credit: none}
            plans:
              sellers:
                for: {position: seller}
                period: month
                components:
                  own: {commission: turnover, rate: 1%}
                  share: {commission: company(turnover), rate: 1%}
            """, ["sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,1000\n"])
        #expect(try company.pay("2026-01") == ["anna own": "credited-to-nobody", "anna share": "10.00"])
    }
}
