import Testing

@Suite("Targets and entered values of shorter periods")
struct RecordedStretchTests {
    private static let metrics = """
          mean: {unit: RUB, value: average(sale.amount)}
          goal: {unit: RUB, value: target(sales)}
          goal_so_far: {unit: RUB, value: "ytd(target(sales))"}
          goal_of_unit: {unit: RUB, value: unit(target(sales))}
          goal_of_all: {unit: RUB, value: company(target(sales))}
          goal_below: {unit: RUB, value: rollup(target(sales))}
          team: {unit: RUB, value: unit(sales)}
          goal_of_team: {unit: RUB, value: target(team)}
          goals_of_teams: {unit: RUB, value: unit(target(team))}
          norm: {unit: RUB, value: target(mean)}
          norm_below: {unit: RUB, value: rollup(target(mean))}
          norm_of_unit: {unit: RUB, value: unit(target(mean))}
          norm_of_all: {unit: RUB, value: company(target(mean))}
          fees: {unit: RUB, value: entered}
          fees_of_unit: {unit: RUB, value: unit(fees)}
          fees_of_all: {unit: RUB, value: company(fees)}
          fees_below: {unit: RUB, value: rollup(fees)}

        """

    /// anna and boris are sellers of one unit, boris since a day that a test may choose.
    private func company(
        targets: String = "", entered: String = "", plan: String = "period: month", component: String? = nil,
        boris: String = "2025-01-01,"
    ) throws -> TestCompany {
        let pay = component ?? "{bonus: target(sales), time_share: no}"
        return try TestCompany(
            staff: "anna boris",
            Sales.kind + Self.metrics
                + "plans: {seller: {for: {position: seller}, \(plan), components: {pay: \(pay)}}}\n",
            [
                "sale.csv": "id,date,seller,amount\n1,2025-01-15,anna,100\n",
                "targets.csv": "metric,subject,period,value\n" + targets,
                "entered.csv": "metric,subject,period,value,author\n" + entered,
                "assignments.csv": """
                person,position,unit,from,until
                anna,seller,sales,2025-01-01,
                boris,seller,sales,\(boris)

                """,
            ])
    }

    private func days(_ days: ClosedRange<Int>, of month: String = "2026-01", _ value: Int = 10) -> String {
        days.map { "sales,anna,\(month)-\($0 < 10 ? "0" : "")\($0),\(value)\n" }.joined()
    }

    // MARK: Days and weeks

    @Test("targets of days add up to the week and the month: 7 × 10 and 31 × 10")
    func days() throws {
        let company = try company(targets: days(1...31))
        #expect(try company.figure("goal", of: "anna", "2026-W02") == "70.00 RUB")
        #expect(try company.figure("goal", of: "anna", "2026-01") == "310.00 RUB")
        #expect(try company.figure("goal_so_far", of: "anna", "2026-W03") == "no-target")
        #expect(try self.company(targets: days(1...30)).figure("goal", of: "anna", "2026-01") == "no-target")
    }

    @Test("days, months and a quarter together: January by its days, then February and March, is the first quarter")
    func daysAndMonths() throws {
        let company = try company(targets: days(1...31) + "sales,anna,2026-02,300\nsales,anna,2026-03,90\n")
        // 310 + 300 + 90.
        #expect(try company.figure("goal", of: "anna", "2026-Q1") == "700.00 RUB")
        #expect(try company.figure("goal_so_far", of: "anna", "2026-02") == "610.00 RUB")
    }

    @Test("weeks of 7 make January of 31: 4 days of the first, three whole, 6 days of the fifth")
    func weeksOfAMonth() throws {
        let weeks = (1...5).map { "sales,anna,2026-W0\($0),7\n" }.joined()
        #expect(try company(targets: weeks).figure("goal", of: "anna", "2026-01") == "31.00 RUB")
    }

    @Test("a week counts with a part of its days beside a month: January's five weeks, and February's own target")
    func weeksBesideAMonth() throws {
        let weeks = (1...5).map { "sales,anna,2026-W0\($0),7\n" }.joined()
        let company = try company(targets: weeks + "sales,anna,2026-02,280\nsales,anna,2026-03,310\n")
        // 31 of the weeks, not 32: 1 February is in February's target already.
        #expect(try company.figure("goal", of: "anna", "2026-Q1") == "621.00 RUB")
    }

