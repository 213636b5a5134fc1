import Ledger
import Messages
import Payroll
import Storage
import Testing

/// A pay period from its first row to its end.
struct WholeLifeTests {
    @Test("rows come in, the period is calculated, reviewed, approved by two, paid and closed")
    func life() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-01-20,bella,4000,,")
        let cycle = company.cycle
        func state() throws -> PeriodState { try company.workspace.read { try $0.life(of: "2026-01").state } }

        #expect(try state() == .open)
        let run = try await company.calculate("2026-01").run
        #expect(try state() == .calculated)
        #expect(run.lines.map { "\($0.person) \($0.amount ?? -1)" } == ["anna 100000", "bella 40000"])
        #expect(try company.entries().isEmpty)
        try cycle.review("2026-01", by: "olga")
        #expect(try state() == .inReview)
        #expect(try cycle.approve("2026-01", by: "boris") == .halfApproved)
        #expect(try company.entries().isEmpty)
        #expect(try cycle.approve("2026-01", by: "vera") == .approved)
        #expect(
            try company.entries() == [
                "award anna: earned → accrued 1 000.00", "award bella: earned → accrued 400.00",
                "settlement anna: accrued → payable 1 000.00", "settlement bella: accrued → payable 400.00",
            ])
        let payments = try cycle.pay("2026-01", by: "olga")
        #expect(
            payments.map(PayCompany.text) == [
                "payment anna: payable → paid 1 000.00", "payment bella: payable → paid 400.00",
            ])
        #expect(try state() == .paid)
        try cycle.close("2026-01", by: "olga")
        #expect(try state() == .closed)
        #expect(try company.balances.sum == 0)
        #expect(try company.workspace.audit().isSound)
    }

    @Test("a sale that comes in after closing corrects its month in the open one; what is closed stays as it is")
    func lateSale() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        let january = try company.entries("2026-01")
        try company.accept("sale.csv", "2,2026-01-31,anna,5000,,", "3,2026-02-10,anna,2000,,")
        try await company.finish("2026-02")
        #expect(try company.entries("2026-01") == january)
        #expect(
            try company.entries("2026-02") == [
                "correction anna: earned → accrued 500.00", "award anna: earned → accrued 200.00",
                "settlement anna: accrued → payable 700.00", "payment anna: payable → paid 700.00",
            ])
        let matters = try company.workspace.read { try $0.entries(period: "2026-02") }.map(\.entry.obligation.matter)
        #expect(matters.first == .award(plan: "seller", component: "commission", period: "2026-01"))
    }

    @Test("a return after the payment is carried below zero and recovered later; pay is never below zero")
    func lateReturn() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        // The sale of January comes back; February earns 300 of the 1 000 that were paid too much.
        try company.accept("sale.csv", "1,2026-01-12,anna,0,,", "2,2026-02-03,anna,3000,,")
        try await company.finish("2026-02")
        #expect(try company.total(.paid) == "1 000.00")
        #expect(try company.total(.carried) == "-700.00")
        try company.accept("sale.csv", "3,2026-03-03,anna,9000,,")
        try await company.finish("2026-03")
        #expect(
            try company.entries("2026-03") == [
                "award anna: earned → accrued 900.00", "recovery anna: accrued → carried 700.00",
                "settlement anna: accrued → payable 200.00", "payment anna: payable → paid 200.00",
            ])
        #expect(try company.total(.paid) == "1 200.00")
    }

    @Test("the same rows, text and ledger give the same run and the same entries; one thread or two")
    func same() async throws {
        let first = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-01-20,bella,4000,,")
        let second = try PayCompany.sellers("2,2026-01-20,bella,4000,,", "1,2026-01-12,anna,10000,,")
        second.threads = 2
        let run = try await first.finish("2026-01")
        #expect(try await second.finish("2026-01") == run)
        #expect(try first.entries() == second.entries())
        // Rows that stand for nothing new change nothing: the run is the one that was kept.
        let again = try await first.calculate("2026-02").run
        try first.accept("sale.csv", "1,2026-01-12,anna,10000.00,,")
        #expect(try await first.calculate("2026-02").run == again)
        #expect(try first.workspace.read { try $0.runs(period: "2026-02") }.count == 1)
        try first.accept("sale.csv", "9,2026-02-01,anna,1,,")
        #expect(try await first.calculate("2026-02").run.id != again.id)
    }

    @Test("a person who is taken out of the tables owes what he was paid; nothing that was written goes")
    func removed() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-01-20,bella,4000,,")
        try await company.finish("2026-01")
        let january = try company.entries("2026-01")
        try company.learn(
            [
                "people.csv": "id,name\nanna,Anna\n",
                "assignments.csv": PayCompany.table("assignments.csv", ["anna,seller,sales,2025-01-01,,,90000"]),
                "sale.csv": PayCompany.table("sale.csv", ["1,2026-01-12,anna,10000,,"]),
            ], complete: true)
        try await company.finish("2026-02")
        #expect(try company.entries("2026-01") == january)
        #expect(
            try company.entries("2026-02") == [
                "correction bella: accrued → earned 400.00", "carry_forward bella: carried → accrued 400.00",
            ])
        #expect(try company.total(.paid, "bella") == "400.00")
        #expect(try company.balances.sum == 0)
    }
}
