import Ledger
import Payroll
import Storage
import Testing

/// Periods stand in the order of their days, whatever they are called.
struct PeriodOrderTests {
    /// As texts "2026-10" stands before "2026-Q2"; by its days October comes after the second quarter.
    @Test("a month that was calculated by a slip does not hold up the quarters that end before it")
    func otherKind() async throws {
        let company = try PayCompany.sellers("1,2026-10-12,anna,10000,,", "2,2026-04-12,anna,500,,")
        try await company.calculate("2026-10")
        try company.rewrite("currency: RUB}", "currency: RUB, ledger: {period: quarter}}")
        try await company.calculate("2026-Q2")
        try company.cycle.review("2026-Q2", by: "olga")
        #expect(try company.cycle.approve("2026-Q2", by: "boris") == .halfApproved)
    }

    /// As texts "2026-10" stands before "2026-Q2", so its amount would be paid half a year too early.
    @Test("an adjustment of a later month waits, also where its name stands before that of the quarter")
    func adjustment() async throws {
        let company = try PayCompany.sellers("1,2026-04-12,anna,500,,")
        try company.adjust("anna", "2026-10", 70)
        try company.adjust("anna", "2026-05", 30)
        try company.rewrite("currency: RUB}", "currency: RUB, ledger: {period: quarter}}")
        let included = try await company.calculate("2026-Q2").run.adjustments
        #expect(included == [2])
        #expect(try await company.calculate("2026-Q4").run.adjustments == [1, 2])
    }

    @Test("an adjustment for a period that the calendar does not know is named, not forgotten")
    func unknown() async throws {
        let company = try PayCompany.sellers("1,2026-04-12,anna,500,,")
        try company.adjust("anna", "2026-P04", 70)
        let refusal = await PayCompany.refusal { try await company.calculate("2026-04") }
        #expect(
            refusal?.hasPrefix("adjustment 1 is for 2026-P04, which is no period by the company's text of now") == true)
    }
}
