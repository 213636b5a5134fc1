import Testing

@testable import Storage

/// Adjustments and disputes need two people: nobody decides about what he wrote, or about his own pay.
struct AdjustmentTests {
    @Test("entered by one, approved by another")
    func approved() throws {
        let made = try TestWorkspace()
        let number = try made.adjust("petrov", by: "belov")
        #expect(try made.workspace.read { try $0.adjustment(number) }?.decision == nil)
        try made.workspace.write(by: "orlova") { try $0.decide(number, .approved, reason: "seen") }
        let kept = try #require(try made.workspace.read { try $0.adjustments(period: "2026-01") }.first)
        #expect(
            kept
                == Adjustment(
                    number: 1, period: "2026-01", person: "petrov", amount: -5_000, kind: .discipline, order: "12-к",
                    reason: "late", author: "belov",
                    decision: Adjustment.Decision(verdict: .approved, actor: "orlova", reason: "seen")))
    }

    @Test("nobody adjusts or decides about his own pay or his own text, and nobody decides twice")
    func refused() throws {
        let made = try TestWorkspace()
        #expect(throws: StorageFailure.broken(.ownPay)) {
            try made.adjust("petrov", by: "petrov")
        }
        let number = try made.adjust("petrov", by: "belov")
        #expect(throws: StorageFailure.broken(.ownProposal)) {
            try made.decide(number, by: "belov")
        }
        #expect(throws: StorageFailure.broken(.ownPay)) {
            try made.decide(number, by: "petrov")
        }
        try made.decide(number, by: "orlova")
        #expect(throws: StorageFailure.broken(.decidedTwice)) {
            try made.decide(number, by: "litvinova")
        }
        #expect(throws: StorageFailure.noSuchAdjustment(9)) { try made.decide(9, by: "orlova") }
        #expect(try made.workspace.audit().records == 2)
    }

    @Test("a dispute is open until somebody else answers it")
    func dispute() throws {
        let made = try TestWorkspace()
        let number = try made.workspace.write(by: "petrov") { writing in
            try writing.dispute(period: "2026-01", person: "petrov", text: "the Alfa deal is missing")
        }
        #expect(try made.workspace.read { try $0.openDisputes("2026-01") }.map(\.text) == ["the Alfa deal is missing"])
        #expect(try made.workspace.read { try $0.openDisputes("2026-02") } == [])
        #expect(throws: StorageFailure.broken(.ownPay)) {
            try made.answer(number, by: "petrov")
        }
        #expect(throws: StorageFailure.noSuchDispute(9)) { try made.answer(9, by: "orlova") }
        try made.answer(number, by: "orlova")
        #expect(try made.workspace.read { try $0.openDisputes("2026-01") } == [])
        #expect(throws: StorageFailure.broken(.decidedTwice)) {
            try made.answer(number, by: "belov")
        }
        let kept = try made.workspace.read { try $0.disputes() }
        #expect(kept.map(\.answer) == [Dispute.Answer(actor: "orlova", text: "paid in March")])
    }
}

extension TestWorkspace {
    fileprivate func adjust(_ person: String, by author: String) throws -> Int64 {
        try workspace.write(by: author) { writing in
            try writing.adjust(
                person, period: "2026-01", amount: -5_000, kind: .discipline, order: "12-к", reason: "late")
        }
    }

    fileprivate func decide(_ number: Int64, by actor: String) throws {
        try workspace.write(by: actor) { try $0.decide(number, .approved) }
    }

    fileprivate func answer(_ number: Int64, by actor: String) throws {
        try workspace.write(by: actor) { try $0.resolveDispute(number, answer: "paid in March") }
    }
}
