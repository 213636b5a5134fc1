import Testing

/// Worked examples 1–4: one figure against its target.
@Suite("Attainment of a single KPI")
struct AttainmentTests {
    /// A scorecard of one KPI without a curve pays the attainment itself: of 100 RUB, as many roubles as percent.
    private func percent(
        _ value: String, unit: String, target: String, _ rule: String = "", better: String = "higher"
    ) throws -> String {
        let company = try TestCompany(
            staff: "anna",
            """
            events:
              fact: {fields: {date: day, seller: person, amount: money}, credit: fact.seller}
            metrics:
              kpi: {unit: \(unit), value: "\(value)", better: \(better)}
            plans:
              seller:
                for: {position: seller}
                period: month
                target: 100 RUB
                components:
                  pay: {scorecard: [{kpi: kpi, weight: 100%, target: \(target)\(rule)}]}
            """, ["fact.csv": "id,date,seller,amount\n1,2026-01-05,anna,1.00\n"])
        return try company.pay("anna", "pay", "2026-01")
    }

    @Test("sales of 11,340,000 against 10,500,000 are 108 %")
    func salesPlan() throws {
        #expect(try percent("11 340 000 RUB", unit: "RUB", target: "10 500 000 RUB") == "108.00")
    }

    @Test(
        "40 days of receivables against a target of 45, base 60, in each of the three ways to count less as better",
        arguments: [
            ("target / actual", "112.50"),
            ("2 - actual / target", "111.11"),
            ("(base - actual) / (base - target)", "133.33"),
        ])
    func lowerIsBetter(rule: String, expected: String) throws {
        let rule = ", attainment: \(rule)" + (rule.contains("base") ? ", base: 60 days" : "")
        #expect(try percent("40 days", unit: "days", target: "45 days", rule, better: "lower") == expected)
    }

    @Test(
        "at 95 days the first way still gives 47.37 %; -11.11 % and -233.33 % are held at 0",
        arguments: [
            ("target / actual", "47.37"),
            ("2 - actual / target", "0.00"),
            ("(base - actual) / (base - target)", "0.00"),
        ])
    func farAboveTheTarget(rule: String, expected: String) throws {
        let rule = ", attainment: \(rule)" + (rule.contains("base") ? ", base: 60 days" : "")
        #expect(try percent("95 days", unit: "days", target: "45 days", rule, better: "lower") == expected)
    }

    @Test("exactly at the base the linear way gives 0, exactly on target every way gives 100 %")
    func bounds() throws {
        let linear = ", attainment: (base - actual) / (base - target), base: 60 days"
        #expect(try percent("60 days", unit: "days", target: "45 days", linear, better: "lower") == "0.00")
        #expect(try percent("45 days", unit: "days", target: "45 days", linear, better: "lower") == "100.00")
        let inverse = ", attainment: target / actual"
        #expect(try percent("45 days", unit: "days", target: "45 days", inverse, better: "lower") == "100.00")
    }

    @Test(
        "churn of 6 % against 5 %",
        arguments: [("target / actual", "83.33"), ("2 - actual / target", "80.00")])
    func churn(rule: String, expected: String) throws {
        let rule = ", attainment: \(rule)"
        #expect(try percent("15 pcs / 250 pcs", unit: "percent", target: "5%", rule, better: "lower") == expected)
    }

    @Test(
        "a call of 3.25 minutes where 3 are meant and 1 is tolerated is 75 %; from 4 minutes on nothing is left",
        arguments: [
            ("3.25 min", "75.00"), ("2.75 min", "75.00"), ("3 min", "100.00"), ("4 min", "0.00"), ("5 min", "0.00"),
        ])
    func onTarget(value: String, expected: String) throws {
        let rule = ", attainment: 1 - abs(actual - target) / tolerance, tolerance: 1 min"
        #expect(try percent(value, unit: "minutes", target: "3 min", rule, better: "target") == expected)
    }
}
