import Ledger
import Messages
import Payroll
import Storage
import Testing

/// A period that was finished too early.
struct ReopeningTests {
    @Test("reopening needs a reason; only what then comes out differently is posted")
    func differences() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-01-20,bella,4000,,")
        try await company.finish("2026-01")
        let before = try company.entries()
        let refusal = await PayCompany.refusal { try company.cycle.reopen("2026-01", reason: "", by: "olga") }
        #expect(refusal == "the reason must say something")

        try company.cycle.reopen("2026-01", reason: "an invoice was found", by: "olga")
        try company.accept("sale.csv", "3,2026-01-28,bella,1000,,")
        try await company.finish("2026-01")
        let after = try company.entries()
        #expect(Array(after.prefix(before.count)) == before)
        #expect(
            Array(after.dropFirst(before.count)) == [
                "correction bella: earned → accrued 100.00", "settlement bella: accrued → payable 100.00",
                "payment bella: payable → paid 100.00",
            ])
    }

    @Test("reopened and found right, nothing is posted")
    func nothing() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        let before = try company.entries()
        try company.cycle.reopen("2026-01", reason: "to look again", by: "olga")
        try await company.finish("2026-01")
        #expect(try company.entries() == before)
    }

    @Test("a calculation that should not have been can be withdrawn, and holds up nobody any more")
    func withdrawn() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-02-20,anna,4000,,")
        _ = try await company.cycle.calculate("2026-01", by: "olga")
        try company.cycle.reopen("2026-01", reason: "we begin with February", by: "olga")
        #expect(try company.cycle.overview().map(\.life.state) == [.open])
        try await company.finish("2026-02")
        #expect(try company.entries().count == 3)
    }

    @Test("once a later month is approved, what is wrong is put right there")
    func later() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        try await company.approve("2026-02")
        let refusal = await PayCompany.refusal { try company.cycle.reopen("2026-01", reason: "late", by: "olga") }
        #expect(
            refusal
                == "2026-02 is approved already; corrections of 2026-01 are posted in the open period, so just calculate that"
        )
    }

    @Test("while a month is open again, the next one is not approved past it")
    func next() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        try await company.calculate("2026-02")
        try company.cycle.review("2026-02", by: "olga")
        try company.cycle.reopen("2026-01", reason: "to look again", by: "olga")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-02", by: "boris") }
        #expect(refusal == "2026-01 is not approved yet; calculate and approve it before 2026-02")
        try await company.finish("2026-01")
        #expect(await PayCompany.refusal { try company.cycle.approve("2026-02", by: "boris") } == nil)
    }

    @Test("new rules for a reopened month make another run of the next, though no entry was posted")
    func otherRules() async throws {
        // The rate of January changes with nothing sold there: not an entry, but what comes in later is priced otherwise.
        let company = try PayCompany.sellers("1,2026-02-12,anna,10000,,")
        try await company.finish("2026-01")
        try company.accept("sale.csv", "2,2026-01-12,anna,5000,,")
        try company.rewrite("rate: 10%", "rate: 20%")
        let before = try await company.calculate("2026-02").run
        #expect(before.entries.first?.amount == 50_000)
        try company.accept("sale.csv", "2,2026-01-12,anna,0,,")
        try company.cycle.reopen("2026-01", reason: "the new rate holds from January", by: "olga")
        try await company.finish("2026-01")
        #expect(try company.entries().isEmpty)
        try company.accept("sale.csv", "2,2026-01-12,anna,5000,,")
        let after = try await company.calculate("2026-02").run
        #expect(after.entries.first?.amount == 100_000)
        #expect(after.id != before.id)
    }
}
