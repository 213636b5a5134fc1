import Calculation
import Formulas
import Messages
import Testing

/// Anna is a seller and sold for 100; Carl is a head, whom the plan does not pay, and sold for 900. Together 1 000.
@Suite("What everybody on a plan shares")
struct PlanGroupTests {
    private func company(
        _ component: String, sold: [String] = ["2026-01-10 anna 100", "2026-01-11 carl 900"],
        assignments: String = "anna,seller,sales,2025-01-01,\ncarl,head,sales,2025-01-01,\n",
        _ more: [String: String] = [:], metrics: String = ""
    ) throws -> TestCompany {
        var tables = more
        tables["people.csv"] = "id,name\nanna,Anna\nboris,Boris\ncarl,Carl\n"
        tables["assignments.csv"] = "person,position,unit,from,until\n" + assignments
        tables["sale.csv"] =
            "id,date,seller,amount\n"
            + sold.enumerated().map { "\($0 + 1),\($1.split(separator: " ").joined(separator: ","))\n" }.joined()
        return try TestCompany(
            "positions: {seller: {title: Seller}, head: {title: Head}}\nunits: {sales: {title: Sales}}\n" + Sales.kind
                + """
                \(metrics)
                plans:
                  seller: {for: {position: seller}, period: month, components: {pay: \(component)}}
                """, tables)
    }

    @Test(
        "a fund, a prize and a pot are figures of the plan's people; who means the company says so",
        arguments: [
            ("{pool: sales * 10%, weights: 1, group: plan, nobody: cancel}", "10.00"),
            ("{pool: company(sales) * 10%, weights: 1, group: plan, nobody: cancel}", "100.00"),
            ("{pool: sales * 10%, weights: 1, group: unit, nobody: cancel}", "100.00"),  // Carl is in the unit
            ("{contest: [sales * 10%], by: sales}", "10.00"),
            ("{contest: [company(sales) * 10%], by: sales}", "100.00"),
            ("{contest: {pot: sales * 10%}, by: sales}", "10.00"),
            ("{contest: {steps: {50 RUB: sales * 10%}}, by: sales}", "10.00"),
            ("{contest: {prize: sales * 10%}, goal: 50 RUB, by: sales}", "10.00"),
            ("{contest: [sales * 10%], by: sales, between: units}", "10.00"),
            ("{contest: [7 RUB], by: sales, when: sales >= 500 RUB}", "0.00"),
            ("{contest: [7 RUB], by: sales, when: company(sales) >= 500 RUB}", "7.00"),
        ])
    func figures(component: String, expected: String) async throws {
        #expect(try await company(component).payInAllWays("2026-01") == ["anna pay": expected])
    }

    @Test("a budget for rewards too: 10 % of her 100 do not hold a reward of 50, 10 % of the company's 1 000 do")
    func budget() async throws {
        let spot = [
            "spot.csv": """
            id,person,given,amount,author,reason
            1,anna,2026-01-20 10:00,50,carl,A client saved

            """
        ]
        for (budget, expected) in [("sales * 10%", "0.00"), ("company(sales) * 10%", "50.00")] {
            #expect(try await company("{spot: \(budget)}", spot).payInAllWays("2026-01") == ["anna pay": expected])
        }
    }

    @Test("of each of them his days on the plan: what Boris sold before he came is not in the fund")
    func days() async throws {
        // 100 of Anna and 60 of Boris from the 16th on: 10 % of 160, for two.
        let company = try company(
            "{pool: sales * 10%, weights: 1, group: plan, nobody: cancel}",
            sold: ["2026-01-10 anna 100", "2026-01-11 carl 900", "2026-01-15 boris 40", "2026-01-16 boris 60"],
            assignments: """
                anna,seller,sales,2025-01-01,
                boris,head,sales,2025-01-01,2026-01-16
                boris,seller,sales,2026-01-16,
                carl,head,sales,2025-01-01,

                """)
        #expect(try await company.payInAllWays("2026-01") == ["anna pay": "8.00", "boris pay": "8.00"])
    }

    @Test("a value entered for the company alone is not the plan's; company(…) is")
    func entered() async throws {
        let entered = ["entered.csv": "metric,subject,period,value,author\nprofit,,2026-01,1000,vera\n"]
        for (fund, expected) in [("profit * 10%", "not-entered"), ("company(profit) * 10%", "100.00")] {
            let company = try company(
                "{pool: \(fund), weights: 1, group: plan, nobody: cancel}", entered,
                metrics: "  profit: {unit: RUB, value: entered}")
            #expect(try await company.payInAllWays("2026-01") == ["anna pay": expected])
        }
    }

    // MARK: Who left and came back

    /// Anna is there until the 11th and from the 21st on, 10 and 11 of 31 days.
    private static let twoStays = """
        anna,seller,sales,2025-01-01,2026-01-11
        anna,seller,sales,2026-01-21,
        boris,seller,sales,2025-01-01,

        """

    @Test(
        "he shares a fund once, with all his days",
        arguments: [
            ("weights: 1, group: plan", "150.00", "150.00"), ("weights: 1, group: unit", "150.00", "150.00"),
            // She sold for 10 and 20 (what she sold while she was away does not count), Boris for 60: 300 × 30 ÷ 90.
            ("weights: sales, group: plan", "100.00", "200.00"),
            // Her half, for 21 of 31 days: 150 × 21 ÷ 31 = 101.6129…
            ("weights: 1, group: plan, time_share: yes", "101.61", "150.00"),
        ])
    func twoStays(rest: String, anna: String, boris: String) async throws {
        let company = try company(
            "{pool: 300 RUB, \(rest), nobody: cancel}",
            sold: ["2026-01-05 anna 10", "2026-01-15 anna 500", "2026-01-25 anna 20", "2026-01-12 boris 60"],
            assignments: Self.twoStays)
        #expect(try await company.payInAllWays("2026-01") == ["anna pay": anna, "boris pay": boris])
        #expect(try company.remarks("anna", "pay", "2026-01").map(\.code) == ["weighed-later"])
    }

    @Test("a prize that goes by time goes by all his days: 310 for 21 of 31 days are 210")
    func prizeByTime() async throws {
        let company = try company(
            "{contest: [310 RUB], by: sales, time_share: yes}",
            sold: ["2026-01-05 anna 10", "2026-01-15 anna 500", "2026-01-25 anna 20", "2026-01-12 boris 26"],
            assignments: Self.twoStays)
        #expect(try await company.payInAllWays("2026-01") == ["anna pay": "210.00", "boris pay": "0.00"])
    }
}
