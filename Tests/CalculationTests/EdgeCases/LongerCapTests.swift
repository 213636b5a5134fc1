import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

@Suite("Caps for a longer period than a plan pays for")
struct LongerCapTests {
    /// 10 % of the sales of each month.
    private func company(_ component: String, plan: String = "", _ rows: [String]) throws -> TestCompany {
        let table = rows.enumerated().map { "\($0),\($1.split(separator: " ").joined(separator: ","))\n" }.joined()
        return try TestCompany(
            staff: "anna boris",
            Sales.paying("{commission: sales, rate: 10%\(component)}", plan: "period: month\(plan)"),
            ["sale.csv": "id,date,seller,amount\n" + table])
    }

    private static let months = [
        "2026-01-10 anna 1000", "2026-02-10 anna 800", "2026-03-10 anna 500", "2026-04-10 anna -1000",
        "2026-05-10 anna 300", "2027-01-10 anna 1600", "2026-01-10 boris 1600",
    ]

    @Test(
        "150 for the year: 100 in January, 50 of 80 in February, then nothing; a return frees what is above the cap first",
        arguments: [
            ("2026-01", "100.00"), ("2026-02", "50.00"), ("2026-03", "0.00"),
            // 230 were earned; 100 go back; 130 are left, 20 below the cap.
            ("2026-04", "-20.00"), ("2026-05", "20.00"), ("2027-01", "150.00"),
        ])
    func year(month: String, expected: String) throws {
        let company = try company(", cap: {amount: 150 RUB, per: year}", Self.months)
        #expect(try company.pay("anna", "pay", month) == expected)
        #expect(try company.pay("boris", "pay", "2026-01") == "150.00")
        let ofPlan = try self.company("", plan: "\n    cap: {amount: 150 RUB, per: year}", Self.months)
        #expect(try ofPlan.pay("anna", "pay", month) == expected)
    }

