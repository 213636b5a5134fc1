import Calculation
import Formulas
import Messages
import Testing

@Suite("A fund that nobody can share")
struct UndividedFundTests {
    /// A fund of 1,000 a month, divided by sales: without sales nobody has a weight.
    private func company(_ rule: String, valid: String, _ rows: [String: String]) throws -> TestCompany {
        try TestCompany(
            staff: "anna boris",
            Sales.kind + """
                plans:
                  seller:
                    for: {position: seller}
                    \(valid)
                    period: month
                    components:
                      pool: {pool: 1 000 RUB, weights: sales, group: plan, nobody: \(rule)}
                """, rows)
    }

    private static let fromMarch = Sales.table("2026-01-01 anna 0", "2026-03-10 anna 300", "2026-03-11 boris 100")

    @Test("cancelled: January and February lapse, March divides its own 1,000 by 3 : 1")
    func cancel() throws {
        let company = try company("cancel", valid: "valid: {from: 2026-01-01}", Self.fromMarch)
        #expect(try company.pay("2026-01") == ["anna pool": "0.00", "boris pool": "0.00"])
        #expect(try company.pay("2026-03") == ["anna pool": "750.00", "boris pool": "250.00"])
        #expect(try company.remarks("anna", "pool", "2026-01").map(\.code) == ["pool-cancelled"])
    }

    @Test("carried: March divides the funds of January, February and March; April only its own")
    func carry() throws {
        var rows = Self.fromMarch
        rows["sale.csv"]? += "9,2026-04-02,boris,5\n"
        let company = try company("carry", valid: "valid: {from: 2026-01-01}", rows)
        #expect(try company.pay("2026-02") == ["anna pool": "0.00", "boris pool": "0.00"])
        #expect(try company.pay("2026-03") == ["anna pool": "2 250.00", "boris pool": "750.00"])
        #expect(try company.pay("2026-04") == ["anna pool": "0.00", "boris pool": "1 000.00"])
        #expect(
            try company.remarks("anna", "pool", "2026-02").map(\.text.en) == [
                "nobody can share the fund; it waits for the next period"
            ])
    }

    @Test("a plan without dates carries from the first month in which somebody was employed for it")
    func carryWithoutDates() throws {
        var rows = Self.fromMarch
        rows["assignments.csv"] =
            "person,position,unit,from\nanna,seller,sales,2026-02-10\nboris,seller,sales,2026-03-01\n"
        let company = try company("carry", valid: "", rows)
        // February's and March's.
        #expect(try company.pay("2026-03") == ["anna pool": "1 500.00", "boris pool": "500.00"])
    }

    /// A fund of 100 a month of a plan that does not say when it begins, of people who were there a year before the data.
    private func undated(_ rest: String, _ rows: [String: String], metrics: String = "") throws -> TestCompany {
        var tables = rows
        tables["assignments.csv"] =
            "person,position,unit,from\nanna,seller,sales,2025-01-01\nboris,seller,sales,2025-01-01\n"
        return try TestCompany(
            staff: "anna boris",
            Sales.kind + """
                \(metrics)
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components: {pool: {\(rest), group: plan, nobody: carry}}
                """, tables)
    }

    @Test("nothing is carried from before the data: the first month divides its own 100, or 10 % of its own sales")
    func carryBeforeTheData() async throws {
        let rows = Sales.table("2026-01-10 anna 300", "2026-01-11 boris 100")
        let constant = try undated("pool: 100 RUB, weights: 1", rows)
        #expect(try await constant.payInAllWays("2026-01") == ["anna pool": "50.00", "boris pool": "50.00"])
        let share = try undated("pool: company(sales) * 10%, weights: sales", rows)
        #expect(try await share.payInAllWays("2026-01") == ["anna pool": "30.00", "boris pool": "10.00"])
    }

    @Test("a month whose condition was not met leaves its fund to the next, also two of them")
    func carryWhereConditionFails() async throws {
        let company = try undated(
            "pool: 100 RUB, weights: sales, when: sales >= 50 RUB",
            Sales.table("2026-01-10 anna 10", "2026-02-10 boris 20", "2026-03-10 anna 30", "2026-03-11 boris 90"))
        #expect(try company.pay("2026-02") == ["anna pool": "0.00", "boris pool": "0.00"])
        // 300 by 30 : 90.
        #expect(try await company.payInAllWays("2026-03") == ["anna pool": "75.00", "boris pool": "225.00"])
    }

    @Test("a month in which one member's weight has no value pays nobody and leaves its fund to the next")
    func carryWhereWeightIsMissing() async throws {
        var rows = Sales.table("2026-01-10 anna 10")
        rows["entered.csv"] = """
            metric,subject,period,value,author
            score,anna,2026-01,1,vera
            score,anna,2026-02,1,vera
            score,boris,2026-02,3,vera

            """
        let company = try undated(
            "pool: 100 RUB, weights: score", rows, metrics: "  score: {unit: number, value: entered}")
        #expect(try company.pay("2026-01") == ["anna pool": "not-entered", "boris pool": "not-entered"])
        #expect(try await company.payInAllWays("2026-02") == ["anna pool": "50.00", "boris pool": "150.00"])
    }

    @Test("each month of a run pays what it pays alone")
    func together() async throws {
        let company = try undated(
            "pool: 100 RUB, weights: sales, when: sales >= 50 RUB",
            Sales.table("2026-01-10 anna 10", "2026-02-10 boris 20", "2026-03-10 anna 30", "2026-04-11 boris 90"))
        // January to March wait; April divides 400.
        #expect(try await company.payInAllWays("2026")["boris pool"] == "400.00")
        #expect(try company.pay("2026-04") == ["anna pool": "0.00", "boris pool": "400.00"])
    }
}
