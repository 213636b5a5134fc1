import Foundation
import GRDB
import Testing

@testable import Storage

/// A backup is whole and audited; a restore loses nothing that was there.
struct BackupTests {
    /// Looks, then restores.
    private func restore(_ backup: String, to folder: String) throws -> String? {
        try Workspace.restore(
            from: backup, to: folder, seen: try Workspace.restoration(of: backup, to: folder), by: "belov",
            reason: "test", clock: TestWorkspace.clock)
    }

    @Test("a backup restored elsewhere holds the same rows under the same chain")
    func roundTrip() throws {
        let made = try TestWorkspace.filled()
        let target = "\(made.folder)/copy.sqlite"
        let report = try made.workspace.backup(to: target)
        #expect(try made.workspace.read { try $0.auditHead() } == report.head)
        let elsewhere = "\(made.folder)/elsewhere"
        #expect(try restore(target, to: elsewhere) == nil)
        let restored = try Workspace.open(at: elsewhere, clock: TestWorkspace.clock)
        #expect(try restored.read { try $0.tables() } == made.workspace.read { try $0.tables() })
        #expect(try restored.audit(expectedHead: report.head).isSound)
        try restored.write(by: "belov") { try $0.importTables([.sales(("s9", "beta", "7"))]) }
        let left = try FileManager.default.contentsOfDirectory(atPath: made.folder).filter { $0.contains(".new-") }
        #expect(left == [])
    }

    @Test("a backup made while others write is one state, and sound")
    func whileWriting() async throws {
        let made = try TestWorkspace.filled()
        let target = "\(made.folder)/copy.sqlite"
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 0..<40 {
                    try made.workspace.write(by: "belov") { try $0.importTables([.sales(("k\(number)", "alfa", "1"))]) }
                }
            }
            group.addTask { try made.workspace.backup(to: target) }
            try await group.waitForAll()
        }
        let copy = try Workspace.openReadOnly(file: target).audit()
        #expect(copy.isSound)
        #expect(copy.records == TestWorkspace.filledRecords + (copy.rows["facts"] ?? 0) - 2)
        #expect(try made.workspace.audit(expectedHead: copy.head).isSound)
    }

    @Test("a file that is there is not overwritten")
    func existing() throws {
        let made = try TestWorkspace()
        let target = "\(made.folder)/copy.sqlite"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: target))
        #expect(throws: StorageFailure.alreadyThere(path: target)) { try made.workspace.backup(to: target) }
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
    }

    @Test("a restore keeps what was there, each time under another name")
    func kept() throws {
        let made = try TestWorkspace.filled()
        let target = "\(made.folder)/copy.sqlite"
        try made.workspace.backup(to: target)
        try made.workspace.write(by: "belov") { try $0.importTables([.sales(("s9", "beta", "7"))]) }
        try made.workspace.close()
        #expect(try restore(target, to: made.folder) == "\(made.path).before-restore-1")
        #expect(try made.another().read { try $0.factHead } == 2)
        #expect(try restore(target, to: made.folder) == "\(made.path).before-restore-2")
        let before = try Workspace.openReadOnly(file: "\(made.path).before-restore-1")
        #expect(try before.read { try $0.factHead } == 3)
        #expect(try before.audit().isSound)
    }

    @Test("a bad backup is refused, and what was there stays")
    func bad() throws {
        let made = try TestWorkspace.filled()
        let other = try TestWorkspace.filled()
        try other.tamper { try $0.execute(sql: "UPDATE entries SET amount = 1 WHERE number = 1") }
        try other.workspace.close()
        let faults = [AuditFault.content(record: 5, tables: ["entries"])]
        #expect(throws: StorageFailure.badBackup(path: other.path, faults: faults)) {
            try restore(other.path, to: made.folder)
        }
        #expect(throws: StorageFailure.badBackup(path: "\(other.folder)/copy", faults: faults)) {
            try other.another().backup(to: "\(other.folder)/copy")
        }
        #expect(!FileManager.default.fileExists(atPath: "\(other.folder)/copy"))
        let garbage = "\(made.folder)/garbage"
        try Data(String(repeating: "no database ", count: 500).utf8).write(to: URL(fileURLWithPath: garbage))
        #expect(throws: StorageFailure.notABackup(path: garbage)) {
            try restore(garbage, to: made.folder)
        }
        #expect(try made.workspace.audit().isSound)
        #expect(!FileManager.default.fileExists(atPath: "\(made.path).before-restore-1"))
    }
}
