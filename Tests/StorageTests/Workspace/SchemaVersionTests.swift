import Company
import Foundation
import GRDB
import Testing

@testable import Storage

/// Databases of earlier versions come up to this one, and stay what they are.
struct SchemaVersionTests {
    /// The version that would follow on this one.
    private static let following = SchemaVersion(
        name: "77: notes",
        sql: """
            CREATE TABLE notes (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
            CREATE TRIGGER notes_are_never_changed BEFORE UPDATE ON notes
            BEGIN SELECT RAISE(ABORT, 'notes is append-only'); END;
            """,
        tables: [KeptTable("notes", ["note"])])
    private static let later = Schema(Schema.current.versions + [following])

    /// What each version made of a database when it was released, as a digest of its `sqlite_master`.
    ///
    /// A change of the frozen text would leave databases in use that the audit finds damaged.
    @Test(
        "the text of each version is what it was when it was released",
        arguments: [
            (1, 65, "9e02c7666feca2ac134e4b630f2245829dccce3c6f9b3ed1009138d039092c04"),
            (2, 82, "032a919661886d2d1da23a8273359c167a0250396e0faf0977bc5a3a10e6a385"),
            (3, 87, "c5623831d94827d2460cfacaeabaaf8fe18f592762b3112ce7bdea20d845d828"),
            (4, 91, "62881ca2fc11e5b1305d1ba9ac2e06d1b30ed38b0e1e90868b75b6721530683e"),
            (5, 95, "3aedaf33c2be74f1e191221d233b95ef2b8b2fe06dad717e896cff377119492b"),
        ])
    func frozen(version: Int, count: Int, expected: String) throws {
        let made = try TestWorkspace(Schema(Array(Schema.current.versions.prefix(version))))
        let objects = try made.workspace.pool.read { database in
            try String.fetchAll(
                database, sql: "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'grdb%' AND sql <> '' ORDER BY rowid")
        }
        #expect(objects.count == count)
        let digest = SHA256Digest.of(Array(objects.joined(separator: "\n").utf8)).hex
        #expect(digest == expected)
    }

    @Test("the tables that records cover are those of the database, column by column")
    func described() throws {
        let made = try TestWorkspace()
        try made.workspace.pool.read { database in
            let tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb%' ORDER BY name")
            #expect(tables == Schema.current.all.map(\.name).sorted())
            for table in Schema.current.all {
                let columns = try String.fetchAll(
                    database, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [table.name])
                #expect(columns == table.columns, "\(table.name)")
            }
        }
    }

    @Test(
        "a database of every released version comes up with its rows, sound",
        arguments: Schema.current.versions.indices)
    func broughtUp(last: Int) throws {
        let made = try TestWorkspace.filled(Schema(Array(Schema.current.versions[...last])))
        let before = try made.workspace.audit()
        #expect(before.faults == [])
        try made.workspace.close()

        let opened = try made.another()
        let after = try opened.audit()
        #expect(after.faults == [])
        #expect(after.head == before.head)
        for (table, count) in before.rows { #expect(after.rows[table] == count, "\(table)") }
        #expect(after.rows.count == Schema.current.covered.count)
        // And goes on: a row more is a record more.
        try opened.write(by: "belov") { try $0.dispute(period: "2026-01", person: "petrov", text: "once more") }
        let further = try opened.audit()
        #expect(further.faults == [])
        #expect(further.records == before.records + 1)
    }

    @Test("an old database that is only read is audited as what it is", arguments: Schema.current.versions.indices)
    func readAsItIs(last: Int) throws {
        let made = try TestWorkspace.filled(Schema(Array(Schema.current.versions[...last])))
        try made.workspace.close()
        let report = try Workspace.openReadOnly(at: made.folder).audit()
        #expect(report.faults == [])
    }

    @Test("a backup of every released version is audited as what it is", arguments: Schema.current.versions.indices)
    func backup(last: Int) throws {
        let made = try TestWorkspace.filled(Schema(Array(Schema.current.versions[...last])))
        let target = made.folder + "/copy.sqlite"
        #expect(try made.workspace.backup(to: target).faults == [])
    }

    @Test("a further version adds a table without a change of the first; this program then refuses the database")
    func further() throws {
        let made = try TestWorkspace.filled()
        let head = try made.workspace.read { try $0.auditHead() }
        try made.workspace.close()

        let opened = try made.another(Self.later)
        try opened.write(by: "belov") { writing in
            try writing.recorded("note") { () throws(StorageFailure) in
                try writing.append(to: "notes", [.text("begun")])
                return ((), detail: [:])
            }
        }
        let report = try opened.audit(expectedHead: head)
        #expect(report.faults == [])
        #expect(report.rows["notes"] == 1)
        try opened.close()
        #expect(throws: StorageFailure.newerVersion(path: made.path)) { try made.another() }
    }

    @Test("what is changed in a table of a further version is found like all else")
    func furtherTampered() throws {
        let made = try TestWorkspace.filled()
        try made.workspace.close()
        let opened = try made.another(Self.later)
        try opened.write(by: "belov") { writing in
            try writing.recorded("note") { () throws(StorageFailure) in
                try writing.append(to: "notes", [.text("begun")])
                return ((), detail: [:])
            }
        }
        let record = try opened.read { try $0.auditHead() }.number
        try made.tamper { try $0.execute(sql: "UPDATE notes SET note = 'ended'") }
        #expect(try opened.audit().faults == [.content(record: record, tables: ["notes"])])
    }
}
