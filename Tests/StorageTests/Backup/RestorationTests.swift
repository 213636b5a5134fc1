import Foundation
import GRDB
import Ledger
import Testing

@testable import Storage

/// A restore says what it undoes, records that it happened, and follows links.
struct RestorationTests {
    private let award = Obligation(person: "petrov", .pay)

    /// Pays Petrov, after a period was approved by one.
    private func pay(_ made: TestWorkspace, _ period: String, _ amount: Int64) throws {
        try made.workspace.write(by: "belov") { writing in
            let entry = LedgerEntry(period: period, award, .payment, from: .payable, to: .paid, amount: amount)
            try writing.post([entry], run: "first")
        }
    }

    private func restore(_ backup: String, _ made: TestWorkspace) throws -> String? {
        try Workspace.restore(
            from: backup, to: made.folder, seen: try Workspace.restoration(of: backup, to: made.folder), by: "orlova",
            reason: "disk failure", clock: TestWorkspace.clock)
    }

    @Test("nothing is undone by the backup of just now")
    func nothing() throws {
        let made = try TestWorkspace.filled()
        let backup = "\(made.folder)/copy.sqlite"
        try made.workspace.backup(to: backup)
        let found = try Workspace.restoration(of: backup, to: made.folder)
        #expect(!found.undoes)
        #expect(found.present == found.backup)
        #expect(found.payments == [])
    }

    @Test("records, approvals and payments after the backup are told, and stand in the record of the restore")
    func undone() throws {
        let made = try TestWorkspace.filled()
        let backup = "\(made.folder)/copy.sqlite"
        let head = try made.workspace.backup(to: backup).head
        try made.workspace.write(by: "belov") { writing in
            try writing.append(PeriodStep(.review, by: "belov", run: "first"), period: "2026-01")
            try writing.append(PeriodStep(.approve, by: "belov", run: "first"), period: "2026-01")
        }
        try pay(made, "2026-01", 10_000)
        try pay(made, "2026-01", 5_000)
        let left = try made.workspace.read { try $0.auditHead() }
        try made.workspace.close()

        let found = try Workspace.restoration(of: backup, to: made.folder)
        // Two steps and two payments: four records; 100.00 + 50.00 = 150.00 paid.
        #expect(found.undone == 4)
        #expect(found.common == head.number)
        #expect(found.payments.contains(UndonePayment(period: "2026-01", person: "petrov", amount: 15_000)))
        #expect(
            found.approvals == [
                Restoration.Approval(period: "2026-01", actor: "belov", at: "2026-02-03T09:00:00Z")
            ])

        let kept = try #require(try restore(backup, made))
        let opened = try made.another()
        let restore = try #require(try opened.read { try $0.restores() }.last)
        #expect(restore.left == left)
        #expect(restore.backup == head)
        #expect(kept.hasSuffix(restore.keptAs))
        #expect(restore.actor == "orlova")
        #expect(restore.reason == "disk failure")
        #expect(try opened.audit(expectedHead: head).isSound)
        #expect(try opened.read { try $0.auditHead() }.number == head.number + 1)
        // 450.00 that an earlier restore undid, and these 150.00.
        #expect(
            try opened.read { try $0.undonePayments() }.first
                == UndonePayment(period: "2026-01", person: "petrov", amount: 60_000))
    }

    @Test("payments that one restore undid are not forgotten by the next")
    func twice() throws {
        let made = try TestWorkspace.filled()
        let backup = "\(made.folder)/copy.sqlite"
        try made.workspace.backup(to: backup)
        try pay(made, "2026-03", 10_000)
        try made.workspace.close()
        _ = try restore(backup, made)
        _ = try restore(backup, made)
        let payments = try made.another().read { try $0.undonePayments() }
        #expect(payments.contains(UndonePayment(period: "2026-03", person: "petrov", amount: 10_000)))
    }

    @Test("what is recorded between looking and restoring stops the restore")
    func goesOn() throws {
        let made = try TestWorkspace.filled()
        let backup = "\(made.folder)/copy.sqlite"
        try made.workspace.backup(to: backup)
        let seen = try Workspace.restoration(of: backup, to: made.folder)
        try pay(made, "2026-01", 10_000)
        #expect(throws: StorageFailure.goesOn(path: made.path)) {
            try Workspace.restore(
                from: backup, to: made.folder, seen: seen, by: "orlova", reason: "test", clock: TestWorkspace.clock)
        }
        #expect(!FileManager.default.fileExists(atPath: "\(made.path).before-restore-1"))
    }

    @Test("a damaged database is replaced; that nothing can be told of it counts as something undone")
    func damaged() throws {
        let made = try TestWorkspace.filled()
        let backup = "\(made.folder)/copy.sqlite"
        try made.workspace.backup(to: backup)
        try made.workspace.close()
        try Data("no database".utf8).write(to: URL(fileURLWithPath: made.path))
        let found = try Workspace.restoration(of: backup, to: made.folder)
        #expect(found.undoes)
        #expect(!found.isPresentReadable)
        _ = try restore(backup, made)
        #expect(try made.another().audit().isSound)
        #expect(try made.another().read { try $0.restores() }.last?.left == nil)
    }

    @Test("a backup of an earlier version is brought up as it is restored")
    func earlierVersion() throws {
        let old = try TestWorkspace.filled(Schema([.first]))
        let backup = "\(old.folder)/copy.sqlite"
        try old.workspace.backup(to: backup)
        let made = try TestWorkspace()
        try made.workspace.close()
        _ = try restore(backup, made)
        let opened = try made.another()
        #expect(try opened.audit().isSound)
        #expect(try opened.read { try $0.restores() }.count == 1)
    }

    @Test("a database that is a link is replaced where the link leads, and the link stays")
    func link() throws {
        let made = try TestWorkspace.filled()
        let backup = "\(made.folder)/copy.sqlite"
        try made.workspace.backup(to: backup)
        try made.workspace.close()
        let real = "\(made.folder)/elsewhere"
        try FileManager.default.createDirectory(atPath: real, withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: made.path, toPath: "\(real)/books.sqlite")
        try FileManager.default.createSymbolicLink(atPath: made.path, withDestinationPath: "\(real)/books.sqlite")
        let kept = try #require(try restore(backup, made))
        #expect(kept.hasSuffix("elsewhere/books.sqlite.before-restore-1"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: made.path) == "\(real)/books.sqlite")
        #expect(try made.another().audit().isSound)
    }

    @Test("a link that leads nowhere is called that")
    func danglingLink() throws {
        let folder = TestWorkspace.newFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/stimul.sqlite"
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "\(folder)/nothing")
        #expect(throws: StorageFailure.leadsNowhere(path: path)) {
            try Workspace.open(at: folder, clock: TestWorkspace.clock)
        }
        #expect(throws: StorageFailure.leadsNowhere(path: path)) {
            try Workspace.openOrCreate(at: folder, clock: TestWorkspace.clock)
        }
        let key = "\(folder)/stimul.key"
        try FileManager.default.createSymbolicLink(atPath: key, withDestinationPath: "\(folder)/nothing")
        #expect(throws: StorageFailure.leadsNowhere(path: key)) { try SigningKey.generate().save(to: key) }
    }

    @Test("database and backup are readable by their owner alone")
    func rights() throws {
        let made = try TestWorkspace.filled()
        let backup = "\(made.folder)/copy.sqlite"
        try made.workspace.backup(to: backup)
        for path in [made.path, made.path + "-wal", backup] {
            let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(rights == 0o600, "\(path)")
        }
    }
}
