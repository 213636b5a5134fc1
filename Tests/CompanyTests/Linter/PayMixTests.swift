import Company
import Formulas
import Messages
import Quantities
import Testing

@Suite("Fixed and variable pay")
struct PayMixTests {
    @Test("1 920 000 a year and 480 000 on target are 80/20; with twice that upside at most 2 880 000")
    func mix() throws {
        let mix = PayMix(fixed: 1_920_000, variable: 480_000)
        #expect(try mix.variableShare == FixedDecimal(parsing: "0.2"))
        #expect(try mix.maximum(upside: 2) == 2_880_000)
        #expect(try mix.maximum(upside: 0) == 1_920_000)
    }

    @Test("no pay has no mix; pay without end has no sum")
    func faults() {
        #expect(throws: QuantityError.divisionByZero) { try PayMix(fixed: 0, variable: 0).variableShare }
        #expect(throws: QuantityError.overflow(.multiplication)) {
            try PayMix(fixed: 0, variable: FixedDecimal(Int.max)).maximum(upside: 1_000_000)
        }
    }

    @Test(
        "the linter compares the target with the base pay of the same stretch; 60 833.33 a month are 2 000 a day",
        arguments: [
            ("day", "660 RUB", nil), ("day", "700 RUB", "25.93 %"), ("week", "4 600 RUB", nil),
            ("month", "20 000 RUB", nil), ("month", "30 000 RUB", "33.03 %"), ("quarter", "60 000 RUB", nil),
            ("half", "120 000 RUB", nil), ("year", "240 000 RUB", nil), ("year", "300 000 RUB", "29.13 %"),
        ] as [(String, String, String?)])
    func linted(period: String, target: String, share: String?) {
        let found = said([
            "assignments.csv": "person,position,unit,from,base_pay\nanna,seller,sales_team,2026-01-01,60833.33",
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                goal: relationships
                period: \(period)
                target: \(target)
                components:
                  portfolio: {scorecard: [{kpi: sales, weight: 100%, target: target(sales)}]}
            """,
        ])
        let message = "warning: variable pay is up to \(share ?? "") of the whole"
        #expect(share == nil ? !found.contains("variable pay") : found.contains(message), "\(found)")
    }
}
