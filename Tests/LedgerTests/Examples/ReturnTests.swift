import Calculation
import Company
import Ledger
import Quantities
import Testing

/// A return recomputes the period that sold; the difference is posted in the open period, and never takes pay below zero.
@Suite("Goods come back after the pay")
struct ReturnTests {
    @Test(
        "104 500 becomes 77 500; of the next 20 000 nothing is paid, 7 000 are left to recover and come from the month after"
    )
    func carried() throws {
        var book = Book()
        try book.post(
            "2026-01", Posting.Target([.commission("2026-01"): TargetBalance(earned: 104_500)], own: "2026-01"))
        try book.pay("2026-01")
        #expect(book.paid() == 104_500)

        // February sees the return of January and earns 20 000 itself.
        let february: [Obligation: TargetBalance] = [
            .commission("2026-01"): TargetBalance(earned: 77_500),
            .commission("2026-02"): TargetBalance(earned: 20_000),
        ]
        let entries = try book.post("2026-02", Posting.Target(february, own: "2026-02"))
        #expect(
            entries.map(\.text) == [
                "correction: accrued → earned 27000", "award: earned → accrued 20000",
                "carry_forward: carried → accrued 7000",
            ])
        #expect(try book.pay("2026-02").isEmpty)
        #expect(book.total(.carried) == -7_000)

        let march = february.merging([.commission("2026-03"): TargetBalance(earned: 30_000)]) { $1 }
        let recovered = try book.post("2026-03", Posting.Target(march, own: "2026-03"))
        #expect(
            recovered.map(\.text) == [
                "award: earned → accrued 30000", "recovery: accrued → carried 7000",
                "settlement: accrued → payable 23000",
            ])
        try book.pay("2026-03")
        // 77 500 + 20 000 + 30 000
        #expect(book.paid() == 127_500)
        #expect(book.total(.carried) == 0)
    }

    private static let marginal = """
            components:
              commission: {commission: sales, tiers: {marginal: {0 RUB: 3%, 1 000 000 RUB: 5%, 2 000 000 RUB: 7%}}}
        """
    private static let whole = """
            components:
              commission: {commission: sales, tiers: {whole: {0 RUB: 3%, 1 000 000 RUB: 5%, 2 000 000 RUB: 7%}}}
        """

    @Test(
        "from the sales themselves: 2 350 000 sold, 400 000 of it returned",
        arguments: [
            (marginal, "104 500.00", "77 500.00", "-27 000.00"), (whole, "164 500.00", "97 500.00", "-67 000.00"),
        ])
    func fromSales(plan: String, before: String, after: String, carried: String) async throws {
        let sales = "1,2026-01-12,anna,,1950000,,\n2,2026-01-20,anna,,400000,,\n"
        var company = try LedgerCompany(LedgerCompany.seller(plan, sales))
        try await company.post("2026-01")
        try company.pay("2026-01")
        #expect(try company.total(.paid) == before)

        try company.learn(LedgerCompany.seller(plan, sales + "3,2026-01-20,anna,,-400000,,\n"))
        try await company.post("2026-02")
        #expect(try company.total(.earned) == "-" + after)
        #expect(try company.total(.carried) == carried)
        #expect(try company.total(.payable) == "0.00")
    }

    @Test("what is settled but not paid yet is reduced before anything is carried")
    func notPaidYet() throws {
        var book = Book()
        try book.post(
            "2026-01", Posting.Target([.commission("2026-01"): TargetBalance(earned: 104_500)], own: "2026-01"))
        let entries = try book.post("2026-02", Posting.Target([.commission("2026-01"): TargetBalance(earned: 77_500)]))
        #expect(
            entries.map(\.text) == [
                "correction: accrued → earned 27000", "settlement: payable → accrued 27000",
            ])
        #expect(book.total(.payable) == 77_500)
    }

    @Test(
        "no more than the company's share of a pay is taken for what was carried",
        arguments: [("1", 7_000, 13_000), ("0.2", 4_000, 16_000), ("0", 0, 20_000)] as [(String, Int, Int)])
    func shareOfPay(share: String, taken: Int, paid: Int) throws {
        var rules = LedgerRules()
        rules.recovery = try exactly(share)
        var book = Book(rules)
        try book.post(
            "2026-01", Posting.Target([.commission("2026-01"): TargetBalance(earned: -7_000)], own: "2026-01"))
        #expect(book.total(.carried) == -7_000)
        try book.post(
            "2026-02",
            Posting.Target(
                [
                    .commission("2026-01"): TargetBalance(earned: -7_000),
                    .commission("2026-02"): TargetBalance(earned: 20_000),
                ], own: "2026-02"))
        #expect(book.total(.payable) == paid)
        #expect(book.total(.carried) == -7_000 + taken)
    }
}
