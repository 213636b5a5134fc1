import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// The year 2025 as it was paid, 3 % of the sales to sellers:
///
///     anna    2 000 000   60 000
///     boris     100 000    3 000
///     kira       50 000   is a clerk: nothing
///     zoya      400 000   is a trainee: a fixed 1 000 under a plan of her own
@Suite("Another plan over last year: who gains, who loses, who is newly paid")
struct OtherPlanTests {
    private static let company = WhatIfCompany(files: [
        "company.yaml": """
        company: {name: Test, currency: RUB}
        parameters: {base: 5 000 RUB}
        positions: {seller: Seller, clerk: Clerk, trainee: Trainee}
        units: {sales: Sales}
        events:
          sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
        plans:
          seller:
            for: {position: seller}
            period: year
            components:
              commission: {commission: sales, rate: 3%}
          trainee:
            for: {position: trainee}
            period: year
            components:
              fixed: {bonus: 1 000 RUB}
        """,
        "people.csv": "id\nanna\nboris\nkira\nzoya\n",
        "assignments.csv": """
        person,position,unit,from
        anna,seller,sales,2024-01-01
        boris,seller,sales,2024-01-01
        kira,clerk,sales,2024-01-01
        zoya,trainee,sales,2024-01-01

        """,
        "sale.csv": """
        id,date,seller,amount
        1,2025-03-01,anna,2000000
        2,2025-03-01,boris,100000
        3,2025-03-01,kira,50000
        4,2025-03-01,zoya,400000

        """,
        "targets.csv": "metric,subject,period,value\nsales,anna,2025,2000000\n",
    ])

    /// 2 % and a base for sellers and clerks, from 2026.
    private static let plan = """
        plans:
          seller:
            for: {position: [seller, clerk]}
            valid: {from: 2026-01-01}
            period: year
            components:
              base: {bonus: base}
              commission: {commission: sales, rate: 2%}
        """

    private func scenario(_ texts: String..., from: String? = nil, without: [String] = []) -> Scenario {
        var scenario = Scenario()
        scenario.definitions = texts.enumerated().map {
            SourceFile(path: "new\($0 + 1).yaml", bytes: Array($1.utf8))
        }
        scenario.plansFrom = from.flatMap { CivilDay(parsing: $0) }
        scenario.withoutPlans = without
        return scenario
    }

    @Test("Boris gains 4,000, Anna loses 15,000, Kira is newly paid 6,000; Zoya stays")
    func gainsAndLosses() async throws {
        let comparison = try await Self.company.comparison(scenario(Self.plan, from: "2025-01-01"), in: "2025")
        #expect(
            PayComparison.texts(comparison.byPlan) == [
                "anna seller: 60 000.00 → 45 000.00 = -15 000.00",  // 5 000 + 2 000 000 × 2 %
                "kira seller: — → 6 000.00 = 6 000.00",  // 5 000 + 50 000 × 2 %
                "boris seller: 3 000.00 → 7 000.00 = 4 000.00",  // 5 000 + 100 000 × 2 %
                "zoya trainee: 1 000.00 → 1 000.00 = 0.00",
            ])
        #expect(PayComparison.text(comparison.total.now) == "64 000.00")
        #expect(PayComparison.text(comparison.total.then) == "59 000.00")
        #expect(PayComparison.amount(comparison.total.difference) == "-5 000.00")
    }

    @Test("a plan that begins in 2026 pays nobody in 2025, so the sellers lose everything")
    func notYetInForce() async throws {
        let comparison = try await Self.company.comparison(scenario(Self.plan), in: "2025")
        #expect(
            PayComparison.texts(comparison.byPlan.filter(\.sides.differ)) == [
                "anna seller: 60 000.00 → — = -60 000.00", "boris seller: 3 000.00 → — = -3 000.00",
            ])
    }

    @Test("a parameter takes the place of the company's, a plan of another name comes beside it, one is left out")
    func parametersAndPlans() async throws {
        let extra = """
            plans:
              clerk: {for: {position: clerk}, period: year, components: {thanks: {bonus: base}}}
            """
        let comparison = try await Self.company.comparison(
            scenario("parameters: {base: 8 000 RUB}", extra, without: ["trainee"]), in: "2025")
        #expect(
            PayComparison.texts(comparison.byPlan.filter(\.sides.differ)) == [
                "kira clerk: — → 8 000.00 = 8 000.00", "zoya trainee: 1 000.00 → — = -1 000.00",
            ])
    }

    @Test("who has no target has no award, and is not counted as paid nothing")
    func notComputable() async throws {
        let plan = """
            plans:
              seller:
                for: {position: seller}
                period: year
                components:
                  commission: {commission: sales, rate: 3%}
                  reached: {bonus: sales / target(sales) * 10 000 RUB}
            """
        let comparison = try await Self.company.comparison(scenario(plan), in: "2025")
        #expect(
            comparison.movedTexts == ["2025 anna reached: — → 10 000.00", "2025 boris reached: — → no-target"])
        let boris = try #require(comparison.of("boris").byPlan.first)
        #expect(boris.sides.then?.missing == 1)
        #expect(PayComparison.amount(boris.sides.difference) == "0.00")
    }

    @Test("sums of both sides are those of two runs, to the kopeck")
    func exact() async throws {
        let comparison = try await Self.company.comparison(scenario(Self.plan, from: "2025-01-01"), in: "2025")
        var edited = Self.company
        edited.files["company.yaml"] = edited.files["company.yaml"]?
            .replacing("for: {position: seller}", with: "for: {position: [seller, clerk]}")
            .replacing("commission: {commission: sales, rate: 3%}", with: "commission: {commission: sales, rate: 2%}")
            .replacing(
                "components:\n      commission", with: "components:\n      base: {bonus: base}\n      commission")
        let pay = try TestCompany(files: edited.files).lines("2025").compactMap { $0.amount.value?.minorUnits }
        #expect(comparison.total.then?.minorUnits == pay.reduce(0) { $0 + Int128($1) })
        #expect(comparison.total.then?.minorUnits == 5_900_000)
    }
}
