import Formulas
import Messages
import Testing

/// Worked examples 8 and 9: 3 % up to 1 m, 5 % up to 2 m, 7 % above.
@Suite("Tiers and returns")
struct TierTests {
    private static let rates = "{0 RUB: 3%, 1 000 000 RUB: 5%, 2 000 000 RUB: 7%}"

    private func commission(_ mode: String, _ rows: [(date: String, amount: String)]) throws -> TestCompany {
        let table = rows.enumerated().map { "\($0),\($1.date),anna,\($1.amount)\n" }.joined()
        return try TestCompany(
            staff: "anna", Sales.paying("{commission: sales, tiers: {\(mode): \(Self.rates)}}"),
            ["sale.csv": "id,date,seller,amount\n" + table])
    }

    @Test(
        "sales of 2.35 m earn 104,500 with marginal tiers and 164,500 when the tier reached prices the whole",
        arguments: [("marginal", "104 500.00"), ("whole", "164 500.00")])
    func modes(mode: String, expected: String) throws {
        // 30 000 + 50 000 + 350 000 × 7 % = 104 500; 2 350 000 × 7 % = 164 500.
        #expect(try commission(mode, [("2026-01-31", "2350000")]).pay("anna", "pay", "2026-01") == expected)
    }

    @Test(
        "at a bound: the rouble that reaches it belongs to the upper tier",
        arguments: [
            ("marginal", "1000000", "30 000.00"), ("marginal", "1000001", "30 000.05"),
            ("marginal", "2000000", "80 000.00"), ("marginal", "2000001", "80 000.07"),
            ("whole", "999999.99", "30 000.00"), ("whole", "1000000", "50 000.00"),
            ("whole", "1999999.99", "100 000.00"), ("whole", "2000001", "140 000.07"),
        ])
    func bounds(mode: String, amount: String, expected: String) throws {
        #expect(try commission(mode, [("2026-01-31", amount)]).pay("anna", "pay", "2026-01") == expected)
    }

    @Test("the cliff of whole tiers is warned of when the plan is written; marginal tiers have none")
    func cliffWarning() throws {
        let whole = try commission("whole", [("2026-01-31", "1")])
        #expect(whole.warnings == ["cliff", "cliff"])
        let message = try #require(
            whole.diagnostics.first { $0.code == "cliff" && $0.message.en.contains("2 000 000") })
        #expect(message.message.en == "at 2 000 000 RUB the pay of 'pay' jumps: deals will be moved between periods")
        #expect(try commission("marginal", [("2026-01-31", "1")]).warnings == [])
    }

    // What is done with the difference (posted in the open period, carried when pay would fall below zero) is the ledger's.
    @Test(
        "400,000 come back: the original month recomputed earns 77,500, which is 27,000 less; with whole tiers 67,000 less",
        arguments: [("marginal", "104 500.00", "77 500.00"), ("whole", "164 500.00", "97 500.00")])
    func returns(mode: String, before: String, after: String) throws {
        #expect(try commission(mode, [("2026-01-10", "2350000")]).pay("anna", "pay", "2026-01") == before)
        let recomputed = try commission(mode, [("2026-01-10", "2350000"), ("2026-01-28", "-400000")])
        #expect(try recomputed.pay("anna", "pay", "2026-01") == after)
    }

    @Test(
        "a month of nothing but returns walks down the same tiers: -x takes what x earned",
        arguments: [("marginal", "-104 500.00"), ("whole", "-164 500.00")])
    func negativeVolume(mode: String, expected: String) throws {
        #expect(try commission(mode, [("2026-01-10", "-2350000")]).pay("anna", "pay", "2026-01") == expected)
    }

    @Test(
        "overage: 3 % up to the target of 1 m, the tier reached prices only what is above",
        arguments: [
            ("1000000", "30 000.00"),  // exactly the target
            ("1000001", "30 000.05"),  // 100 % reached: 5 % on the rouble above
            ("2000000", "100 000.00"),  // 200 % reached: 30 000 + 1 000 000 × 7 %
            ("1999999.99", "80 000.00"),  // 30 000 + 999 999.99 × 5 %
            ("600000", "18 000.00"), ("-1500000", "-55 000.00"),
        ])
    func overage(amount: String, expected: String) throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(
                "{commission: sales, tiers: {overage: {0%: 3%, 100%: 5%, 200%: 7%}, target: 1 000 000 RUB}}"),
            Sales.table("2026-01-15 anna \(amount)"))
        #expect(try company.pay("anna", "pay", "2026-01") == expected)
    }

    @Test(
        "a fixed part is due once its tier is entered",
        arguments: [
            ("999999.99", "30 000.00"), ("1000000", "33 000.00"), ("2000000", "88 000.00"), ("-1000000", "-33 000.00"),
        ])
    func fixedParts(amount: String, expected: String) throws {
        let company = try TestCompany(
            staff: "anna",
            Sales.paying(
                """
                {commission: sales, tiers: {marginal: {0 RUB: 3%, 1 000 000 RUB: {rate: 5%, fixed: 3 000 RUB}, \
                2 000 000 RUB: {rate: 7%, fixed: 5 000 RUB}}}}
                """), Sales.table("2026-01-15 anna \(amount)"))
        #expect(try company.pay("anna", "pay", "2026-01") == expected)
    }

    @Test(
        "overage: each fixed part is due once, when its tier is entered, below the target as above it",
        arguments: [
            ("40", "9.00"),  // 40 × 10 % + 5
            ("60", "18.00"),  // 60 × 10 % + 5 + 7: the tier of 50 % is entered
            ("100", "22.00"),  // 100 × 10 % + 5 + 7
            ("110", "23.00"),  // and 10 above the target at the 10 % of the tier reached, whose 7 were due before
            ("120", "35.00"),  // 22 + 20 × 20 % + 9
            ("-120", "-35.00"),
        ])
    func fixedPartsOfOverage(sold: String, expected: String) throws {
        let tiers = """
            {0%: {rate: 10%, fixed: 5 RUB}, 50%: {rate: 10%, fixed: 7 RUB}, 120%: {rate: 20%, fixed: 9 RUB}}
            """
        let company = try TestCompany(
            staff: "anna", Sales.paying("{commission: sales, tiers: {overage: \(tiers), target: 100 RUB}}"),
            Sales.table("2026-01-10 anna \(sold)"))
        #expect(try company.pay("anna", "pay", "2026-01") == expected)
    }

    @Test("overage of one tier: 100 of a target of 100 earn 60.00, one more rouble earns 10 kopecks")
    func overageOfOneTier() throws {
        for (sold, expected) in [("100", "60.00"), ("101", "60.10")] {
            let company = try TestCompany(
                staff: "anna",
                Sales.paying(
                    "{commission: sales, tiers: {overage: {0%: {rate: 10%, fixed: 50 RUB}}, target: 100 RUB}}"),
                Sales.table("2026-01-10 anna \(sold)"))
            #expect(try company.pay("anna", "pay", "2026-01") == expected)
        }
    }
}
