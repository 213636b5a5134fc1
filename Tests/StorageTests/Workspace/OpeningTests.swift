import Foundation
import GRDB
import Messages
import Testing

@testable import Storage

/// Making and opening a workspace: what is promised, and what is refused.
struct OpeningTests {
    @Test("the database lies in the folder, in WAL mode, synchronous, with foreign keys")
    func settings() throws {
        let made = try TestWorkspace()
        #expect(made.path == "\(made.folder)/stimul.sqlite")
        let settings = try made.workspace.pool.writeWithoutTransaction { database in
            try ["journal_mode", "synchronous", "foreign_keys", "busy_timeout"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        // 2 is FULL.
        #expect(settings == ["wal", "2", "1", "30000"])
    }

    @Test("a folder without a database is no workspace, and gets none by being opened")
    func missing() throws {
        let folder = TestWorkspace.newFolder()
        #expect(throws: StorageFailure.noWorkspace(folder: folder)) {
            try Workspace.open(at: folder, clock: TestWorkspace.clock)
        }
        #expect(throws: StorageFailure.noWorkspace(folder: folder)) { try Workspace.openReadOnly(at: folder) }
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("what is there is not made again, and keeps what it holds")
    func already() throws {
        let made = try TestWorkspace.filled()
        #expect(throws: StorageFailure.alreadyThere(path: made.path)) {
            try Workspace.create(at: made.folder, clock: TestWorkspace.clock)
        }
        #expect(try made.workspace.read { try $0.ledgerHead } == 4)
        #expect(try FileManager.default.contentsOfDirectory(atPath: made.folder).filter { $0.contains(".new-") } == [])
    }

    @Test("a database of a newer version is refused and stays as it is")
    func newer() throws {
        let made = try TestWorkspace()
        try made.tamper { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9: of tomorrow')") }
        #expect(throws: StorageFailure.newerVersion(path: made.path)) { try made.another() }
        #expect(throws: StorageFailure.newerVersion(path: made.path)) { try Workspace.openReadOnly(at: made.folder) }
    }

    @Test("another program's database is refused and stays as it is")
    func foreign() throws {
        let folder = TestWorkspace.newFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/stimul.sqlite"
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE notes (text)") }
        #expect(throws: StorageFailure.notAWorkspace(path: path)) {
            try Workspace.open(at: folder, clock: TestWorkspace.clock)
        }
        #expect(try queue.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") } == ["notes"])
    }

    @Test("a file that is no database is told from a workspace")
    func garbage() throws {
        let folder = TestWorkspace.newFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/stimul.sqlite"
        try Data(String(repeating: "not a database ", count: 500).utf8).write(to: URL(fileURLWithPath: path))
        let failure = #expect(throws: StorageFailure.self) {
            try Workspace.open(at: folder, clock: TestWorkspace.clock)
        }
        #expect(failure == .corrupted(path: path, detail: "file is not a database"))
    }

    @Test("opened for reading alone, it reads and refuses to write")
    func readOnly() throws {
        let made = try TestWorkspace.filled()
        let reading = try Workspace.openReadOnly(at: made.folder)
        #expect(try reading.read { try $0.ledgerHead } == 4)
        #expect(throws: StorageFailure.readOnly(path: made.path)) {
            try reading.write(by: "belov") { try $0.saveModel([]) }
        }
    }

    @Test("what is closed says so")
    func closed() throws {
        let made = try TestWorkspace()
        try made.workspace.close()
        #expect(throws: StorageFailure.self) { try made.workspace.read { try $0.ledgerHead } }
    }
}
