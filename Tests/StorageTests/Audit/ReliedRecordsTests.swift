import Foundation
import GRDB
import Testing

@testable import Storage

/// What an approval or a payment relies on is compared with what was written, and no more than that.
struct ReliedRecordsTests {
    private static let small = Schema.current.covered.filter { !$0.isBulky }.map(\.name)

    private func faults(_ made: TestWorkspace, _ runs: String...) throws -> [AuditFault] {
        try made.workspace.read { try $0.reliedFaults(runs: runs) }
    }

    @Test("what nobody has touched is sound")
    func sound() throws {
        let made = try TestWorkspace.filled()
        #expect(try faults(made, "first", "second") == [])
        #expect(try faults(made) == [])
        try made.workspace.read { try $0.checkRelied(runs: ["first"]) }
    }

    @Test("a changed row of a table that is read as a whole is found", arguments: small)
    func changed(table: String) throws {
        let made = try TestWorkspace.filled()
        var record: Int64 = 0
        try made.tamper { database in
            record = try Int64.fetchOne(database, sql: "SELECT record FROM \(table) WHERE number = 2") ?? 0
            let text = try String.fetchOne(
                database, sql: "SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT' ORDER BY cid DESC LIMIT 1",
                arguments: [table])
            let column = try #require(text)
            try database.execute(sql: "UPDATE \(table) SET \(column) = \(column) || 'x' WHERE number = 2")
        }
        let found = try faults(made, "first")
        #expect(found.count == 1)
        let isNamed = found.contains { fault in
            if case .content(record, let tables) = fault { tables.contains(table) } else { false }
        }
        #expect(isNamed, "\(found)")
    }

    @Test("a run that is relied on is read, another one is not", arguments: ["runs", "run_lines", "run_entries"])
    func runs(table: String) throws {
        let made = try TestWorkspace.filled()
        let change = table == "runs" ? "data_digest = 'other'" : "amount = amount * 10"
        let whose = table == "runs" ? "id = 'first'" : "run = 1"
        try made.tamper { try $0.execute(sql: "UPDATE \(table) SET \(change) WHERE \(whose)") }
        let found = try faults(made, "first")
        #expect(found == [.content(record: 3, tables: ["runs", "run_lines", "run_entries", "run_notes"])])
        #expect(try faults(made, "second") == [])
    }

    @Test("an entry of the run that was slipped in under another record is found")
    func slippedIn() throws {
        let made = try TestWorkspace.filled()
        try made.tamper { database in
            try database.execute(
                sql: """
                    INSERT INTO run_entries SELECT 5, 24, run, period, person, matter, plan, component, origin_period,
                        adjustment, cause, from_account, to_account, amount FROM run_entries WHERE number = 1
                    """)
        }
        #expect(try faults(made, "first").contains(.strayRow(table: "run_entries", row: 5, record: 24)))
    }

    @Test("a step that no record bears out is found, whichever record it claims", arguments: [24, 25] as [Int64])
    func forgedStep(record: Int64) throws {
        let made = try TestWorkspace.filled()
        try made.tamper { database in
            try database.execute(
                sql: "INSERT INTO period_steps VALUES (3, ?, '2026-01', 'approve', 'orlova', 'first', '')",
                arguments: [record])
        }
        #expect(try !faults(made, "first").isEmpty)
    }

    @Test("a record that was changed with its rows breaks the chain")
    func changedRecord() throws {
        let made = try TestWorkspace.filled()
        try made.tamper { try $0.execute(sql: "UPDATE audit SET actor = 'orlova' WHERE number = 4") }
        #expect(try faults(made) == [.record(4)])
        #expect(throws: StorageFailure.notAsWritten(path: made.path, faults: [.record(4)])) {
            try made.workspace.read { try $0.checkRelied(runs: []) }
        }
    }

    @Test("imported rows are not read: what they were is told by the digest that a run names")
    func rows() throws {
        let made = try TestWorkspace.filled()
        try made.tamper { try $0.execute(sql: "UPDATE facts SET cells = 'other' WHERE number = 1") }
        #expect(try faults(made, "first", "second") == [])
        #expect(try !made.workspace.audit().isSound)
    }

    @Test("time that runs backwards is noted by the audit, and is no fault")
    func time() throws {
        let folder = TestWorkspace.newFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let times = Times(["2026-02-03T09:00:00Z", "2026-02-01T09:00:00Z", "2026-02-04T09:00:00Z"])
        let workspace = try Workspace.create(at: folder, clock: { times.next() })
        for text in ["one", "two", "three"] {
            try workspace.write(by: "anna") { try $0.dispute(period: "2026-01", person: "anna", text: text) }
        }
        let report = try workspace.audit()
        #expect(report.isSound)
        #expect(
            report.notes == [.earlier(record: 2, at: "2026-02-01T09:00:00Z", before: "2026-02-03T09:00:00Z")])
    }
}

/// Gives one time after the other.
private final class Times: Sendable {
    private let left: Protected

    init(_ times: [String]) { left = Protected(times) }

    func next() -> String { left.takeFirst() }

    private final class Protected: @unchecked Sendable {
        private let lock = NSLock()
        private var times: [String]

        init(_ times: [String]) { self.times = times }

        func takeFirst() -> String { lock.withLock { times.isEmpty ? "" : times.removeFirst() } }
    }
}
