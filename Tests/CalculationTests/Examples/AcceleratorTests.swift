import Calculation
import Formulas
import Messages
import Quantities
import Testing

/// 3 % up to 1 m of the year's sales, 5 % up to 2 m, 7 % above; paid monthly.
@Suite("Tiers over a longer period than they are paid")
struct AcceleratorTests {
    private static let component = """
        {commission: sales, tiers: {marginal: {0 RUB: 3%, 1 000 000 RUB: 5%, 2 000 000 RUB: 7%}, over: year}}
        """

    private func company(_ rows: String..., component: String = component, tables: [String: String] = [:]) throws
        -> TestCompany
    {
        let sales = rows.enumerated().map { number, row in
            "\(number + 1),\(row.split(separator: " ").joined(separator: ","))\n"
        }
        return try TestCompany(
            staff: "anna", Sales.paying(component),
            ["sale.csv": "id,date,seller,amount\n" + sales.joined()].merging(tables) { $1 })
    }

    @Test(
        "a month pays the price of the year so far less the price of what was before",
        arguments: [
            ("2026-01", "24 000.00"),  // 800 000 × 3 %
            ("2026-02", "26 000.00"),  // 1 400 000 are worth 50 000; 24 000 were paid
            ("2026-03", "0.00"),  // nothing sold
            ("2026-04", "54 500.00"),  // 2 350 000 are worth 104 500; 50 000 were paid
            ("2026-05", "-27 000.00"),  // 400 000 come back: 1 950 000 are worth 77 500
        ])
    func months(month: String, expected: String) throws {
        let company = try company(
            "2026-01-14 anna 800000", "2026-02-10 anna 600000", "2026-04-10 anna 950000", "2026-05-20 anna -400000")
        #expect(try company.pay("anna", "pay", month) == expected)
    }

    @Test("the next year begins anew")
    func nextYear() throws {
        let company = try company("2026-12-31 anna 2000000", "2027-01-01 anna 100000")
        #expect(try company.pay("anna", "pay", "2026-12") == "80 000.00")
        #expect(try company.pay("anna", "pay", "2027-01") == "3 000.00")
    }

    @Test("who left the plan and came back begins anew on the day he came back")
    func newRun() throws {
        let company = try company(
            "2026-01-14 anna 1000000", "2026-04-10 anna 1000000", "2026-05-10 anna 1000000",
            tables: [
                "assignments.csv": """
                person,position,unit,from,until
                anna,seller,sales,2025-06-15,2026-03-01
                anna,seller,sales,2026-04-05,

                """
            ])
        #expect(try company.pay("anna", "pay", "2026-01") == "30 000.00")
        #expect(try company.pay("anna", "pay", "2026-04") == "30 000.00")
        #expect(try company.pay("anna", "pay", "2026-05") == "50 000.00")
    }

    @Test("a move inside the plan does not break the run")
    func move() throws {
        let company = try company(
            "2026-01-14 anna 1000000", "2026-02-20 anna 1000000",
            tables: [
                "assignments.csv": """
                person,position,unit,from,until,share
                anna,seller,sales,2025-06-15,2026-02-10,100%
                anna,seller,sales,2026-02-10,,50%

                """
            ])
        #expect(try company.pay("anna", "pay", "2026-02") == "50 000.00")
    }

    @Test("shares of the target are of the whole longer period's target")
    func target() throws {
        let component = """
            {commission: sales, tiers: {marginal: {0%: 3%, 100%: 5%}, target: target(sales), over: quarter}}
            """
        let company = try company(
            "2026-01-14 anna 300000", "2026-02-14 anna 300000", component: component,
            tables: [
                "targets.csv": """
                metric,person,period,value
                sales,anna,2026-01,100000
                sales,anna,2026-02,200000
                sales,anna,2026-03,200000

                """
            ])
        // 500 000 for the quarter: January is wholly below it, February has 200 000 below and 100 000 above.
        #expect(try company.pay("anna", "pay", "2026-01") == "9 000.00")
        #expect(try company.pay("anna", "pay", "2026-02") == "11 000.00")
    }

