import Calculation
import Company
import Ledger
import Quantities
import Testing

/// An award may wait for the client's payments, for a condition, a time or a day.
@Suite("A held award becomes free")
struct HoldTests {
    @Test(
        "4 % of 1 200 000 is 48 000, free in proportion to what the client paid",
        arguments: [
            ("0", 0, 48_000), ("0.25", 12_000, 36_000), ("0.9166666666666667", 44_000, 4_000), ("1", 48_000, 0),
            // Paid twice by mistake, or refunded: never more than all, never less than nothing.
            ("1.5", 48_000, 0), ("-0.1", 0, 48_000),
        ] as [(String, Int64, Int64)])
    func share(paid: String, free: Int64, held: Int64) throws {
        let standing = try Standing(holding: 48_000, free: exactly(paid))
        #expect(standing == Standing(earned: 48_000, held: held))
        #expect(try standing.free == free)
    }

    @Test("a negative award does not wait: a debt is not kept back for the person who owes it")
    func negative() throws {
        #expect(try Standing(holding: -1_000, free: .zero) == Standing(earned: -1_000))
    }

    private static let plan = """
            components:
              commission: {commission: sales, rate: 4%, hold: {release: paid_share}}
        """
    private static let metrics = """
          collected: {unit: RUB, value: sum(sale.paid) where sale.paid_on is not empty}
          paid_share: {unit: percent, value: collected / sales}
        """

    private static func sales(_ payments: (day: String, amount: Int)...) -> [String: String] {
        let parts = [300_000, 800_000, 100_000].enumerated().map { number, amount in
            let payment = number < payments.count ? "\(payments[number].day),\(payments[number].amount)" : ","
            return "\(number),2026-01-1\(number),anna,,\(amount),\(payment)\n"
        }
        return LedgerCompany.seller(plan, parts.joined(), metrics: metrics)
    }

    @Test("300 000 of 1 200 000 paid in January, 800 000 more in February")
    func throughTheCompany() async throws {
        let all = Self.sales(("2026-01-31", 300_000), ("2026-02-10", 800_000))
        var company = try LedgerCompany(all)
        try await company.post("2026-01")
        #expect(try company.total(.payable) == "12 000.00")
        #expect(try company.total(.held) == "36 000.00")
        try company.pay("2026-01")

        let entries = try await company.post("2026-02")
        #expect(entries.map(\.text) == ["release: held → accrued 3200000", "settlement: accrued → payable 3200000"])
        try company.pay("2026-02")
        // 1 100 000 of 1 200 000 are paid.
        #expect(try company.total(.paid) == "44 000.00")
        #expect(try company.total(.held) == "4 000.00")
    }

    @Test("a payment of the day after the pay period is not known yet, whoever looks later")
    func knownByTheEnd() async throws {
        var company = try LedgerCompany(Self.sales(("2026-02-01", 300_000)))
        try await company.post("2026-01")
        #expect(try company.total(.payable) == "0.00")
        try await company.post("2026-02")
        #expect(try company.total(.payable) == "12 000.00")
    }

    @Test("what cannot be computed frees nothing")
    func noSales() async throws {
        let plan = Self.plan.replacing("sales, rate: 4%", with: "target(sales), rate: 4%")
        var company = try LedgerCompany(
            LedgerCompany.seller(
                plan, metrics: Self.metrics,
                tables: ["targets.csv": "metric,subject,period,value\nsales,anna,2026-01,1000\n"]))
        try await company.post("2026-01")
        #expect(try company.total(.held) == "40.00")
        #expect(try company.total(.payable) == "0.00")
    }

    @Test(
        "released by a condition, after a time, on a day",
        arguments: [
            ("release: paid_share >= 100%", "2026-02"), ("for: 1 month", "2026-02"), ("for: 59 days", "2026-03"),
            ("for: 60 days", "2026-04"), ("until: 2026-02-28", "2026-02"), ("until: 2026-03-01", "2026-03"),
        ])
    func whenFree(hold: String, month: String) async throws {
        let plan = """
                components:
                  commission: {commission: sales, rate: 10%, hold: {\(hold)}}
            """
        var company = try LedgerCompany(
            LedgerCompany.seller(plan, "1,2026-01-12,anna,,1000,2026-02-28,1000\n", metrics: Self.metrics))
        var freed: [String] = []
        for label in ["2026-01", "2026-02", "2026-03", "2026-04"] {
            let entries = try await company.post(label)
            if entries.contains(where: { $0.to == .payable }) { freed.append(label) }
        }
        #expect(freed == [month])
        #expect(try company.total(.payable) == "100.00")
    }
}
