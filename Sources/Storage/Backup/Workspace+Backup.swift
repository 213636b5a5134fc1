internal import Foundation
internal import GRDB

extension Workspace {
    /// Copies the workspace into a new file while others go on writing, and audits the copy.
    ///
    /// - Returns: the audit's report; its head is the end of the chain in the copy.
    /// - Throws: ``StorageFailure/alreadyThere(path:)``; ``StorageFailure/badBackup(path:faults:)``.
    @discardableResult
    public func backup(to target: String) throws(StorageFailure) -> AuditReport {
        guard !FileManager.default.fileExists(atPath: target) else { throw .alreadyThere(path: target) }
        let draft = "\(target).new-\(UUID().uuidString)"
        defer { Self.removeDatabase(draft) }
        try Self.mapping(target) {
            let queue = try DatabaseQueue(path: draft)
            try pool.backup(to: queue)
            // The copy says WAL in its header; a single file is easier to carry.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try queue.close()
        }
        let report = try Self.auditCopy(draft, named: target)
        try Self.syncFile(draft)
        guard link(draft, target) == 0 else { throw StorageFailure(errno: errno, path: target) }
        return report
    }

    /// Audits a backup and puts it in the place of a folder's database, which is kept beside it under another name.
    ///
    /// Nobody may have the workspace open meanwhile.
    ///
    /// - Returns: the path under which the database that was there is kept, or `nil` when there was none.
    /// - Throws: ``StorageFailure/badBackup(path:faults:)``, and nothing was changed.
    @discardableResult
    public static func restore(from backup: String, to folder: String) throws(StorageFailure) -> String? {
        guard FileManager.default.fileExists(atPath: backup) else {
            throw .inaccessible(path: backup, detail: String(cString: strerror(ENOENT)))
        }
        let path = databasePath(in: folder)
        let draft = "\(path).new-\(UUID().uuidString)"
        defer { removeDatabase(draft) }
        try mapping(path) {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: backup, toPath: draft)
        }
        // What is put in place is what was audited, even if the backup is changed meanwhile.
        try auditCopy(draft, named: backup)
        try syncFile(draft)
        let kept = try keepPresent(path)
        guard rename(draft, path) == 0 else { throw StorageFailure(errno: errno, path: path) }
        try syncFile(folder)
        return kept
    }

    /// Gives the database that is there another name, with all it holds.
    private static func keepPresent(_ path: String) throws(StorageFailure) -> String? {
        guard FileManager.default.fileExists(atPath: path) else {
            removeJournals(of: path)
            return nil
        }
        // What stands in the log goes into the file where it can; a damaged file is kept with its log instead.
        try? DatabaseQueue(path: path).writeWithoutTransaction { database in
            _ = try database.checkpoint(.truncate)
        }
        let kept = try freeName(for: path)
        guard link(path, kept) == 0 else { throw StorageFailure(errno: errno, path: kept) }
        for journal in journalSuffixes where FileManager.default.fileExists(atPath: path + journal) {
            guard rename(path + journal, kept + journal) == 0 else { throw StorageFailure(errno: errno, path: path) }
        }
        return kept
    }

    private static func freeName(for path: String) throws(StorageFailure) -> String {
        var number = 1
        while FileManager.default.fileExists(atPath: "\(path).before-restore-\(number)") { number += 1 }
        return "\(path).before-restore-\(number)"
    }

    @discardableResult
    private static func auditCopy(_ draft: String, named path: String) throws(StorageFailure) -> AuditReport {
        let report: AuditReport
        do {
            let copy = try openReadOnly(file: draft)
            report = try copy.audit()
            try copy.close()
        } catch {
            throw StorageFailure(error, path: path).naming(path)
        }
        guard report.isSound else { throw .badBackup(path: path, faults: report.faults) }
        return report
    }

    private static func syncFile(_ path: String) throws(StorageFailure) {
        let file = Glibc.open(path, O_RDONLY)
        guard file >= 0 else { throw StorageFailure(errno: errno, path: path) }
        defer { Glibc.close(file) }
        guard fsync(file) == 0 else { throw StorageFailure(errno: errno, path: path) }
    }

    private static let journalSuffixes = ["-wal", "-shm", "-journal"]

    private static func removeJournals(of path: String) {
        for journal in journalSuffixes { try? FileManager.default.removeItem(atPath: path + journal) }
    }

    private static func removeDatabase(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
        removeJournals(of: path)
    }
}
