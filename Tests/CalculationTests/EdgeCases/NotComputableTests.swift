import Calculation
import Formulas
import Messages
import Testing

@Suite("What cannot be computed")
struct NotComputableTests {
    /// Two KPIs, 60 % sales against a target and 40 % calls against 10; of 10,000.
    private func scorecard(policy: String, target: String?, calls: String? = "12", sales: String = "1200000") throws
        -> TestCompany
    {
        var tables = Sales.table("2026-01-15 anna \(sales)")
        tables["targets.csv"] = "metric,subject,period,value\n" + (target.map { "sales,anna,2026-01,\($0)\n" } ?? "")
        tables["entered.csv"] =
            "metric,subject,period,value,author\n" + (calls.map { "calls,anna,2026-01,\($0),vera\n" } ?? "")
        return try TestCompany(
            staff: "anna",
            Sales.kind + """
                  calls: {unit: pieces, value: entered}
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    target: 10 000 RUB
                    not_computable: \(policy)
                    components:
                      pay:
                        scorecard:
                          - {kpi: sales, weight: 60%, target: target(sales)}
                          - {kpi: calls, weight: 40%, target: 10}
                """, tables)
    }

    @Test(
        "a target of zero, below zero or missing is no attainment: counted as zero, its weight given away, or no award",
        arguments: ["0", "-1000000", nil] as [String?])
    func policies(target: String?) throws {
        // calls 12 / 10 = 120 %: 40 % × 120 % = 48 %; alone 120 %.
        #expect(try scorecard(policy: "zero", target: target).pay("anna", "pay", "2026-01") == "4 800.00")
        #expect(try scorecard(policy: "redistribute", target: target).pay("anna", "pay", "2026-01") == "12 000.00")
        let excluded = try scorecard(policy: "exclude", target: target).pay("anna", "pay", "2026-01")
        #expect(excluded == (target == nil ? "no-target" : "target-not-positive"))
    }

    @Test("the reason stands in the remarks, in English and in Russian")
    func reasons() throws {
        let remark = try #require(
            scorecard(policy: "zero", target: "0").remarks("anna", "pay", "2026-01").first { $0.code == "kpi-missing" })
        #expect(remark.text.en == "sales: the target is 0, not above zero")
        #expect(remark.text.ru == "sales: план 0, а не больше нуля")
        let missing = try #require(scorecard(policy: "zero", target: nil).remarks("anna", "pay", "2026-01").first)
        #expect(missing.text.en == "sales: no target for sales, anna, 2026-01")
    }

    @Test("a fact that nobody entered is missing; a fact of zero is a fact")
    func missingAndZero() throws {
        // sales 1.2 of 1 m: 60 % × 120 % = 72 %.
        for (calls, policy, expected) in [
            ("0", "zero", "7 200.00"), ("0", "redistribute", "7 200.00"), ("0", "exclude", "7 200.00"),
            (nil, "zero", "7 200.00"), (nil, "redistribute", "12 000.00"), (nil, "exclude", "not-entered"),
        ] as [(String?, String, String)] {
            let company = try scorecard(policy: policy, target: "1000000", calls: calls)
            #expect(try company.pay("anna", "pay", "2026-01") == expected, "\(calls ?? "missing"), \(policy)")
        }
    }

    @Test("no KPI has a value: zero pays nothing, redistribute has nobody to give the weight to")
    func nothingHasAValue() throws {
        let zero = try scorecard(policy: "zero", target: nil, calls: nil)
        #expect(try zero.pay("anna", "pay", "2026-01") == "0.00")
        let redistribute = try scorecard(policy: "redistribute", target: nil, calls: nil)
        #expect(try redistribute.pay("anna", "pay", "2026-01") == "no-target")
    }

    @Test("returns above sales: a negative fact attains 0, never less")
    func negativeFact() throws {
        let company = try scorecard(policy: "zero", target: "1000000", sales: "-500000")
        #expect(try company.pay("anna", "pay", "2026-01") == "4 800.00")
    }

    @Test("the year before the data begin is unknown, not zero")
    func beforeTheData() throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + """
                  before: {unit: RUB, value: year_ago(sales)}
                  grown: {unit: RUB, value: growth(sales)}
                  careful: {unit: RUB, value: "otherwise(year_ago(sales), 0 RUB)"}
                  quiet: {unit: RUB, value: previous(sales)}
                """, Sales.table("2025-02-10 anna 100", "2026-01-10 anna 200", "2026-02-10 anna 300"))
        #expect(try company.figure("before", of: "anna", "2026-01") == "no-data")
        #expect(try company.figure("grown", of: "anna", "2026-01") == "no-data")
        #expect(try company.figure("careful", of: "anna", "2026-01") == "0.00 RUB")
        #expect(try company.figure("grown", of: "anna", "2026-02") == "200.00 RUB")
        // Inside the data an empty month is a real zero.
        #expect(try company.figure("quiet", of: "anna", "2025-12") == "0.00 RUB")
    }

    @Test("a company without a single event says so")
    func noEvents() throws {
        let company = try TestCompany(staff: "anna", Sales.kind, ["sale.csv": "id,date,seller,amount\n"])
        #expect(try company.figure("sales", of: "anna", "2026-01") == "no-data")
    }

    @Test("an average, a smallest, a last of no events has no value; a sum, a count, a distinct of none is 0")
    func figuresOfNothing() throws {
        let company = try TestCompany(
            staff: "anna boris",
            Sales.kind + """
                  total: {unit: RUB, value: sum(sale.amount)}
                  number: {unit: pieces, value: count(sale)}
                  sellers: {unit: pieces, value: distinct(sale.seller)}
                  mean: {unit: RUB, value: average(sale.amount)}
                  least: {unit: RUB, value: min(sale.amount)}
                  middle: {unit: RUB, value: median(sale.amount)}
                  latest: {unit: RUB, value: last(sale.amount)}
                """, Sales.table("2026-01-10 anna 100"))
        let figures = try ["total", "number", "sellers", "mean", "least", "middle", "latest"].map {
            try company.figure($0, of: "boris", "2026-01")
        }
        #expect(figures == ["0.00 RUB", "0 pcs", "0 pcs", "no-events", "no-events", "no-events", "no-events"])
    }

    @Test("a condition or a multiplier without a value leaves no award rather than a guess")
    func conditions() throws {
        for extra in [
            ", when: other > 0 RUB", ", multiplier: other / 1 RUB", ", gate: other > 0 RUB", ", cap: other",
            ", floor: other",
        ] {
            let company = try TestCompany(
                staff: "anna",
                Sales.kind + """
                      other: {unit: RUB, value: entered}
                    plans:
                      seller: {for: {position: seller}, period: month, components: {pay: {commission: sales, rate: 5%\(extra)}}}
                    """, Sales.table("2026-01-10 anna 100"))
            #expect(try company.pay("anna", "pay", "2026-01") == "not-entered", "\(extra)")
        }
    }

    @Test("a prize or a fund without a value is no prize of zero")
    func prizes() throws {
        for pay in ["{contest: [other, 10 RUB], by: sales}", "{pool: other, weights: sales, nobody: cancel}"] {
            let company = try TestCompany(
                staff: "anna",
                Sales.kind + """
                      other: {unit: RUB, value: entered}
                    plans: {seller: {for: {position: seller}, period: month, components: {pay: \(pay)}}}
                    """, Sales.table("2026-01-10 anna 100"))
            #expect(try company.pay("anna", "pay", "2026-01") == "not-entered", "\(pay)")
        }
    }
}