    @Test("a week that begins in one quarter and ends in the next counts in the next")
    func weeks() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(
                "{commission: sales, tiers: {marginal: {0 RUB: 1%, 1 000 RUB: 10%}, over: quarter}}",
                plan: "period: week"),
            Sales.table("2026-03-24 anna 1000", "2026-03-30 anna 1000", "2026-04-07 anna 1000"))
        // Week 14 of 2026 is 30 March to 5 April.
        #expect(try company.pay("anna", "pay", "2026-W13") == "10.00")
        #expect(try company.pay("anna", "pay", "2026-W14") == "10.00")
        #expect(try company.pay("anna", "pay", "2026-W15") == "100.00")
    }

    @Test("the explanation shows both totals, what each is worth, and the slices of the total now")
    func explanation() throws {
        let company = try company("2026-01-14 anna 800000", "2026-02-10 anna 600000")
        let tree = try #require(company.explanations("anna", "2026-02").first)
        #expect(
            tree.lines(in: .en).filter { !$0.contains("sale") } == [
                "2026-02 · seller · pay: 26 000.00 RUB",
                "├─ earned by the total so far: 50 000.00 RUB",
                "│  ├─ tier from 0.00 RUB: 30 000.00 RUB  = 1 000 000.00 RUB × 3 %",
                "│  └─ tier from 1 000 000.00 RUB: 20 000.00 RUB  = 400 000.00 RUB × 5 %",
                "└─ earned by the total before: 24 000.00 RUB",
            ])
        #expect(try tree.part("total so far (2026-01-01 – 2026-02-28)").number == 1_400_000)
        #expect(try tree.part("total before (2026-01-01 – 2026-01-31)").number == 800_000)
    }

    @Test("a plan's own test is a period with nothing before it")
    func ownTest() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(Self.component)
                + """

                    tests:
                      - {name: a first month, given: {sales: 2 350 000 RUB}, expect: {pay: 104 500 RUB}}
                """, Sales.table("2026-01-10 anna 1"))
        #expect(PlanTester(company.model).results().map(\.passed) == [true])
    }
}

@Suite("A linked quota")
struct LinkedQuotaTests {
    /// 5 % above 100 % of the target of 1 m, and 8 % above 120 %, only when services sell too.
    private func company(services: String, plan: String = "period: month") throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            """
            events:
              sale: {fields: {date: day, seller: person, amount: money, kind: text}, credit: sale.seller}
            metrics:
              sales: {unit: RUB, value: 'sum(sale.amount where sale.kind = "goods")'}
              services: {unit: RUB, value: 'sum(sale.amount where sale.kind = "services")'}
            plans:
              seller:
                for: {position: seller}
                \(plan)
                components:
                  pay:
                    commission: sales
                    tiers:
                      marginal: {0%: 3%, 100%: 5%, 120%: 8%}
                      target: 1 000 000 RUB
                      linked: {when: services >= 50 000 RUB, up_to: 110%}
            """,
            [
                "sale.csv": """
                id,date,seller,amount,kind
                1,2026-01-10,anna,1300000,goods
                2,2026-01-11,anna,\(services),services

                """
            ])
    }

    @Test(
        "is missed: what lies above is priced by the tier that holds the bound",
        arguments: [
            ("50000", "48 000.00"),  // 1 000 000 × 3 % + 200 000 × 5 % + 100 000 × 8 %
            ("49999.99", "45 000.00"),  // 1 000 000 × 3 % + 300 000 × 5 %
        ])
    func missed(services: String, expected: String) throws {
        #expect(try company(services: services).pay("anna", "pay", "2026-01") == expected)
    }

    @Test("over a longer period is asked of the total: met in February, it pays what January lacked")
    func metLater() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                  services: {unit: RUB, value: 'sum(sale.amount where sale.amount < 100 000 RUB)'}
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components:
                      pay:
                        commission: sales - services
                        tiers:
                          marginal: {0 RUB: 3%, 1 000 000 RUB: 5%, 1 200 000 RUB: 8%}
                          over: quarter
                          linked: {when: services >= 50 000 RUB, up_to: 1 100 000 RUB}
                """, Sales.table("2026-01-10 anna 1300000", "2026-02-10 anna 50000"))
        #expect(try company.pay("anna", "pay", "2026-01") == "45 000.00")
        #expect(try company.pay("anna", "pay", "2026-02") == "3 000.00")
        #expect(
            try company.remarks("anna", "pay", "2026-01").map(\.text.en) == [
                "linked quota not met: services >= 50000 RUB; no tier that begins above 1 100 000.00 RUB is entered"
            ])
    }

    @Test("that is missed is said, and that is met is not")
    func remark() throws {
        let remarks = try company(services: "1").remarks("anna", "pay", "2026-01")
        #expect(
            remarks.map(\.text.en) == [
                "linked quota not met: services >= 50000 RUB; no tier that begins above 110 % is entered"
            ])
        #expect(
            remarks.map(\.text.ru)
                == [
                    "связанный план не выполнен: services >= 50000 RUB; ступени, которые начинаются выше 110\u{A0}%, не действуют"
                ])
        #expect(try company(services: "50000").remarks("anna", "pay", "2026-01") == [])
    }
}
