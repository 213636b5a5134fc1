import Ledger
import Messages
import Testing

@testable import Storage

/// The life of a period is kept step by step.
struct PeriodTests {
    @Test("a period is where its steps have brought it, in the order of the first steps")
    func life() throws {
        let made = try TestWorkspace()
        try made.take(.calculate, "2026-02", by: "belov", run: "r2")
        try made.take(.calculate, "2026-01", by: "belov", run: "r1")
        try made.take(.review, "2026-02", by: "belov")
        try made.take(.approve, "2026-02", by: "orlova", run: "r2")
        try made.workspace.read { reading throws in
            #expect(try reading.periods().map(\.period) == ["2026-02", "2026-01"])
            #expect(try reading.periods().map(\.state) == [.halfApproved, .calculated])
            #expect(try reading.life(of: "2026-02").approvers == ["orlova"])
            #expect(try reading.life(of: "2026-03") == PeriodLife("2026-03"))
            #expect(try reading.steps(of: "2026-01") == [PeriodStep(.calculate, by: "belov", run: "r1")])
        }
    }

    @Test(
        "the periods that were posted when a run was kept: not one that is half approved then, and not what came later")
    func postedBefore() throws {
        let made = try TestWorkspace()
        let model = try made.workspace.write(by: "belov") { try $0.saveModel([]) }
        let keep = { (id: String) in
            try made.workspace.write(by: "belov") { try $0.save(StoredRun.sample(id: id, model: model)) }
        }
        try made.take(.calculate, "2026-01", by: "belov", run: "r1")
        try made.take(.review, "2026-01", by: "belov")
        try made.take(.approve, "2026-01", by: "orlova", run: "r1")
        try keep("early")
        try made.take(.approve, "2026-01", by: "petrov", run: "r1")
        try keep("late")
        try made.take(.pay, "2026-01", by: "belov", run: "r1")
        try made.workspace.read { reading in
            #expect(try reading.periodsPosted(before: "early") == [])
            let posted = try reading.periodsPosted(before: "late")
            #expect(posted.map(\.postedRun) == ["r1"] && posted.map(\.state) == [.approved])
        }
    }

    @Test("a step that the life does not allow is refused with its reason, and not kept")
    func refused() throws {
        let made = try TestWorkspace()
        let invariant = Invariant.lifeCycle(.outOfOrder("2026-01", .open, .pay))
        #expect(throws: StorageFailure.broken(invariant)) { try made.take(.pay, "2026-01", by: "belov") }
        #expect(try made.workspace.read { try $0.periods() } == [])
    }

    @Test("nobody takes a step in another's name")
    func otherActor() throws {
        let made = try TestWorkspace()
        #expect(throws: StorageFailure.broken(.otherActor)) {
            try made.workspace.write(by: "belov") { writing in
                try writing.append(PeriodStep(.calculate, by: "orlova", run: "r1"), period: "2026-01")
            }
        }
    }
}

extension TestWorkspace {
    fileprivate func take(_ action: PeriodStep.Action, _ period: String, by actor: String, run: String = "") throws {
        try workspace.write(by: actor) { try $0.append(PeriodStep(action, by: actor, run: run), period: period) }
    }
}
