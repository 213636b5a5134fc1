import Calculation
import Formulas
import Messages
import Testing

/// Worked example 5: weights 40/25/20/15, threshold 80 %, cap 120 %, curve 80 → 50, 100 → 100, 120 → 150, of 60,000.
@Suite("A scorecard of four KPIs")
struct ScorecardTests {
    /// The four attainments in percent are entered as such, so that the figures of the example stand in the test.
    private func company(_ attainments: [String], _ extra: String = "") throws -> TestCompany {
        let names = ["sales", "days", "calls", "claims"]
        let rows = zip(names, attainments).map { "\($0),anna,2026-01,\($1),vera\n" }.joined()
        let items = zip(names, ["40%", "25%", "20%", "15%"]).map {
            "          - {kpi: \($0), weight: \($1), target: 100%, threshold: 80%, cap: 120%}\n"
        }.joined()
        return try TestCompany(
            staff: "anna",
            """
            metrics:
              sales: {unit: percent, value: entered}
              days: {unit: percent, value: entered}
              calls: {unit: percent, value: entered}
              claims: {unit: percent, value: entered}
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 60 000 RUB
                components:
                  pay:
                    scorecard:
            \(items)        curve: {80%: 50%, 100%: 100%, 120%: 150%}
                    \(extra)
            """, ["entered.csv": "metric,subject,period,value,author\n" + rows])
    }

    @Test("108, 112.5, 80 and 72 % count as 108, 112.5, 80 and 0: index 87.325 %, payout 68.3125 %, 40,987.50")
    func wholeExample() throws {
        // 0.4 × 108 + 0.25 × 112.5 + 0.2 × 80 + 0.15 × 0 = 87.325; 50 + 7.325 × 2.5 = 68.3125 % of 60 000.
        #expect(try company(["108%", "112.5%", "80%", "72%"]).pay("anna", "pay", "2026-01") == "40 987.50")
    }

    @Test(
        "edges: 80 % pays 50 %, 79.99 % nothing, 100 % all, 120 % and 130 % pay 150 %",
        arguments: [
            ("80%", "30 000.00"), ("79.99%", "0.00"), ("90%", "45 000.00"), ("100%", "60 000.00"),
            ("110%", "75 000.00"), ("120%", "90 000.00"), ("130%", "90 000.00"), ("0%", "0.00"),
        ])
    func edges(attainment: String, expected: String) throws {
        let company = try company([attainment, attainment, attainment, attainment])
        #expect(try company.pay("anna", "pay", "2026-01") == expected)
    }

    @Test("without a threshold of its own a KPI at 79.99 % still weighs: only the curve's foot cuts")
    func belowTheCurve() throws {
        let company = try company(["80%", "80%", "80%", "79.99%"])
        // The last counts 0: 0.85 × 80 = 68 %, below the curve's first point.
        #expect(try company.pay("anna", "pay", "2026-01") == "0.00")
        #expect(try company.remarks("anna", "pay", "2026-01").map(\.code) == ["below-curve"])
    }

    @Test("steps jump where the curve rises: at 99.99 % still 50 %")
    func steps() throws {
        let yaml = """
            metrics: {kpi: {unit: percent, value: entered}}
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 60 000 RUB
                components:
                  pay:
                    scorecard: [{kpi: kpi, weight: 100%, target: 100%}]
                    steps: {80%: 50%, 100%: 100%}
            """
        for (value, expected) in [
            ("79.99%", "0.00"), ("80%", "30 000.00"), ("99.99%", "30 000.00"), ("100%", "60 000.00"),
        ] {
            let table = "metric,subject,period,value,author\nkpi,anna,2026-01,\(value),vera\n"
            let company = try TestCompany(staff: "anna", yaml, ["entered.csv": table])
            #expect(try company.pay("anna", "pay", "2026-01") == expected, "\(value)")
        }
    }
}
