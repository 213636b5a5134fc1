import Foundation
import GRDB
import Testing

@testable import Storage

/// What somebody does to the file behind Stimul's back is found.
struct TamperingTests {
    private static let tables = Schema.current.all.map(\.name)
    private static let covered = Schema.current.covered.map(\.name)

    @Test("the workspace these tests change is sound, and has two rows or more in every table")
    func sound() throws {
        let report = try TestWorkspace.filled().workspace.audit()
        #expect(report.faults == [])
        #expect(report.records == TestWorkspace.filledRecords)
        #expect(report.rows.count == Self.covered.count)
        let least = report.rows.values.min()
        #expect(least == 2)
    }

    @Test("no table can be changed, and none deleted from", arguments: tables)
    func appendOnly(table: String) throws {
        let made = try TestWorkspace.filled()
        let queue = try DatabaseQueue(path: made.path)
        let column = Schema.current.all.first { $0.name == table }?.columns.last ?? ""
        let columns = Schema.current.all.first { $0.name == table }?.columnList ?? ""
        for sql in [
            "UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)",
            "DELETE FROM \(table) WHERE number = 1",
            "INSERT OR REPLACE INTO \(table) (\(columns)) SELECT \(columns) FROM \(table) WHERE number = 1",
        ] {
            let error = #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
            #expect(error?.message == "\(table) is append-only", "\(sql)")
        }
        #expect(try made.workspace.audit().isSound)
    }

    @Test("a changed row is named by its record", arguments: covered)
    func changed(table: String) throws {
        let made = try TestWorkspace.filled()
        var record: Int64 = 0
        try made.tamper { database in
            let column = try Self.textColumn(of: table, database)
            record = try Int64.fetchOne(database, sql: "SELECT record FROM \(table) WHERE number = 2") ?? 0
            try database.execute(
                sql: "UPDATE \(table) SET \(column.name) = \(column.change) WHERE number = 2")
        }
        #expect(try made.workspace.audit().faults.contains { Self.isContent($0, record, table) })
    }

    @Test("a deleted row is named by its record and by the gap", arguments: covered)
    func deleted(table: String) throws {
        let made = try TestWorkspace.filled()
        var record: Int64 = 0
        try made.tamper { database in
            record = try Int64.fetchOne(database, sql: "SELECT record FROM \(table) WHERE number = 1") ?? 0
            try database.execute(sql: "DELETE FROM \(table) WHERE number = 1")
        }
        let faults = try made.workspace.audit().faults
        #expect(faults.contains(.numbering(table: table, expected: 1, found: 2)))
        #expect(faults.contains { if case .content(record, _) = $0 { true } else { false } })
    }

    @Test("an inserted row is named, whichever record it claims", arguments: covered, [1, 24, 25] as [Int64])
    func inserted(table: String, record: Int64) throws {
        let made = try TestWorkspace.filled()
        let columns = Schema.current.covered.first { $0.name == table }?.columns ?? []
        var number: Int64 = 0
        try made.tamper { database in
            number = (try Int64.fetchOne(database, sql: "SELECT max(number) FROM \(table)") ?? 0) + 1
            // Uniqueness is the schema's own guard: the copy gets texts and keys of its own.
            let values = columns.map { Self.copied($0, number: number, record: record, table) }
            try database.execute(
                sql: "INSERT INTO \(table) SELECT \(values.joined(separator: ", ")) FROM \(table) WHERE number = 1")
        }
        let faults = try made.workspace.audit().faults
        let stray = faults.contains(.strayRow(table: table, row: number, record: record))
        let content = faults.contains { Self.isContent($0, record, table) }
        #expect(stray || content, "\(faults)")
    }

    @Test(
        "a changed audit record is named",
        arguments: ["at", "actor", "action", "detail", "content", "previous", "digest"])
    func changedRecord(column: String) throws {
        let made = try TestWorkspace.filled()
        let value = ["content", "previous", "digest"].contains(column) ? "zeroblob(32)" : "\(column) || 'x'"
        try made.tamper { try $0.execute(sql: "UPDATE audit SET \(column) = \(value) WHERE number = 5") }
        #expect(try made.workspace.audit().faults.contains(.record(5)))
    }

