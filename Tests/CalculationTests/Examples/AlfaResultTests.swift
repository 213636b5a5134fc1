import Calculation
import Company
import Formulas
import Messages
import Quantities
import Testing

@Suite("Alfa: what the plans pay")
struct AlfaResultTests {
    private let company = ExampleCompany.alfa

    @Test("carries plan tests that hold, and warns of nothing but the three jumps that the README owns up to")
    func clean() throws {
        let warnings = company.diagnostics.filter { $0.severity == .warning }
        #expect(warnings.map(\.code) == ["all-or-nothing", "cliff", "all-or-nothing"])
        #expect(Set(company.diagnostics.map(\.code)) == ["all-or-nothing", "cliff", "first-tier"])
        let lines = warnings.compactMap { $0.place?.lineText }
        #expect(lines.count == 3)
        #expect(zip(lines, ["pool:", "export_commission:", "own_plan:"]).allSatisfy { $0.contains($1) })
        let results = PlanTester(try company.required().model).results()
        #expect(results.count == 69)
        #expect(results.filter { !$0.passed }.map(\.test).isEmpty)
    }

    @Test("has a value for every line of the year")
    func complete() throws {
        let lines = try company.lines()
        #expect(lines.count == 1408)
        #expect(lines.allSatisfy { $0.amount.value != nil })
    }

    @Test(
        "pays by hand's arithmetic",
        arguments: [
            // 2 564 832.95: 1 500 000 × 1 % + 1 000 000 × 2 % + 64 832.95 × 3 % = 15 000 + 20 000 + 1 944.9885.
            ("commission", "ivanov", "2026-03", "36944.99"),
            // Sold 651 363.86, came back 1 539 732.00: −888 368.14 × 1 % = −8 883.6814.
            ("commission", "egorov", "2026-11", "-8883.68"),
            // Until his last day, 2026-08-19: 231 458.80 − 23 923.69 = 207 535.11 × 1 % = 2 075.3511.
            ("commission", "smirnov", "2026-08", "2075.35"),
            // 2 082 116.49 / 2 600 000 × 40 % = 32.03256138 %; 470 650.49 / 2 082 116.49 / 22 % × 35 % = 35.96158…;
            // calls 4 / 11 = 121.2 % of 30 %, cap 120 % × 25 % = 30 %. Together 97.99414… → 50 + 17.99414… × 2.5 =
            // 94.98537… % of 30 000, half time.
            ("monthly_bonus", "semenova", "2026-03", "14247.81"),
            // 10 333 500.13 / 12 050 000 × 30 % + 100 / 90 × 25 % + 90 / 85 × 20 % + 100 / 90 × 15 % + 0 = 91.34748… →
            // 50 + 11.34748… × 2.5 = 78.36869… % of 120 000.
            ("portfolio", "sokolova", "2026-Q1", "94042.41"),
        ])
    func pinned(component: String, person: String, period: String, amount: String) throws {
        #expect(try company.amount(component, person, period) == amount)
    }

    @Test("divides 90 000.00 among seven new clients without losing a kopeck")
    func pool() throws {
        // 90 000 × 2/7 = 25 714.285714…, × 3/7 = 38 571.428571…: cut to kopecks they leave two over. The larger remainder
        // (0.86 of a kopeck) takes one, of the two equal ones (0.57) the earlier takes the other.
        #expect(try company.amount("pool", "fedorov", "2026-Q1") == "25714.29")
        #expect(try company.amount("pool", "semenova", "2026-Q1") == "25714.28")
        #expect(try company.amount("pool", "pavlova", "2026-Q1") == "38571.43")
    }

    @Test("pays every branch its whole pool or nothing", arguments: ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
    func pools(quarter: String) throws {
        let (model, _) = try company.required()
        let lines = try company.lines(quarter).filter { model.plans[$0.plan].line($0.component).name == "pool" }
        // The unit at the end of the days: who moved shares with those he is with now.
        let byUnit = Dictionary(grouping: lines) { line in
            model.organisation.assignments(of: line.participation.person, in: line.participation.days).last?.assignment
                .unit
        }
        #expect(byUnit.count == 3)
        for (_, members) in byUnit {
            let sum = members.compactMap(\.amount.value?.minorUnits).reduce(0, +)
            #expect(sum == 0 || sum == 9_000_000)
            #expect(members.contains { $0.remarks.contains { $0.code == "condition-not-met" } } == (sum == 0))
        }
    }

    @Test("gives a month the same lines alone and as part of the year")
    func monthInYear() throws {
        let march = try company.period("2026-03")
        let alone = try company.lines("2026-03").filter { $0.participation.period == march }
        #expect(alone == (try company.lines("2026").filter { $0.participation.period == march }))
        #expect(alone.count == 76)
    }
}