    @Test("what a cap took away and what it gave back is said, with the period it is for")
    func remarks() throws {
        let company = try company(", cap: {amount: 150 RUB, per: year}", Self.months)
        #expect(
            try company.remarks("anna", "pay", "2026-02").map(\.text.en) == ["the cap for 2026 took away 30.00 RUB"])
        #expect(
            try company.remarks("anna", "pay", "2026-04").map(\.text.en) == ["the cap for 2026 gave back 80.00 RUB"])
        #expect(
            try company.remarks("anna", "pay", "2026-04").map(\.text.ru) == ["потолок за 2026 вернул 80,00\u{A0}RUB"])
        let ofPlan = try self.company("", plan: "\n    cap: {amount: 150 RUB, per: year}", Self.months)
        #expect(
            try ofPlan.remarks("anna", "pay", "2026-02").map(\.text.en)
                == ["the plan's cap for 2026 took away 30.00 RUB"])
        #expect(
            try ofPlan.remarks("anna", "pay", "2026-04").map(\.text.en)
                == ["the plan's cap for 2026 gave back 80.00 RUB"])
    }

    @Test(
        "a list: 90 a month, 150 a quarter, 170 a year",
        arguments: [
            ("2026-01", "90.00"),  // 100 under the month's cap
            ("2026-02", "60.00"),  // 80, of which 60 are left of the quarter
            ("2026-03", "0.00"), ("2026-04", "20.00"),  // 90, of which 20 are left of the year
        ])
    func list(month: String, expected: String) throws {
        let rows = Self.months.prefix(3) + ["2026-04-10 anna 2000"]
        let caps = "cap: [90 RUB, {amount: 170 RUB, per: year}, {amount: 150 RUB, per: quarter}]"
        #expect(try company(", \(caps)", Array(rows)).pay("anna", "pay", month) == expected)
        #expect(try company("", plan: "\n    \(caps)", Array(rows)).pay("anna", "pay", month) == expected)
    }

    @Test("the cap for a longer period of a plan cuts from the last component backwards, over all components")
    func components() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    cap: {amount: 100 RUB, per: quarter}
                    components:
                      first: {commission: sales, rate: 5%}
                      second: {commission: sales, rate: 3%}
                """, Sales.table("2026-01-10 anna 1000", "2026-02-10 anna 1000", "2026-03-10 anna -1000"))
        #expect(try company.pay("2026-01") == ["anna first": "50.00", "anna second": "30.00"])
        #expect(try company.pay("2026-02") == ["anna first": "20.00", "anna second": "0.00"])
        // 160 earned, 80 go back: 80 are left, 20 less than were paid. Given back: 30 of the second, 30 of the first.
        #expect(try company.pay("2026-03") == ["anna first": "-20.00", "anna second": "0.00"])
    }

    @Test("a contest's prizes count towards a yearly cap of its own")
    func contest() throws {
        let company = try TestCompany(
            staff: "anna boris",
            Sales.paying("{contest: [100 RUB, 40 RUB], by: sales, cap: {amount: 150 RUB, per: year}}"),
            Sales.table(
                "2026-01-10 anna 2", "2026-01-10 boris 1", "2026-02-10 anna 2", "2026-02-10 boris 1",
                "2026-03-10 boris 1"))
        #expect(try company.pay("2026-02") == ["anna pay": "50.00", "boris pay": "40.00"])
        #expect(try company.pay("2026-03") == ["anna pay": "0.00", "boris pay": "70.00"])
    }

    @Test("both stretches of a person who came back count")
    func gap() throws {
        var tables = Sales.table("2026-01-05 anna 1000", "2026-03-25 anna 1000")
        tables["assignments.csv"] = """
            person,position,unit,from,until
            anna,seller,sales,2025-01-01,2026-01-11
            anna,seller,sales,2026-03-21,

            """
        let company = try TestCompany(
            staff: "anna", Sales.paying("{commission: sales, rate: 10%, cap: {amount: 150 RUB, per: year}}"), tables)
        #expect(try company.pay("anna", "pay", "2026-03") == "50.00")
    }

    @Test("a cap without a value leaves no award")
    func withoutValue() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                  ceiling: {unit: RUB, value: entered}
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components: {pay: {commission: sales, rate: 5%, cap: {amount: ceiling, per: year}}}
                """, Sales.table("2026-01-10 anna 100000"))
        #expect(try company.pay("anna", "pay", "2026-01") == "not-entered")
    }

    @Test("a plan's own test is a first period: the whole cap is still there")
    func ownTest() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(
                "{commission: sales, rate: 10%, cap: {amount: 150 RUB, per: year}}",
                plan: "period: month\n    cap: {amount: 120 RUB, per: year}")
                    + """

                        tests:
                          - {name: capped, given: {sales: 5 000 RUB}, expect: {pay: 120 RUB, total: 120 RUB}}
                    """, Sales.table("2026-01-10 anna 1"))
        #expect(PlanTester(company.model).results().map(\.passed) == [true, true])
    }

    @Test(
        "a year of days under three caps is computed once, whether they are a component's or the plan's",
        arguments: [true, false])
    func yearOfDays(ofPlan: Bool) async throws {
        let caps =
            "cap: [{amount: 700 RUB, per: quarter}, {amount: 1 100 RUB, per: half}, {amount: 1 500 RUB, per: year}]"
        let company = try TestCompany(
            staff: "anna boris",
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    period: day
                    \(ofPlan ? caps : "")
                    components: {fee: {commission: sales, rate: 10%\(ofPlan ? "" : ", " + caps)}}
                """,
            Sales.table(
                "2026-01-01 anna 8000", "2026-04-10 anna 8000", "2026-08-10 anna 8000", "2026-12-31 boris 500",
                "2026-12-31 anna -30000"))
        let tasks = company.run.tasks(in: try company.range("2026"))
        var lines: [AwardLine] = []
        let evaluator = MeasureEvaluator(company.model, company.run.source)
        let time = ContinuousClock().measure { lines = company.run.lines(tasks, evaluator).flatMap { $0 } }
        // It takes half a second; computing every day's year anew took minutes.
        #expect(time < .seconds(60))
        let columns = await LineEngine.computed(company.model)
        #expect(await company.run.lines(tasks, threads: 4) == lines)
        #expect(await Run(company.model, columns).lines(tasks, threads: 2) == lines)
        #expect(LiveRun(columns, in: try company.range("2026")).lines == lines)
        // A day by itself looks back as far.
        let last = try #require(tasks.last)
        #expect(company.run.lines(last) == lines.suffix(2))
        // 800: the quarter leaves 700. 800: the quarter 700, the half 400. 800: the quarter 700, the half 700, the year 400.
        // Quarters and halves have left 1 800 of it; with the −3 000 that is −1 200, and 1 500 were paid: −2 700.
        let anna = try company.person("anna")
        let paid = lines.filter { $0.participation.person == anna && $0.amount.value?.minorUnits != 0 }
        #expect(paid.map { $0.amount.value?.minorUnits } == [700_00, 400_00, 400_00, -2_700_00])
    }
}
