import Calculation
import Formulas
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
}
