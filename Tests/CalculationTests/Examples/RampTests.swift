import Calculation
import Formulas
import Messages
import Testing

/// The target is 10 000 a month; in the first month on the plan half of it counts, in the second three quarters.
@Suite("A ramp for people who are new on a plan")
struct RampTests {
    private func company(_ component: String, from: String = "2026-01-01", metrics: String = "") throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            Sales.kind + metrics + """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    target: 1 000 RUB
                    ramp: [50%, 75%]
                    components:
                      pay: \(component)
                """,
            Sales.table("2026-01-10 anna 3000", "2026-02-10 anna 3000", "2026-03-10 anna 3000").merging([
                "assignments.csv": "person,position,unit,from\nanna,seller,sales,\(from)\n",
                "targets.csv": """
                metric,person,period,value
                sales,,2026-01,10000
                sales,,2026-02,10000
                sales,,2026-03,10000

                """,
            ]) { $1 })
    }

    @Test(
        "sales of 3 000 are 60 % of the first month's 5 000, 40 % of 7 500, then 30 % of 10 000",
        arguments: [("2026-01", "600.00"), ("2026-02", "400.00"), ("2026-03", "300.00")])
    func scorecard(month: String, expected: String) throws {
        let company = try company("{scorecard: [{kpi: sales, weight: 100%, target: target(sales)}]}")
        #expect(try company.pay("anna", "pay", month) == expected)
    }

    @Test("the period in which he begins is the first, and its target goes by its days too: 10 000 × 17/31 × 50 %")
    func partOfAPeriod() throws {
        let company = try company("{bonus: target(sales), time_share: no}", from: "2026-01-15")
        #expect(try company.pay("anna", "pay", "2026-01") == "2 741.94")
        #expect(try company.pay("anna", "pay", "2026-02") == "7 500.00")
    }

    @Test("a target inside a metric counts so too; one inside a window, or of the unit, does not")
    func elsewhere() throws {
        let metrics = "  quota: {unit: RUB, value: target(sales)}\n"
        func pay(_ formula: String) throws -> String {
            try company("{bonus: \(formula), time_share: no}", metrics: metrics).pay("anna", "pay", "2026-02")
        }
        #expect(try pay("quota") == "7 500.00")
        #expect(try pay("previous(target(sales))") == "10 000.00")
        #expect(try pay("ytd(target(sales))") == "20 000.00")
        #expect(try pay("unit(target(sales))") == "10 000.00")
    }

    @Test("the explanation says where he stands on the ramp")
    func explanation() throws {
        let company = try company("{bonus: target(sales), time_share: no}")
        let tree = try #require(company.explanations("anna", "2026-01").first)
        let target = try #require(tree.nodes.first { $0.label.en == "target: sales" })
        #expect(target.note == LocalizedText(en: "ramp: period 1 of 2, 50 %", ru: "разгон: период 1 из 2, 50\u{A0}%"))
        let third = try #require(company.explanations("anna", "2026-03").first)
        #expect(third.nodes.first { $0.label.en == "target: sales" }?.note == nil)
    }

    @Test(
        "person.tenure is the number of the period since he began",
        arguments: [("2026-01", "100.00"), ("2026-02", "200.00"), ("2026-03", "300.00")])
    func tenure(month: String, expected: String) throws {
        let company = try company("{bonus: 100 RUB * person.tenure, time_share: no}", from: "2026-01-31")
        #expect(try company.pay("anna", "pay", month) == expected)
    }

    @Test("person.tenure begins anew with a new run, and is not known outside a plan")
    func tenureOfARun() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                  tenure: {unit: number, value: person.tenure}
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components: {pay: {bonus: 1 RUB * tenure, time_share: no}}
                """,
            Sales.table("2026-01-10 anna 1").merging([
                "assignments.csv": """
                person,position,unit,from,until
                anna,seller,sales,2025-03-01,2026-02-01
                anna,seller,sales,2026-02-02,

                """
            ]) { $1 })
        #expect(try company.pay("anna", "pay", "2026-01") == "11.00")
        #expect(try company.pay("anna", "pay", "2026-02") == "1.00")
        #expect(try company.figure("tenure", of: "anna", "2026-01") == "no-tenure")
    }
}
