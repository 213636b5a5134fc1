import Ledger
import Messages
import Payroll
import Storage
import Testing

/// The company's text changes; what was posted keeps the rules it was posted with.
struct RulesOverTimeTests {
    @Test("a late sale of January is paid at January's rate, after the rate has changed")
    func ownRules() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        try company.rewrite("rate: 10%", "rate: 5%")
        try company.accept("sale.csv", "2,2026-01-31,anna,2000,,", "3,2026-02-10,anna,2000,,")
        try await company.finish("2026-02")
        // 10 % of 2 000 and 5 % of 2 000.
        #expect(
            try company.entries("2026-02").prefix(2) == [
                "correction anna: earned → accrued 200.00", "award anna: earned → accrued 100.00",
            ])
    }

    @Test("a plan that is removed pays no more, and takes nothing back")
    func planRemoved() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-02-12,anna,3000,,")
        try await company.finish("2026-01")
        try company.rewrite("  seller:\n    for: {position: seller}", "  other:\n    for: {people: [bella]}")
        try await company.finish("2026-02")
        #expect(try company.entries("2026-02").isEmpty)
        #expect(try company.total(.paid) == "1 000.00")
        // Its months go on being corrected by its rules.
        try company.accept("sale.csv", "1,2026-01-12,anna,9000,,")
        try await company.finish("2026-03")
        #expect(try company.total(.carried) == "-100.00")
    }

    @Test("a position made later does not stop January's rules: who holds it is none of January's")
    func newPosition() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        try company.rewrite("{seller: Seller}", "{seller: Seller, lead: Lead}")
        try company.accept("people.csv", "clara,Clara")
        try company.accept("assignments.csv", "clara,lead,sales,2026-02-01,,,90000")
        try company.accept("sale.csv", "2,2026-01-30,anna,1000,,")
        let calculated = try await company.calculate("2026-02")
        #expect(calculated.setAside.map(\.code) == ["unknown-record"])
        #expect(calculated.setAside.map(\.severity) == [.warning])
        try await company.finish("2026-02")
        #expect(try company.total(.paid) == "1 100.00")
    }

    @Test("a row January was posted with must still fit January's rules, or its pay would be taken back unseen")
    func rowOfThen() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        try company.rewrite("paid: money?", "paid: text?")
        try company.accept("sale.csv", "1,2026-01-12,anna,10000,in part,")
        let refusal = await PayCompany.refusal { try await company.calculate("2026-02") }
        #expect(refusal?.hasPrefix("the rules of 2026-01 do not fit the rows of today") == true)
    }

    @Test("a ledger is kept in one currency: 1 000 roubles of January and 1 000 dollars of February have no sum")
    func currency() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-02-12,anna,10000,,")
        try await company.finish("2026-01")
        try company.rewrite("RUB", "USD")
        let refusal = await PayCompany.refusal { try await company.calculate("2026-02") }
        #expect(
            refusal
                == "the ledger is kept in RUB, the company's text names USD; leave 'currency: RUB', or begin a new workspace"
        )
        try company.rewrite("USD", "RUB")
        try await company.finish("2026-02")
        #expect(try company.total(.paid) == "2 000.00")
    }

    @Test("stored rows that no longer fit a changed text are named, and nothing is written")
    func storedRows() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try company.rewrite("amount: money,", "amount: money, client: text,")
        do {
            try await company.calculate("2026-01")
            Issue.record("a sale without its client was calculated")
        } catch {
            guard case .company(let diagnostics) = error as? PayrollFailure else { throw error }
            #expect(diagnostics.map { "\($0.place?.file ?? "") \($0.code)" } == ["sale.csv missing-column"])
        }
        #expect(try company.workspace.read { try $0.runs() }.isEmpty)
    }
}
