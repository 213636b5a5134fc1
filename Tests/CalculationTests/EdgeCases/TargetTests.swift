import Testing

@Suite("Targets")
struct TargetTests {
    private func company(_ targets: String, from: String = "2025-01-01") throws -> TestCompany {
        try TestCompany(
            staff: "anna boris",
            Sales.kind + """
                  mean: {unit: RUB, value: average(sale.amount)}
                  goal: {unit: RUB, value: target(sales)}
                  goal_of_mean: {unit: RUB, value: target(mean)}
                  goal_so_far: {unit: RUB, value: "ytd(target(sales))"}
                  goal_of_unit: {unit: RUB, value: unit(target(sales))}
                plans:
                  quarter:
                    for: {position: seller}
                    period: quarter
                    components: {pay: {bonus: target(sales), time_share: no}}
                  month:
                    for: {position: seller}
                    period: month
                    components: {monthly: {bonus: target(sales), time_share: no}}
                """,
            [
                "sale.csv": "id,date,seller,amount\n1,2025-01-15,anna,100\n",
                "targets.csv": "metric,subject,period,value\n" + targets,
                "assignments.csv": """
                person,position,unit,from
                anna,seller,sales,\(from)
                boris,seller,sales,2025-01-01

                """,
            ])
    }

    private static let months = "sales,anna,2026-01,3100\nsales,anna,2026-02,2800\nsales,anna,2026-03,3100\n"

    @Test("a quarter without a target of its own takes the sum of its months")
    func quarterOfMonths() throws {
        #expect(try company(Self.months).figure("goal", of: "anna", "2026-Q1") == "9 000.00 RUB")
        #expect(
            try company(Self.months + "sales,anna,2026-Q1,8000\n").figure("goal", of: "anna", "2026-Q1")
                == "8 000.00 RUB")
        #expect(try company("sales,anna,2026-01,3100\n").figure("goal", of: "anna", "2026-Q1") == "no-target")
    }

    @Test("the target of the year so far is the sum of its months")
    func yearToDate() throws {
        #expect(try company(Self.months).figure("goal_so_far", of: "anna", "2026-02") == "5 900.00 RUB")
    }

    @Test("who comes on 15 February owes half of February and all of March, of monthly targets as of a quarterly one")
    func hiredInsideTheQuarter() throws {
        // 14 of 28 days of 2 800, and 3 100.
        #expect(try company(Self.months, from: "2026-02-15").pay("anna", "pay", "2026-Q1") == "4 500.00")
        // 14 + 31 of 90 days of 9 000.
        #expect(
            try company("sales,anna,2026-Q1,9000\n", from: "2026-02-15").pay("anna", "pay", "2026-Q1") == "4 500.00")
        #expect(try company(Self.months, from: "2026-02-15").pay("anna", "monthly", "2026-02") == "1 400.00")
    }

    @Test("a target for everybody holds for who has none of his own")
    func everybody() throws {
        let company = try company("sales,,2026-01,1000\nsales,anna,2026-01,3100\n")
        #expect(try company.figure("goal", of: "anna", "2026-01") == "3 100.00 RUB")
        #expect(try company.figure("goal", of: "boris", "2026-01") == "1 000.00 RUB")
    }

    @Test("a unit without a target of its own has the sum of its people's")
    func unitOfPeople() throws {
        let people = "sales,anna,2026-01,3100\nsales,boris,2026-01,900\n"
        #expect(try company(people).figure("goal_of_unit", of: "anna", "2026-01") == "4 000.00 RUB")
        #expect(
            try company(people + "sales,sales,2026-01,5000\n").figure("goal_of_unit", of: "anna", "2026-01")
                == "5 000.00 RUB")
    }

    @Test("a target that does not add up over time is neither prorated nor summed")
    func ratio() throws {
        let company = try company("mean,anna,2026-01,500\n", from: "2026-01-16")
        #expect(try company.figure("goal_of_mean", of: "anna", "2026-01") == "500.00 RUB")
        #expect(try company.figure("goal_of_mean", of: "anna", "2026-Q1") == "no-target")
    }
}
