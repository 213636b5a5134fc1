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
        let standing = try TargetBalance(holding: 48_000, free: exactly(paid))
        #expect(standing == TargetBalance(earned: 48_000, held: held))
        #expect(try standing.free == free)
    }

    @Test("a negative award does not wait: a debt is not kept back for the person who owes it")
    func negative() throws {
        #expect(try TargetBalance(holding: -1_000, free: .zero) == TargetBalance(earned: -1_000))
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

    /// Sales, what of them was paid and what came back, each on a row of its own: a return is a negative sale of its own day.
    private static func returns(_ rows: String, release: String = "collected / shipped") -> [String: String] {
        let plan = """
                components:
                  commission: {commission: sales, rate: 1%, hold: {release: '\(release)'}}
            """
        let metrics = """
              shipped: {unit: RUB, value: sum(sale.amount where sale.amount > 0 RUB)}
              collected: {unit: RUB, value: sum(sale.paid) where sale.paid_on is not empty}
            """
        return LedgerCompany.seller(plan, rows, metrics: metrics)
    }

    @Test("a sale returned before it was paid is nothing to its seller, never a debt")
    func returnedUnpaid() async throws {
        // 1 000 000 × 1 % = 10 000 are held; −10 000 of February are set against them.
        let sale = "1,2026-01-20,anna,,1000000,,\n"
        var company = try LedgerCompany(Self.returns(sale))
        try await company.post("2026-01")
        #expect(try company.total(.held) == "10 000.00")
        try company.learn(Self.returns(sale + "2,2026-02-10,anna,,-1000000,,\n"))
        let entries = try await company.post("2026-02")
        #expect(
            entries.map(\.text) == ["release: held → accrued 1000000", "award: accrued → earned 1000000"])
        for account in [Account.held, .carried, .payable, .earned, .accrued] {
            #expect(try company.total(account) == "0.00")
        }
        #expect(try await company.post("2026-03").isEmpty)
    }

    @Test(
        "sold for 1 000, 400 returned: 1 % of what was paid is free, whatever came first",
        arguments: [
            // Nothing paid: 10 held, −4 set against it: 6 are held.
            (",", "0.00", "6.00"),
            // 300 of the 600 left are paid: 30 % of 10 is free, 7 held, 3 of them after the return.
            ("2026-02-15,300", "3.00", "3.00"),
            // All 600: 6 free, 4 held, the return takes just these.
            ("2026-02-15,600", "6.00", "0.00"),
            // All was paid before it came back: 10 free, nothing held, −4 counts at once.
            ("2026-02-15,1000", "6.00", "0.00"),
        ])
    func returnedInPart(paid: String, payable: String, held: String) async throws {
        let sale = "1,2026-01-20,anna,,1000,"
        let back = "2,2026-02-10,anna,,-400,,\n"
        var company = try LedgerCompany(Self.returns(sale + ",\n"))
        try await company.post("2026-01")
        try company.learn(Self.returns(sale + paid + "\n" + back))
        try await company.post("2026-02")
        #expect(try company.total(.payable) == payable)
        #expect(try company.total(.held) == held)
        #expect(try company.total(.carried) == "0.00")
        // In one go it ends where step by step does.
        var atOnce = try LedgerCompany(Self.returns(sale + paid + "\n" + back))
        try await atOnce.post("2026-01")
        try await atOnce.post("2026-02")
        for account in [Account.earned, .held, .payable, .carried] {
            #expect(try atOnce.total(account) == company.total(account), "\(account)")
        }
    }

    @Test("the oldest held award goes first, the rest counts at once; what is held later pays for nothing")
    func oldestFirst() async throws {
        // Held of January 5, of February 8. March brings −10: 5 of January, 5 of February; 3 of February stay held.
        let rows = "1,2026-01-12,anna,,500,,\n2,2026-02-12,anna,,800,,\n3,2026-03-12,anna,,-1000,,\n"
        var company = try LedgerCompany(Self.returns(rows))
        for label in ["2026-01", "2026-02"] { try await company.post(label) }
        #expect(try company.total(.held) == "13.00")
        let entries = try await company.post("2026-03")
        #expect(
            entries.map(\.text) == [
                "release: held → accrued 500", "release: held → accrued 500", "award: accrued → earned 1000",
            ])
        #expect(try company.total(.held) == "3.00")
        // April −7: 3 are left of February, 4 are carried. May holds 9: none of it pays for April.
        try company.learn(
            Self.returns(rows + "4,2026-04-12,anna,,-700,,\n5,2026-05-12,anna,,900,,\n"))
        try await company.post("2026-04")
        #expect(try company.total(.held) == "0.00")
        #expect(try company.total(.carried) == "-4.00")
        try await company.post("2026-05")
        #expect(try company.total(.held) == "9.00")
        #expect(try company.total(.carried) == "-4.00")
    }

    @Test("what another component or another person holds pays for nothing")
    func othersHold() async throws {
        let plan = """
                components:
                  gain: {commission: gains, rate: 1%, hold: {for: 1 year}}
                  loss: {commission: losses, rate: 1%}
            """
        let metrics = """
              gains: {unit: RUB, value: sum(sale.amount where sale.amount > 0 RUB)}
              losses: {unit: RUB, value: sum(sale.amount where sale.amount < 0 RUB)}
            """
        // January holds 10 of Anna's gain and 5 of Boris's; February's loss of −7 is Anna's other component.
        let rows = "1,2026-01-12,anna,,1000,,\n2,2026-01-12,boris,,500,,\n3,2026-02-12,anna,,-700,,\n"
        var company = try LedgerCompany(
            LedgerCompany.seller(plan, rows, people: ["anna", "boris"], metrics: metrics))
        for label in ["2026-01", "2026-02"] { try await company.post(label) }
        #expect(try company.total(.held) == "10.00" && company.total(.held, "boris") == "5.00")
        #expect(try company.total(.carried) == "-7.00")
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