    @Test("a day takes no part of a week, nor a week of a month")
    func notOfLonger() throws {
        #expect(
            try company(targets: "sales,anna,2026-W02,70\n").figure("goal", of: "anna", "2026-01-06") == "no-target")
        #expect(try company(targets: "sales,anna,2026-01,310\n").figure("goal", of: "anna", "2026-W02") == "no-target")
    }

    @Test("a week without a working day counts whole where the plan counts working days")
    func weekOfHolidays() throws {
        let weeks = (1...5).map { "sales,anna,2026-W0\($0),100\n" }.joined()
        let company = try TestCompany(
            staff: "anna",
            """
            company:
              name: Test
              currency: RUB
              holidays: [\((1...11).map { "2026-01-\($0 < 10 ? "0" : "")\($0)" }.joined(separator: ", "))]
            \(Sales.paying("{bonus: target(sales), time_share: no}", plan: "period: month\n    proration: working"))
            """,
            ["sale.csv": "id,date,seller,amount\n1,2025-01-15,anna,100\n"].merging([
                "targets.csv": "metric,subject,period,value\n" + weeks
            ]) { $1 })
        // Of the first week 29–31 December are worked, all outside of January: 0 of 3 days; then 100 of the holidays' week,
        // 100, 100, and 5 of 5 days of the last, whose Sunday is February's: 400.
        #expect(try company.pay("2026-01") == ["anna pay": "400.00"])
    }

    // MARK: The set does not depend on the day somebody joins

    @Test(
        "who joins on 3 April is measured by the same quarters as everybody, not by months",
        arguments: [("2025-01-01,", "300.00"), ("2026-04-03,", "195.60"), ("2026-04-01,", "200.00")])
    func joined(from: String, expected: String) async throws {
        let targets = ["anna", "boris"].map { person in
            "sales,\(person),2026-Q1,100\nsales,\(person),2026-Q2,200\n"
                + (1...6).map { "sales,\(person),2026-0\($0),\($0)\n" }.joined()
        }.joined()
        let company = try company(targets: targets, plan: "period: half", boris: from)
        // 3 April to 30 June are 89 of the quarter's 91 days: 200 × 89 ÷ 91 = 195.604…
        #expect(try company.pay("2026-H1") == ["anna pay": "300.00", "boris pay": expected])
        #expect(try await company.payInColumns("2026-H1") == company.pay("2026-H1"))
    }

    @Test("who came in May and has targets since then is measured by them alone")
    func newcomer() throws {
        let company = try company(
            targets: "sales,boris,2026-05,310\nsales,boris,2026-06,300\n", plan: "period: quarter", boris: "2026-05-16,"
        )
        // 16 of May's 31 days, and June: 160 + 300.
        #expect(try company.pay("boris", "pay", "2026-Q2") == "460.00")
    }

    // MARK: Own values before everybody's

    private static let ownMonths = "sales,anna,2026-01,1\nsales,anna,2026-02,2\nsales,anna,2026-03,4\n"

    @Test("own months come before the company's quarter, which holds for who has none")
    func ownBeforeEverybody() throws {
        let company = try company(targets: Self.ownMonths + "sales,,2026-Q1,100\n")
        #expect(try company.figure("goal", of: "anna", "2026-Q1") == "7.00 RUB")
        #expect(try company.figure("goal", of: "boris", "2026-Q1") == "100.00 RUB")
        #expect(try company.figure("goal_of_all", of: "company", "2026-Q1") == "100.00 RUB")
        #expect(try company.figure("goal_of_unit", of: "anna", "2026-Q1") == "107.00 RUB")
    }

    @Test("everybody's month fills where his own has a gap; a quarter with a month of his own in it does not")
    func gaps() throws {
        let january = "sales,anna,2026-01,1\n"
        #expect(
            try company(targets: january + "sales,,2026-02,20\nsales,,2026-03,40\n")
                .figure("goal", of: "anna", "2026-Q1") == "61.00 RUB")
        #expect(
            try company(targets: january + "sales,,2026-Q1,100\n").figure("goal", of: "anna", "2026-Q1") == "no-target")
    }

    @Test("halves, quarters and months that fill exactly do fill, the longest first")
    func mixed() throws {
        let year = try company(
            targets: "sales,anna,2026-H1,600\nsales,anna,2026-Q3,30\nsales,anna,2026-Q4,4\nsales,anna,2026-01,999\n")
        #expect(try year.figure("goal", of: "anna", "2026") == "634.00 RUB")
        let half = try company(
            targets: "sales,anna,2026-Q1,100\nsales,anna,2026-04,1\nsales,anna,2026-05,2\nsales,anna,2026-06,4\n")
        #expect(try half.figure("goal", of: "anna", "2026-H1") == "107.00 RUB")
    }

    // MARK: Groups

    @Test("a group is the sum of its people's, whether months or a quarter; who has a part of them leaves it without")
    func groups() throws {
        let company = try company(targets: Self.ownMonths + "sales,boris,2026-Q1,10\n")
        for figure in ["goal_of_unit", "goal_of_all"] {
            #expect(try company.figure(figure, of: "anna", "2026-Q1") == "17.00 RUB")
        }
        #expect(try company.figure("goal_below", of: "anna", "2026-Q1") == "7.00 RUB")
        let months = Self.ownMonths + "sales,boris,2026-01,10\nsales,boris,2026-02,20\n"
        #expect(try self.company(targets: months).figure("goal_of_unit", of: "anna", "2026-Q1") == "no-target")
        // Who left with February has all that he owes: 7 + 30.
        #expect(
            try self.company(targets: months, boris: "2025-01-01,2026-03-01")
                .figure("goal_of_unit", of: "anna", "2026-Q1") == "37.00 RUB")
    }

    @Test("a head's monthly targets of his unit's sales make his quarter's, and go by the days")
    func targetsOfAUnitsFigure() throws {
        let targets = ["anna", "boris"].flatMap { person in
            (1...3).map { "team,\(person),2026-0\($0),\($0)00\n" }
        }.joined()
        let company = try company(
            targets: targets, plan: "period: quarter", component: "{bonus: target(team), time_share: no}",
            boris: "2026-02-15,")
        #expect(try company.figure("goal_of_team", of: "anna", "2026-Q1") == "600.00 RUB")
        // 14 of February's 28 days of 200, and March.
        #expect(try company.pay("2026-Q1") == ["anna pay": "600.00", "boris pay": "400.00"])
        // The targets of two heads of one unit are not one of twice the size.
        #expect(try company.figure("goals_of_teams", of: "anna", "2026-Q1") == "no-target")
    }

    @Test("a norm without a subject holds for everybody, and for every group alike")
    func norms() throws {
        let company = try company(targets: "mean,,2026-01,40\n")
        for figure in ["norm", "norm_below", "norm_of_unit", "norm_of_all"] {
            #expect(try company.figure(figure, of: "anna", "2026-01") == "40.00 RUB")
        }
    }

    // MARK: Entered values

    @Test("entered months of two people make their quarter and their group's: 3, and 3 + 30")
    func enteredMonths() throws {
        let entered = (1...3).map { "fees,anna,2026-0\($0),1,eva\nfees,boris,2026-0\($0),10,eva\n" }.joined()
        let company = try company(entered: entered)
        #expect(try company.figure("fees", of: "anna", "2026-Q1") == "3.00 RUB")
        #expect(try company.figure("fees_of_unit", of: "anna", "2026-Q1") == "33.00 RUB")
        #expect(try company.figure("fees_of_all", of: "anna", "2026-Q1") == "33.00 RUB")
        #expect(try company.figure("fees_below", of: "anna", "2026-Q1") == "3.00 RUB")
    }

    @Test("one has months and another a quarter: 3 + 10; a month that is missing leaves the group without a value")
    func enteredMixed() throws {
        let months = (1...3).map { "fees,anna,2026-0\($0),1,eva\n" }.joined()
        let company = try company(entered: months + "fees,boris,2026-Q1,10,eva\n")
        #expect(try company.figure("fees_of_unit", of: "boris", "2026-Q1") == "13.00 RUB")
        #expect(try company.figure("fees_of_all", of: "boris", "2026-Q1") == "13.00 RUB")
        let gap = try self.company(entered: "fees,anna,2026-01,1,eva\nfees,boris,2026-Q1,10,eva\n")
        #expect(try gap.figure("fees_of_all", of: "boris", "2026-Q1") == "not-entered")
    }

    @Test("what was measured is not divided: whole months for who came inside one, no part of a week")
    func enteredWhole() throws {
        let months = (4...6).map { "fees,boris,2026-0\($0),\($0),eva\n" }.joined()
        let company = try company(
            entered: months, plan: "period: quarter", component: "{bonus: fees, time_share: no}", boris: "2026-05-16,")
        #expect(try company.pay("boris", "pay", "2026-Q2") == "11.00")
        let weeks = (1...5).map { "fees,anna,2026-W0\($0),7,eva\n" }.joined()
        #expect(try self.company(entered: weeks).figure("fees", of: "anna", "2026-01") == "not-entered")
        // February 2027 is four whole weeks.
        let whole = (5...8).map { "fees,anna,2027-W0\($0),7,eva\n" }.joined()
        #expect(try self.company(entered: whole).figure("fees", of: "anna", "2027-02") == "28.00 RUB")
    }

    @Test("who left the unit and came back inside the month counts once with what was entered for him")
    func enteredOnce() throws {
        let company = try company(
            entered: "fees,boris,2026-01,10,eva\n",
            boris: "2025-01-01,2026-01-10\nboris,seller,sales,2026-01-20,")
        #expect(try company.figure("fees_of_unit", of: "anna", "2026-01") == "10.00 RUB")
    }
}
