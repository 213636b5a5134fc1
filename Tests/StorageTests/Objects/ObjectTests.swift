import GRDB
import Testing

@testable import Storage

/// Objects have versions under the audit chain, and no run depends on them.
struct ObjectTests {
    private static let plan = ObjectName(room: "accounts", kind: "plan", key: "D034-26")

    private func made() throws -> TestWorkspace {
        let made = try TestWorkspace()
        try made.workspace.write(by: "sokolova") {
            _ = try $0.take("made", with: Self.plan, content: "60 % of the household range", after: 0)
        }
        return made
    }

    @Test("each step is a version with who took it and when; what it was before stays to be read")
    func versions() throws {
        let made = try made()
        let second = try made.workspace.write(by: "belov") {
            try $0.take("accepted", with: Self.plan, content: "70 %", reason: "asked for more", after: 1)
        }
        #expect(second == 2)
        let history = try made.workspace.read { try $0.history(of: Self.plan) }
        #expect(history.map(\.step) == ["made", "accepted"])
        #expect(history.map(\.actor) == ["sokolova", "belov"])
        #expect(history.map(\.at) == ["2026-02-03T09:00:00Z", "2026-02-03T09:00:00Z"])
        #expect(history[0].content == "60 % of the household range")
        #expect(try made.workspace.read { try $0.object(Self.plan) } == history[1])
        #expect(try made.workspace.audit().isSound)
    }

    @Test("one that is withdrawn is not there any more, and its history is")
    func withdrawn() throws {
        let made = try made()
        let other = ObjectName(room: "accounts", kind: "plan", key: "D035-26")
        try made.workspace.write(by: "sokolova") { writing in
            try writing.take("made", with: other, content: "delivery", after: 0)
            try writing.take("withdrawn", with: Self.plan, content: nil, reason: "the client left", after: 1)
        }
        let there = try made.workspace.read { try $0.objects(room: "accounts", kind: "plan") }
        #expect(there.map(\.name.key) == ["D035-26"])
        #expect(try made.workspace.read { try $0.history(of: Self.plan) }.count == 2)
        // And may be made again.
        let again = try made.workspace.write(by: "sokolova") {
            try $0.take("made", with: Self.plan, content: "back", after: 2)
        }
        #expect(again == 3)
    }

    @Test("two who have seen the same version: the second is refused and told the version of now")
    func lost() throws {
        let made = try made()
        try made.workspace.write(by: "belov") { _ = try $0.take("moved", with: Self.plan, content: "June", after: 1) }
        #expect(throws: StorageFailure.objectHasChanged(Self.plan, version: 2)) {
            try made.workspace.write(by: "gusev") {
                _ = try $0.take("moved", with: Self.plan, content: "May", after: 1)
            }
        }
        #expect(throws: StorageFailure.objectHasChanged(Self.plan, version: 2)) {
            try made.workspace.write(by: "gusev") { _ = try $0.take("made", with: Self.plan, content: "May", after: 0) }
        }
        #expect(try made.workspace.read { try $0.object(Self.plan) }?.content == "June")
    }

    @Test("a key whose letters and marks are apart is the same as the one in which they are together")
    func composed() throws {
        let made = try TestWorkspace()
        let (apart, together) = (
            ObjectName(room: "accounts", kind: "plan", key: "e\u{301}"),
            ObjectName(room: "accounts", kind: "plan", key: "\u{E9}")
        )
        try made.workspace.write(by: "belov") { _ = try $0.take("made", with: apart, content: "one", after: 0) }
        #expect(try made.workspace.read { try $0.object(together) }?.content == "one")
        #expect(throws: StorageFailure.self) {
            try made.workspace.write(by: "belov") { _ = try $0.take("made", with: together, content: "two", after: 0) }
        }
    }

    @Test("steps are followed from a record on, those of other rooms left out")
    func followed() throws {
        let made = try made()
        let seen = try made.workspace.read { try $0.auditHead().number }
        try made.workspace.write(by: "belov") { writing in
            try writing.take(
                "given", with: ObjectName(room: "recognition", kind: "thanks", key: "1"), content: "!", after: 0)
            try writing.take("moved", with: Self.plan, content: "June", after: 1)
        }
        let steps = try made.workspace.read { try $0.steps(room: "accounts", after: seen) }
        #expect(steps.map(\.step) == ["moved"])
    }

    @Test("no object is part of the state of the rows: the digest of the data stays")
    func noData() throws {
        let made = try TestWorkspace.filled()
        let head = try made.workspace.read { try $0.factHead }
        let before = try made.workspace.read { try $0.state(upTo: head).digest }
        try made.workspace.write(by: "belov") { _ = try $0.take("made", with: Self.plan, content: "x", after: 0) }
        #expect(try made.workspace.read { try $0.factHead } == head)
        #expect(try made.workspace.read { try $0.state(upTo: head).digest } == before)
    }

    @Test("what is changed in an object from outside is found by the audit")
    func tampered() throws {
        let made = try made()
        let record = try made.workspace.read { try $0.auditHead().number }
        try made.tamper { try $0.execute(sql: "UPDATE objects SET content = '90 %'") }
        #expect(try made.workspace.audit().faults == [.content(record: record, tables: ["objects"])])
    }
}
