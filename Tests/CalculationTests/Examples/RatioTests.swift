import Testing

/// Worked examples 2–4: ratios, their length of time, and ratios of groups.
@Suite("Ratios of a person and of a group")
struct RatioTests {
    @Test(
        "receivables of 2.4 m on a year's sales of 21.9 m are 40 days; of a quarter's 5.6 m, 39.43 days and not 156.43")
    func receivablesDays() throws {
        let company = try TestCompany(
            staff: "anna",
            """
            events:
              sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              receivables: {unit: RUB, value: entered}
              receivables_days: {unit: days, value: receivables / sales * days(period)}
              fixed_365: {unit: days, value: receivables / sales * 365 days}
            """,
            [
                "sale.csv": """
                id,date,seller,amount
                1,2025-02-01,anna,10000000
                2,2025-12-31,anna,11900000
                3,2026-07-01,anna,5000000
                4,2026-09-30,anna,600000

                """,
                "entered.csv": """
                metric,subject,period,value,author
                receivables,anna,2025,2400000,vera
                receivables,anna,2026-Q3,2400000,vera

                """,
            ])
        #expect(try company.figure("receivables_days", of: "anna", "2025") == "40 days")
        // The third quarter has 31 + 31 + 30 = 92 days.
        #expect(try company.figure("receivables_days", of: "anna", "2026-Q3") == "39.4286 days")
        #expect(try company.figure("fixed_365", of: "anna", "2026-Q3") == "156.4286 days")
    }

    @Test("of 250 clients at the opening 15 are lost and 160 regular: churn 6 %, regular 64 %")
    func clients() throws {
        let company = try TestCompany(
            staff: "anna",
            """
            metrics:
              opening: {unit: pieces, value: entered}
              lost: {unit: pieces, value: entered}
              regular: {unit: pieces, value: entered}
              churn: {unit: percent, library: K12, with: {Kотс: lost, Kобщ: opening}, better: lower}
              regular_share: {unit: percent, library: K11, with: {Kпост: regular, Kобщ: opening}}
            """,
            [
                "entered.csv": """
                metric,subject,period,value,author
                opening,anna,2026-01,250,vera
                lost,anna,2026-01,15,vera
                regular,anna,2026-01,160,vera

                """
            ])
        #expect(try company.figure("churn", of: "anna", "2026-01") == "6 %")
        #expect(try company.figure("regular_share", of: "anna", "2026-01") == "64 %")
    }

    private func calls() throws -> TestCompany {
        var rows = "id,date,seller,result,minutes\n"
        // anna: 30 of 100 calls, 3 minutes each; boris: 20 of 400 calls, 4.5 minutes each.
        for (seller, calls, good, minutes) in [("anna", 100, 30, "3"), ("boris", 400, 20, "4.5")] {
            for number in 1...calls {
                rows += "\(seller)\(number),2026-01-12,\(seller),\(number <= good ? "order" : "none"),\(minutes)\n"
            }
        }
        return try TestCompany(
            staff: "anna boris",
            """
            events:
              call: {fields: {date: day, seller: person, result: text, minutes: minutes}, credit: call.seller}
            metrics:
              conversion: {unit: percent, value: count(call where call.result = "order") / count(call)}
              mean: {unit: minutes, value: sum(call.minutes) / (count(call) / 1 pcs)}
              of_unit: {unit: percent, value: unit(conversion)}
              of_company: {unit: percent, value: company(conversion)}
            """, ["call.csv": rows])
    }

    @Test("30 of 100 calls and 20 of 400 are 10 % of the unit's calls, not the mean 17.5 %")
    func ratioOfSums() throws {
        let company = try calls()
        #expect(try company.figure("conversion", of: "anna", "2026-01") == "30 %")
        #expect(try company.figure("conversion", of: "boris", "2026-01") == "5 %")
        #expect(try company.figure("conversion", of: "sales", "2026-01") == "10 %")
        #expect(try company.figure("of_unit", of: "anna", "2026-01") == "10 %")
        #expect(try company.figure("of_company", of: "boris", "2026-01") == "10 %")
        // (100 × 3 + 400 × 4.5) / 500 = 2 100 / 500
        #expect(try company.figure("mean", of: "sales", "2026-01") == "4.2 minutes")
    }

    @Test("84 effective of 420 calls are 20 %; 1,365 minutes of 420 calls are 3.25 minutes a call")
    func oneSeller() throws {
        var rows = "id,date,seller,result,minutes\n"
        for number in 1...420 { rows += "\(number),2026-01-12,anna,\(number <= 84 ? "order" : "none"),3.25\n" }
        let company = try TestCompany(
            staff: "anna",
            """
            events:
              call: {fields: {date: day, seller: person, result: text, minutes: minutes}, credit: call.seller}
            metrics:
              conversion: {unit: percent, value: count(call where call.result = "order") / count(call)}
              length: {unit: minutes, value: average(call.minutes)}
            """, ["call.csv": rows])
        #expect(try company.figure("conversion", of: "anna", "2026-01") == "20 %")
        #expect(try company.figure("length", of: "anna", "2026-01") == "3.25 minutes")
    }
}
