import Testing

@Suite("What is the same for all colleagues, whenever they came")
struct SameForAllTests {
    /// anna has been there for years, boris comes on 3 April, the norm changes on the 2nd.
    private func company(_ component: String, plan: String = "period: quarter") throws -> TestCompany {
        try TestCompany(
            staff: "anna boris",
            """
            parameters: {norm: [{from: 2025-01-01, value: 10}, {from: 2026-04-02, value: 20}]}
            \(Sales.kind)  at_norm: {unit: RUB, value: sales * norm}
              before: {unit: RUB, value: previous(at_norm)}
              so_far: {unit: RUB, value: ytd(at_norm)}
            plans: {seller: {for: {position: seller}, \(plan), components: {pay: \(component)}}}
            """,
            [
                "assignments.csv": """
                person,position,unit,from
                anna,seller,sales,2025-01-01
                boris,seller,sales,2026-04-03

                """,
                "sale.csv": """
                id,date,seller,amount
                1,2025-02-01,anna,1
                2,2026-04-10,anna,100
                3,2026-04-10,boris,100
                4,2026-07-10,anna,100

                """,
            ])
    }

    @Test("a dated parameter has the value of the quarter's first day for both: 10, not 20 for who came on 3 April")
    func parameter() async throws {
        let company = try company("{bonus: norm * 1 RUB, time_share: no}")
        #expect(try company.pay("2026-Q2") == ["anna pay": "10.00", "boris pay": "10.00"])
        #expect(try company.pay("2026-Q3") == ["anna pay": "20.00", "boris pay": "20.00"])
        #expect(try await company.payInColumns("2026") == company.pay("2026"))
    }

    @Test(
        "in a window it has the value of the window's first day: 100 × 10 in April to June, and the year so far by 10")
    func windows() throws {
        let company = try company("{bonus: 1 RUB}")
        #expect(try company.figure("before", of: "anna", "2026-Q3") == "1 000.00 RUB")
        #expect(try company.figure("so_far", of: "anna", "2026-Q3") == "2 000.00 RUB")
    }

    @Test("a total over the year is measured by the year's first day, for who came in April as well")
    func runningTotal() throws {
        let company = try company("{commission: sales * norm, tiers: {marginal: {0 RUB: 1%}, over: year}}")
        // 100 × 10 × 1 % each; in the third quarter (200 − 100) × 10 × 1 % more for anna.
        #expect(try company.pay("2026-Q2") == ["anna pay": "10.00", "boris pay": "10.00"])
        #expect(try company.pay("2026-Q3") == ["anna pay": "10.00", "boris pay": "0.00"])
    }
}

@Suite("Weeks at the turn of the year")
struct YearTurnTests {
    private func company(_ plan: String, calendar: String = "civil") throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            """
            company: {name: Test, currency: RUB, calendar: \(calendar)}
            \(Sales.kind)  so_far: {unit: RUB, value: ytd(sales)}
              goal: {unit: RUB, value: target(sales)}
            plans: {seller: {for: {position: seller}, period: week, components: {pay: \(plan)}}}
            """,
            [
                "sale.csv": """
                id,date,seller,amount
                1,2025-12-30,anna,1000
                2,2026-04-15,anna,100
                3,2026-04-16,anna,10
                4,2026-12-27,anna,1
                5,2026-12-28,anna,200
                6,2027-01-05,anna,20

                """,
                "targets.csv": "metric,subject,period,value\nsales,anna,2026-W16,70\n",
            ])
    }

    @Test("the week from 28 December to 3 January begins the year to date of 2027, as it begins its tiers and caps")
    func agreement() async throws {
        let tiers = try company("{commission: sales, tiers: {marginal: {0 RUB: 10%, 1 111 RUB: 100%}, over: year}}")
        // 30 December 2025 is in the week that ends on 4 January 2026.
        #expect(try tiers.figure("so_far", of: "anna", "2026-W52") == "1 111.00 RUB")
        #expect(try tiers.figure("so_far", of: "anna", "2026-W53") == "200.00 RUB")
        #expect(try tiers.figure("so_far", of: "anna", "2027-W01") == "220.00 RUB")
        // The second tier would begin with 1 111: had week 53 been in 2026, its 200 would be paid whole.
        #expect(try tiers.pay("2026-W53") == ["anna pay": "20.00"])
        let capped = try company("{commission: sales, rate: 100%, cap: {amount: 1 111 RUB, per: year}}")
        #expect(try capped.pay("2026-W52") == ["anna pay": "1.00"])
        #expect(try capped.pay("2026-W53") == ["anna pay": "200.00"])
        #expect(try await capped.payInColumns("2026-W53") == capped.pay("2026-W53"))
    }

    @Test("weeks of a 4-4-5 year are its own: 2026-W16 begins on Thursday, 16 April, in tables too")
    func fourFourFive() throws {
        let company = try company(
            "{bonus: 1 RUB}", calendar: "{pattern: 4-4-5, ends: last wednesday of december}")
        #expect(try company.figure("sales", of: "anna", "2026-W15") == "100.00 RUB")
        #expect(try company.figure("sales", of: "anna", "2026-W16") == "10.00 RUB")
        #expect(try company.figure("goal", of: "anna", "2026-W16") == "70.00 RUB")
        // By ISO it would be Monday, 13 April, with both sales.
        #expect(try self.company("{bonus: 1 RUB}").figure("sales", of: "anna", "2026-W16") == "110.00 RUB")
    }
}

