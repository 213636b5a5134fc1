import Testing

@Suite("Part of a period")
struct PartOfAPeriodTests {
    /// A bonus of 30,000 for June (30 days, 22 weekdays) by the days and the share of time worked.
    private func bonus(_ assignments: String, proration: String = "calendar", amount: String = "30 000 RUB") throws
        -> [String: String]
    {
        let company = try TestCompany(
            """
            records: {assignment: {fields: {target_bonus: money?}}}
            positions: {seller: {title: Seller}, kam: {title: KAM}}
            units: {sales: {title: Sales}, key: {title: Key accounts}}
            plans:
              seller:
                for: {position: seller}
                period: month
                proration: \(proration)
                components: {seller: {bonus: \(amount)}}
              kam:
                for: {position: kam}
                period: month
                proration: \(proration)
                components: {kam: {bonus: 60 000 RUB}}
            events: {e: {fields: {date: day}, credit: none}}
            """,
            [
                "people.csv": "id,name\nanna,Anna\nboris,Boris\n",
                "assignments.csv": "person,position,unit,from,until,share,target_bonus\n" + assignments,
                "e.csv": "id,date\n1,2026-01-01\n",
            ])
        return try company.pay("2026-06")
    }

    @Test(
        "who is hired or leaves inside the month is paid for his days",
        arguments: [
            ("2026-06-21,", "calendar", "10 000.00"),  // 10 of 30 days
            ("2026-01-01,2026-06-21", "calendar", "20 000.00"),  // 20 of 30 days: the 21st is the first day after
            ("2026-06-30,", "calendar", "1 000.00"), ("2026-06-01,2026-07-01", "calendar", "30 000.00"),
            ("2026-06-22,", "working", "9 545.45"),  // 7 of 22 weekdays
            ("2026-06-20,2026-06-22", "working", "0.00"),  // a weekend
        ])
    func hiredAndLeft(days: String, proration: String, expected: String) throws {
        #expect(try bonus("anna,seller,sales,\(days),,\n", proration: proration) == ["anna seller": expected])
    }

    @Test("who was not there at all has no line")
    func notThere() throws {
        #expect(try bonus("anna,seller,sales,2026-07-01,,,\n") == [:])
    }

    @Test("half time in each of two positions is half of each plan")
    func twoPositions() throws {
        let rows = "anna,seller,sales,2026-01-01,,50%,\nanna,kam,key,2026-01-01,,50%,\n"
        #expect(try bonus(rows) == ["anna seller": "15 000.00", "anna kam": "30 000.00"])
    }

    @Test("two halves of one position in two units are one whole")
    func twoHalves() throws {
        let rows = "anna,seller,sales,2026-01-01,,50%,\nanna,seller,key,2026-01-01,,50%,\n"
        #expect(try bonus(rows) == ["anna seller": "30 000.00"])
    }

    @Test("a change of position inside the month is paid by both plans, each for its days")
    func changeOfPosition() throws {
        let rows = "anna,seller,sales,2026-01-01,2026-06-11,,\nanna,kam,key,2026-06-11,,,\n"
        // 10 of 30 days of 30 000, 20 of 30 days of 60 000.
        #expect(try bonus(rows) == ["anna seller": "10 000.00", "anna kam": "40 000.00"])
    }

    @Test("who goes and comes back in one month is paid for both stretches")
    func gap() throws {
        let rows = "anna,seller,sales,2026-01-01,2026-06-11,,\nanna,seller,sales,2026-06-21,,,\n"
        #expect(try bonus(rows) == ["anna seller": "20 000.00"])
    }

    @Test("an exact half kopeck of a part month is rounded as the plan says, not lost in the fraction of days")
    func exactHalfKopeck() throws {
        // 1 500.075 × 10/30 = 500.025 exactly.
        #expect(try bonus("anna,seller,sales,2026-06-21,,,\n", amount: "1 500.075 RUB") == ["anna seller": "500.03"])
    }

    @Test("a target bonus that changes inside the month counts by days and by the share of time")
    func changedTargetBonus() throws {
        // 15 days at full time of 60 000 and 15 days at half time of 40 000: 30 000 + 10 000.
        let rows = "anna,seller,sales,2026-01-01,2026-06-16,,60000\nanna,seller,sales,2026-06-16,,50%,40000\n"
        #expect(try bonus(rows, amount: "person.target_bonus") == ["anna seller": "40 000.00"])
    }

    @Test("with working days the change counts by working days")
    func changedTargetBonusByWorkingDays() throws {
        // 1–14 June has 10 weekdays, 15–30 June 12: (10 × 22 000 + 12 × 44 000) / 22.
        let rows = "anna,seller,sales,2026-01-01,2026-06-15,,22000\nanna,seller,sales,2026-06-15,,,44000\n"
        let pay = try bonus(rows, proration: "working", amount: "person.target_bonus")
        #expect(pay == ["anna seller": "34 000.00"])
    }

    @Test(
        "February has 29 days in a leap year and 28 in another, and who leaves on its 15th has worked 14 of them",
        arguments: [("2028", "29 days", "14 000.00"), ("2026", "28 days", "14 500.00")])
    func leapYear(year: String, length: String, expected: String) throws {
        let company = try TestCompany(
            """
            positions: {seller: {title: Seller}}
            units: {sales: {title: Sales}}
            plans:
              seller: {for: {position: seller}, period: month, components: {pay: {bonus: 29 000 RUB}}}
            metrics: {length: {unit: days, value: days(period)}}
            """,
            [
                "people.csv": "id,name\nanna,Anna\n",
                "assignments.csv": "person,position,unit,from,until\nanna,seller,sales,2024-01-01,\(year)-02-15\n",
            ])
        #expect(try company.pay("anna", "pay", "\(year)-02") == expected)
        #expect(try company.figure("length", of: "anna", "\(year)-02") == length)
    }

    @Test("on a day without work he takes part: commissions have no share of time, what has one pays nothing")
    func dayWithoutWork() async throws {
        // 28 February 2026 is a Saturday.
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    period: day
                    proration: working
                    target: 50 RUB
                    guarantee: 8 RUB
                    components:
                      fee: {commission: sales, rate: 10%}
                      fixed: {bonus: 10 RUB}
                      whole: {bonus: 10 RUB, time_share: no}
                      card: {scorecard: [{kpi: sales, weight: 100%, target: 1 000 RUB}]}
                  plain:
                    for: {position: seller}
                    period: day
                    proration: working
                    components:
                      line: {commission: sales, rate: 10%, each: event}
                      piece: {bonus: 10 RUB}
                """, Sales.table("2026-02-27 anna 1000", "2026-02-28 anna 1000"))
        #expect(
            try await company.payInAllWays("2026-02-28") == [
                "anna fee": "100.00", "anna fixed": "0.00", "anna whole": "10.00", "anna card": "0.00",
                "anna guarantee": "0.00", "anna line": "100.00", "anna piece": "0.00",
            ])
        #expect(
            try await company.payInAllWays("2026-02-27") == [
                "anna fee": "100.00", "anna fixed": "10.00", "anna whole": "10.00", "anna card": "50.00",
                "anna guarantee": "0.00", "anna line": "100.00", "anna piece": "10.00",
            ])
    }
}
