import Testing

@Suite("Property: lines priced by tiers one by one")
struct EventPricingPropertyTests {
    /// Whole hundreds at whole percentages leave nothing to round.
    @Test(
        "whatever their order, lines without a rest sum to the price of their total",
        arguments: [41, 42, 43, 44] as [UInt64], ["mirror", "first"])
    func telescope(seed: UInt64, rule: String) throws {
        var random = SplitMix64(seed: seed)
        let sales = (1...60).map { "\($0),2026-01-\(random.integer(10...28)),anna,\(random.integer(-30...40) * 100)\n" }
        let tiers = "tiers: {marginal: {0 RUB: 3%, 5 000 RUB: 5%, 20 000 RUB: 7%}, below_zero: \(rule)}"
        let table = ["sale.csv": "id,date,seller,amount\n" + sales.joined()]
        let whole = try TestCompany(staff: "anna", Sales.paying("{commission: sales, \(tiers)}"), table)
        let lines = try TestCompany(staff: "anna", Sales.paying("{commission: sales, \(tiers), each: event}"), table)
        let pay = try whole.pay("anna", "pay", "2026-01")
        #expect(try lines.pay("anna", "pay", "2026-01") == pay, "seed \(seed)")
        #expect(pay != "0.00", "seed \(seed)")
    }
}
