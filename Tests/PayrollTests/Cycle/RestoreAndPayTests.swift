import Foundation
import Ledger
import Payroll
import Storage
import Testing

/// What was paid before a restore is not paid again unseen.
///
/// Anna sells 10 000 and Bella 20 000; 10 % of it is theirs.
struct RestoreAndPayTests {
    /// January paid, the books taken back to before the payment.
    private func restored() async throws -> (company: PayCompany, workspace: Workspace) {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-01-13,bella,20000,,")
        try await company.approve("2026-01")
        let backup = "\(company.folder)/copy.sqlite"
        try company.workspace.backup(to: backup)
        try company.cycle.pay("2026-01", by: "olga")
        try company.workspace.close()
        let found = try Workspace.restoration(of: backup, to: company.folder)
        #expect(
            found.payments == [
                UndonePayment(period: "2026-01", person: "anna", amount: 100_000),
                UndonePayment(period: "2026-01", person: "bella", amount: 200_000),
            ])
        try Workspace.restore(
            from: backup, to: company.folder, seen: found, by: "olga", reason: "test",
            clock: { "2026-02-04T09:00:00Z" })
        return (company, try Workspace.open(at: company.folder, clock: { "2026-02-05T09:00:00Z" }))
    }

    @Test("paying again is refused with what was paid, and needs a word of its own")
    func payTwice() async throws {
        let (company, workspace) = try await restored()
        let cycle = PayCycle(workspace, text: company.cycle.text)
        let refusal = await PayCompany.refusal { try cycle.pay("2026-01", by: "olga") }
        #expect(
            refusal
                == "payments were made before the restore of 2026-02-04T09:00:00Z (olga: test) that the records do not know any more: 2026-01: anna, bella"
        )
        #expect(try workspace.read { try $0.life(of: "2026-01") }.state == .approved)
        let paid = try cycle.pay("2026-01", afterRestore: true, by: "olga")
        // 1 000.00 and 2 000.00, as before the restore.
        #expect(paid.map(\.amount) == [100_000, 200_000])
        #expect(try workspace.read { try $0.steps(of: "2026-01") }.last?.reason == "after a restore")
        #expect(try workspace.read { try $0.undonePayments() } == [])
        #expect(try workspace.audit().isSound)
    }

    @Test("once the period is booked again, later ones are paid as ever")
    func afterwards() async throws {
        let (company, workspace) = try await restored()
        let cycle = PayCycle(workspace, text: company.cycle.text)
        try cycle.pay("2026-01", afterRestore: true, by: "olga")
        _ = try await cycle.calculate("2026-02", by: "olga")
        try cycle.review("2026-02", by: "olga")
        try cycle.approve("2026-02", by: "boris")
        try cycle.approve("2026-02", by: "vera")
        #expect(throws: Never.self) { try cycle.pay("2026-02", by: "olga") }
    }

    @Test("a later period does not pay what the restored one has paid, unseen")
    func laterPeriod() async throws {
        let (company, workspace) = try await restored()
        let cycle = PayCycle(workspace, text: company.cycle.text)
        _ = try await cycle.calculate("2026-02", by: "olga")
        try cycle.review("2026-02", by: "olga")
        try cycle.approve("2026-02", by: "boris")
        try cycle.approve("2026-02", by: "vera")
        // February would hand over everything payable, January's among it.
        let refusal = await PayCompany.refusal { try cycle.pay("2026-02", by: "olga") }
        #expect(refusal?.hasSuffix("2026-01: anna, bella") == true)
    }
}
