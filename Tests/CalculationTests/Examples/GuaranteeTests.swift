import Calculation
import Company
import Formulas
import Messages
import Testing

/// 10 % of sales; whoever gets less is raised to the guarantee.
@Suite("A guarantee")
struct GuaranteeTests {
    private func company(_ plan: String, _ rows: [String], assignments: String? = nil) throws -> TestCompany {
        let table = rows.enumerated().map { "\($0),\($1.split(separator: " ").joined(separator: ","))\n" }.joined()
        var tables = ["sale.csv": "id,date,seller,amount\n" + table]
        if let assignments {
            tables["assignments.csv"] = "person,position,unit,from,until,share\n" + assignments + "\n"
        }
        return try TestCompany(
            staff: "anna", Sales.paying("{commission: sales, rate: 10%}", plan: "period: month\n    " + plan), tables)
    }

    @Test(
        "is a line of its own that pays what is missing, nothing when enough was earned",
        arguments: [("10000", "3 000.00"), ("40000", "0.00"), ("90000", "0.00"), ("-10000", "5 000.00")])
    func topUp(sales: String, expected: String) throws {
        let company = try company("guarantee: 4 000 RUB", ["2026-01-10 anna \(sales)"])
        #expect(try company.pay("anna", "guarantee", "2026-01") == expected)
    }

    @Test("is for the time worked: half time from 15 January is 4 000 × 17/31 × 50 %")
    func time() throws {
        let company = try company(
            "guarantee: 4 000 RUB", ["2026-01-20 anna 100"], assignments: "anna,seller,sales,2026-01-15,,50%")
        #expect(try company.pay("2026-01") == ["anna pay": "10.00", "anna guarantee": "1 086.77"])
    }

    @Test("is one for both stretches of a period, paid with the second")
    func gap() throws {
        let company = try company(
            "guarantee: 3 100 RUB", ["2026-01-05 anna 20000", "2026-01-25 anna 100"],
            assignments: """
                anna,seller,sales,2025-01-01,2026-01-11,100%
                anna,seller,sales,2026-01-22,,100%
                """)
        // 20 of 31 days are 2 000; the first stretch has earned 2 000, the second 10.
        #expect(try company.pay("anna", "guarantee", "2026-01") == "0.00")
        #expect(
            try company.remarks("anna", "guarantee", "2026-01").map(\.text.en)
                == ["topped up together with his later days of the period"])
    }

    @Test(
        "only for the first three periods on the plan, counted from the one he began in",
        arguments: [("2026-01", "1 700.00"), ("2026-02", "3 100.00"), ("2026-03", "3 100.00"), ("2026-04", "0.00")])
    func first(month: String, expected: String) throws {
        let company = try company(
            "guarantee: {amount: 3 100 RUB, first: 3}", ["2026-01-20 anna 0"],
            assignments: "anna,seller,sales,2026-01-15,,100%")
        #expect(try company.pay("anna", "guarantee", month) == expected)
    }

    @Test("when it is over, it says so")
    func over() throws {
        let company = try company("guarantee: {amount: 3 100 RUB, first: 3}", ["2026-01-20 anna 0"])
        #expect(
            try company.remarks("anna", "guarantee", "2026-01").map(\.text.en)
                == ["guaranteed only for the first periods on the plan: 3"])
    }

    @Test(
        "stated for a quarter it is topped up with the quarter's last month, for what is missing over the quarter",
        arguments: [("2026-01", "0.00"), ("2026-02", "0.00"), ("2026-03", "700.00"), ("2026-06", "1 000.00")])
    func quarter(month: String, expected: String) throws {
        let company = try company(
            "guarantee: {amount: 1 000 RUB, per: quarter}", ["2026-01-20 anna 1000", "2026-02-20 anna 2000"])
        #expect(try company.pay("anna", "guarantee", month) == expected)
    }

    @Test("stated for a quarter it is topped up with his last month, when he leaves: 900 × 59/90 = 590")
    func leaving() throws {
        let company = try company(
            "guarantee: {amount: 900 RUB, per: quarter}", ["2026-01-20 anna 1000"],
            assignments: "anna,seller,sales,2025-01-01,2026-03-01,100%")
        #expect(try company.pay("anna", "guarantee", "2026-01") == "0.00")
        #expect(
            try company.remarks("anna", "guarantee", "2026-01").map(\.text.en) == [
                "topped up at the end of the quarter"
            ])
        #expect(try company.pay("anna", "guarantee", "2026-02") == "490.00")
    }

    @Test("has no value while a component has none")
    func missing() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                  score: {unit: RUB, value: entered}
                plans:
                  seller: {for: {position: seller}, period: month, guarantee: 100 RUB, components: {pay: {bonus: score}}}
                """, Sales.table("2026-01-10 anna 1"))
        #expect(try company.pay("anna", "guarantee", "2026-01") == "not-entered")
    }

    @Test("the plan's cap comes after it, and takes from it first")
    func cap() throws {
        let company = try company("guarantee: 4 000 RUB\n    cap: 2 500 RUB", ["2026-01-10 anna 20000"])
        #expect(try company.pay("2026-01") == ["anna pay": "2 000.00", "anna guarantee": "500.00"])
    }

    @Test("is called guarantee in both languages, explained, and may be named in the plan's own tests")
    func explained() throws {
        let company = try company(
            """
            guarantee: 4 000 RUB
                tests:
                  - {name: short, given: {sales: 10 000 RUB}, expect: {guarantee: 3 000 RUB, total: 4 000 RUB}}
            """, ["2026-01-20 anna 100"], assignments: "anna,seller,sales,2026-01-17,,100%")
        #expect(PlanTester(company.model).results().map(\.passed) == [true, true])
        #expect(company.model.plans[0].lines.last?.title == LocalizedText(en: "guarantee", ru: "гарантия"))
        let tree = try #require(company.explanations("anna", "2026-01", component: "guarantee").first)
        #expect(
            tree.lines(in: .en) == [
                "2026-01 (2026-01-17 – 2026-01-31) · seller · guarantee: 1 925.48 RUB",
                "├─ amount: 4 000.00 RUB", "├─ share of time worked: 48.3871 %", "├─ guaranteed: 1 935.48 RUB",
                "└─ paid by the components: 10.00 RUB",
            ])
    }

    @Test("stated for a quarter, a plan's own test is a period with others after it: nothing is topped up yet")
    func ownTest() throws {
        let company = try company(
            """
            guarantee: {amount: 4 000 RUB, per: quarter}
                tests: [{name: a first month, given: {sales: 10 000 RUB}, expect: {guarantee: 0 RUB}}]
            """, ["2026-01-20 anna 100"])
        #expect(PlanTester(company.model).results().map(\.passed) == [true])
    }
}
