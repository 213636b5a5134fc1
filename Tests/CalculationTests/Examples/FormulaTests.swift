import Testing

/// Worked examples 20, 24 and 25: indicators that need nothing but a formula.
@Suite("Indicators by formula")
struct FormulaTests {
    /// Entered figures of anna for 2026-01, and one metric over them.
    private func figure(_ unit: String, _ formula: String, of inputs: [String: (unit: String, value: String)]) throws
        -> String
    {
        let metrics = inputs.map { "  \($0.key): {unit: \($0.value.unit), value: entered}\n" }.sorted().joined()
        let rows = inputs.map { "\($0.key),anna,2026-01,\($0.value.value),vera\n" }.sorted().joined()
        let company = try TestCompany(
            staff: "anna", "metrics:\n\(metrics)  result: {unit: \(unit), value: \"\(formula)\"}",
            ["entered.csv": "metric,subject,period,value,author\n" + rows])
        return try company.figure("result", of: "anna", "2026-01")
    }

    @Test(
        "10 m at the opening, 1.5 m expansion, 0.4 m contraction, 0.6 m churn: net retention 105 %, gross 90 %",
        arguments: [
            ("(opening + expansion - contraction - churn) / opening", "105 %"),
            ("(opening - contraction - churn) / opening", "90 %"),
        ])
    func retention(formula: String, expected: String) throws {
        let inputs = [
            "opening": (unit: "RUB", value: "10000000"), "expansion": (unit: "RUB", value: "1500000"),
            "contraction": (unit: "RUB", value: "400000"), "churn": (unit: "RUB", value: "600000"),
        ]
        #expect(try figure("percent", formula, of: inputs) == expected)
    }

    @Test("33 promoters, 18 passive, 9 detractors: a net promoter score of 40")
    func promoters() throws {
        let inputs = [
            "promoters": (unit: "pieces", value: "33"), "passive": (unit: "pieces", value: "18"),
            "detractors": (unit: "pieces", value: "9"),
        ]
        let formula = "(promoters - detractors) / (promoters + passive + detractors) * 100"
        #expect(try figure("number", formula, of: inputs) == "40")
    }

    /// 1.96 · √((p + d − (p − d)²) / n) with p = 0.55, d = 0.15, n = 60: √(0.54 / 60) = 0.09487.
    @Test("and the score of 60 answers is good to ±18.6")
    func margin() throws {
        let inputs = [
            "promoters": (unit: "percent", value: "55%"), "detractors": (unit: "percent", value: "15%"),
            "answers": (unit: "pieces", value: "60"),
        ]
        let difference = "(promoters - detractors)"
        let variance = "(promoters + detractors - \(difference) * \(difference)) / (answers / 1 pcs)"
        #expect(try figure("number", "round(1.96 * sqrt(\(variance)) * 100, 1)", of: inputs) == "18.6")
    }

    @Test("48 content answers of 60 are 80 % satisfied")
    func satisfaction() throws {
        let inputs = ["good": (unit: "pieces", value: "48"), "answers": (unit: "pieces", value: "60")]
        #expect(try figure("percent", "good / answers", of: inputs) == "80 %")
    }

    @Test("40 open deals, 25 % won, 300,000 each, 60 days: 50,000 RUB a day")
    func velocity() throws {
        let inputs = [
            "open": (unit: "number", value: "40"), "win_rate": (unit: "percent", value: "25%"),
            "deal": (unit: "RUB", value: "300000"), "cycle": (unit: "days", value: "60"),
        ]
        #expect(try figure("RUB/days", "open * win_rate * deal / cycle", of: inputs) == "50 000 RUB/days")
    }

    @Test("6 leavers of 48 people on average are a turnover of 12.5 %")
    func turnover() throws {
        let inputs = ["leavers": (unit: "pieces", value: "6"), "headcount": (unit: "pieces", value: "48")]
        #expect(try figure("percent", "leavers / headcount", of: inputs) == "12.5 %")
    }

    @Test("6.3 m after 12 of 20 working days is a pace of 10.5 m for the month")
    func pace() throws {
        // February 2026 has 20 weekdays.
        let inputs = ["sold": (unit: "RUB", value: "6300000")]
        let company = try TestCompany(
            staff: "anna",
            """
            metrics:
              sold: {unit: RUB, value: entered}
              pace: {unit: RUB, value: sold / 12 days * working_days(period)}
            """, ["entered.csv": "metric,subject,period,value,author\nsold,anna,2026-02,6300000,vera\n"])
        #expect(try company.figure("pace", of: "anna", "2026-02") == "10 500 000.00 RUB")
        #expect(try figure("RUB", "sold / 12 days * 20 days", of: inputs) == "10 500 000.00 RUB")
    }

    @Test("months of 92, 131, 70, 118, 64 and 125 have the mean 100.0 and vary by 28.9 %")
    func evenness() throws {
        let months = [92, 131, 70, 118, 64, 125].enumerated().map { "\($0),2026-0\($0 + 1)-10,anna,\($1)\n" }.joined()
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                  mean: {unit: RUB, value: "trailing(sales, 6) / 6"}
                  evenness: {unit: percent, value: "variation(sales, 6)"}
                """, ["sale.csv": "id,date,seller,amount\n" + months])
        #expect(try company.figure("mean", of: "anna", "2026-06") == "100.00 RUB")
        // Squares of the deviations: 64 + 961 + 900 + 324 + 1 296 + 625 = 4 170; √(4 170 / 5) = 28.879…
        #expect(try company.figure("evenness", of: "anna", "2026-06") == "28.8791 %")
    }

    @Test("clients of 40, 25, 15, 10 and 10 %: the largest has 40 %, the Herfindahl index is 2,650")
    func concentration() throws {
        let shares = ["a": "400", "b": "250", "c": "150", "d": "100", "e": "100"]
        let inputs = shares.mapValues { (unit: "RUB", value: $0) }
        let total = "(a + b + c + d + e)"
        #expect(try figure("percent", "max(a, b, c, d, e) / \(total)", of: inputs) == "40 %")
        let index = shares.keys.sorted().map { "\($0) / \(total) * 100 * (\($0) / \(total) * 100)" }
        #expect(try figure("number", index.joined(separator: " + "), of: inputs) == "2 650")
    }
}
