import Ledger
import Messages
import Testing

/// The life of a pay period: which step may follow which, and why the others are refused.
struct PeriodLifeTests {
    private static let whole: [PeriodStep] = [
        PeriodStep(.calculate, by: "belov", run: "r1"), PeriodStep(.review, by: "belov"),
        PeriodStep(.approve, by: "litvinova", run: "r1"), PeriodStep(.approve, by: "orlova", run: "r1"),
        PeriodStep(.pay, by: "litvinova"), PeriodStep(.close, by: "litvinova"),
    ]

    @Test("each step leads to the next state")
    func states() throws {
        let states = try (0...Self.whole.count).map {
            try PeriodLife("2026-01", after: Array(Self.whole.prefix($0))).state
        }
        #expect(states == [.open, .calculated, .inReview, .halfApproved, .approved, .paid, .closed])
    }

    @Test("a step out of order is refused", arguments: 0...6, PeriodStep.Action.allCases)
    func order(taken: Int, action: PeriodStep.Action) throws {
        var life = try PeriodLife("2026-01", after: Array(Self.whole.prefix(taken)))
        let allowed: [[PeriodStep.Action]] = [
            [.calculate], [.calculate, .review, .reopen], [.calculate, .approve, .reopen],
            [.calculate, .approve, .reopen], [.pay, .reopen], [.close, .reopen], [.reopen],
        ]
        let before = life.state
        let step = PeriodStep(action, by: "petrov", run: "r1", reason: "late invoices")
        if allowed[taken].contains(action) {
            try life.take(step)
        } else {
            #expect(throws: LifeCycleRefusal.outOfOrder("2026-01", before, action)) { try life.take(step) }
            #expect(life.state == before)
        }
    }

    @Test("two approvals must come from two people")
    func twoPeople() throws {
        var life = try PeriodLife("2026-01", after: Array(Self.whole.prefix(3)))
        #expect(throws: LifeCycleRefusal.sameApprover("2026-01", "litvinova")) {
            try life.take(PeriodStep(.approve, by: "litvinova", run: "r1"))
        }
        #expect(life.approvers == ["litvinova"])
    }

    @Test("calculating again voids an approval")
    func calculatedAgain() throws {
        var life = try PeriodLife("2026-01", after: Array(Self.whole.prefix(3)))
        try life.take(PeriodStep(.calculate, by: "belov", run: "r2"))
        #expect(life.state == .calculated)
        #expect(life.approvers.isEmpty)
        try life.take(PeriodStep(.review, by: "belov"))
        #expect(throws: LifeCycleRefusal.otherRun("2026-01", approving: "r1", current: "r2")) {
            try life.take(PeriodStep(.approve, by: "litvinova", run: "r1"))
        }
    }

    @Test("reopening needs a reason, and starts anew")
    func reopening() throws {
        var life = try PeriodLife("2026-01", after: Self.whole)
        #expect(throws: LifeCycleRefusal.noReason("2026-01")) { try life.take(PeriodStep(.reopen, by: "litvinova")) }
        try life.take(PeriodStep(.reopen, by: "litvinova", reason: "wrong rate of the dollar"))
        #expect(life.state == .open)
        #expect(life.run.isEmpty)
    }
}