@Suite("Figures that have no value for who is asked")
struct ValuelessFigureTests {
    private static let visits = """
        events:
          visit: {fields: {date: day, source: text}, credit: none}
          sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          traffic: {unit: pieces, value: count(visit)}
          traffic_of_unit: {unit: pieces, value: unit(traffic)}
          traffic_of_all: {unit: pieces, value: company(traffic)}
          length: {unit: days, value: todate(days(period))}
          work: {unit: days, value: todate(working_days(period))}
          month: {unit: days, value: days(period)}

        """

    private func company(_ component: String) throws -> TestCompany {
        try TestCompany(
            staff: "anna",
            Self.visits
                + "plans: {seller: {for: {position: seller}, period: month, components: {pay: \(component)}}}\n",
            [
                "visit.csv": "id,date,source\n1,2026-01-10,web\n2,2026-01-11,shop\n",
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,100\n",
            ])
    }

    @Test("what is credited to nobody has no value for a person or a unit, and two for the company")
    func nobody() async throws {
        let company = try company("{bonus: 10 RUB, per: traffic}")
        #expect(try company.figure("traffic", of: "anna", "2026-01") == "credited-to-nobody")
        #expect(try company.figure("traffic_of_unit", of: "anna", "2026-01") == "credited-to-nobody")
        #expect(try company.figure("traffic_of_all", of: "anna", "2026-01") == "2 pcs")
        #expect(try company.pay("2026-01") == ["anna pay": "credited-to-nobody"])
        #expect(try await company.payInColumns("2026-01") == company.pay("2026-01"))
    }

    @Test(
        "a plan that asks for it outside of company(…) is warned of",
        arguments: [
            ("{bonus: 10 RUB, per: traffic}", true), ("{bonus: 10 RUB, per: unit(traffic)}", true),
            ("{bonus: 10 RUB, per: traffic_of_all}", false), ("{bonus: 10 RUB, per: company(traffic)}", false),
            ("{bonus: 10 RUB, when: company(traffic) > 1 and sales > 1 RUB}", false),
            ("{scorecard: [{kpi: traffic, weight: 100%, target: 5 pcs}], target: 10 RUB}", true),
            ("{pool: traffic * 1 RUB / 1 pcs, weights: 1, group: plan, nobody: cancel}", true),
            ("{pool: company(traffic) * 1 RUB / 1 pcs, weights: 1, group: plan, nobody: cancel}", false),
            ("{pool: traffic * 1 RUB / 1 pcs, weights: 1, group: unit, nobody: cancel}", true),
        ])
    func warned(component: String, isWarned: Bool) throws {
        #expect(try company(component).warnings.contains("credited-to-nobody") == isWarned)
    }

    @Test("what has no beginning has no number of days")
    func endless() throws {
        let company = try company("{bonus: 1 RUB}")
        #expect(try company.figure("length", of: "anna", "2026-01") == "endless")
        #expect(try company.figure("work", of: "anna", "2026-01") == "endless")
        #expect(try company.figure("month", of: "anna", "2026-01") == "31 days")
    }
}