    @Test("a record made to fit itself again breaks the link to the next")
    func rewrittenRecord() throws {
        let made = try TestWorkspace.filled()
        try made.tamper { database in
            let row = try #require(try Row.fetchOne(database, sql: "SELECT * FROM audit WHERE number = 5"))
            let forged = AuditRecord(
                number: 5, at: row["at"], actor: "petrov", action: row["action"], detail: row["detail"],
                content: Array(row["content"] as Data), previous: Array(row["previous"] as Data))
            try database.execute(
                sql: "UPDATE audit SET actor = 'petrov', digest = ? WHERE number = 5", arguments: [Data(forged.digest)])
        }
        #expect(try made.workspace.audit().faults == [.link(record: 6)])
    }

    @Test("a cut-off tail is found when the head was noted elsewhere, and only then")
    func cutTail() throws {
        let made = try TestWorkspace.filled()
        let head = try made.workspace.audit().head
        try made.tamper { database in
            try database.execute(
                sql: "DELETE FROM objects WHERE record = 26; DELETE FROM audit WHERE number = 26")
        }
        #expect(try made.workspace.audit().faults == [])
        #expect(try made.workspace.audit(expectedHead: head).faults == [.head(expected: head)])
    }

    @Test("a head noted earlier is still found when the chain has gone on, and reads back as it was printed")
    func earlierHead() throws {
        let made = try TestWorkspace.filled()
        let head = try made.workspace.read { try $0.auditHead() }
        try made.workspace.write(by: "belov") { try $0.importTables([.sales(("s9", "beta", "7"))]) }
        #expect(AuditHead("\(head)") == head)
        #expect(try made.workspace.audit(expectedHead: head).isSound)
        #expect(AuditHead("18:abc") == nil)
    }

    @Test("a dropped trigger and a foreign table are named")
    func schema() throws {
        let made = try TestWorkspace.filled()
        let queue = try DatabaseQueue(path: made.path)
        try queue.write { database in
            try database.execute(sql: "DROP TRIGGER entries_is_never_changed; CREATE TABLE extra (x)")
        }
        #expect(
            try made.workspace.audit().faults == [.schema(name: "entries_is_never_changed"), .schema(name: "extra")])
    }

    @Test("a text behind a zero byte does not hide from the audit")
    func zeroByte() throws {
        let made = try TestWorkspace.filled()
        try made.tamper { database in
            try database.execute(
                sql: "UPDATE facts SET key = CAST(CAST('s1' AS BLOB) || x'0061' AS TEXT) WHERE number = 2")
        }
        #expect(try made.workspace.audit().faults.contains { Self.isContent($0, 13, "facts") })
    }

    private static func isContent(_ fault: AuditFault, _ record: Int64, _ table: String) -> Bool {
        if case .content(record, let tables) = fault { tables.contains(table) } else { false }
    }

    /// A column that can be changed without breaking a rule of the schema, and to what.
    private static func textColumn(of table: String, _ database: Database) throws -> (name: String, change: String) {
        let columns = try Row.fetchAll(
            database, sql: "SELECT name, type FROM pragma_table_info(?) WHERE cid > 1 ORDER BY cid DESC",
            arguments: [table])
        if let text = columns.first(where: { $0["type"] == "TEXT" }) {
            return (text["name"], "\(text["name"] as String) || 'x'")
        }
        return (try #require(columns.first)["name"], "x'00'")
    }

    private static func copied(_ column: String, number: Int64, record: Int64, _ table: String) -> String {
        switch column {
        case "number": "\(number)"
        case "record": "\(record)"
        case "names", "digest", "id", "kind", "key", "path": "\(column) || 'x'"
        case "adjustment" where table == "adjustment_decisions": "77"
        case "dispute", "withdrawal", "head": "77"
        default: column
        }
    }
}
