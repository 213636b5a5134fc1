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
        try Self.makePrivateFile(draft, named: target)
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

    @discardableResult
    static func auditCopy(_ draft: String, named path: String) throws(StorageFailure) -> AuditReport {
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

    static func syncFile(_ path: String) throws(StorageFailure) {
        let file = Glibc.open(path, O_RDONLY)
        guard file >= 0 else { throw StorageFailure(errno: errno, path: path) }
        defer { Glibc.close(file) }
        guard fsync(file) == 0 else { throw StorageFailure(errno: errno, path: path) }
    }

    /// Makes an empty file that only its owner may read: SQLite gives its log the same rights.
    ///
    /// - Parameter name: The file by which people know it.
    static func makePrivateFile(_ path: String, named name: String) throws(StorageFailure) {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StorageFailure(errno: errno, path: name) }
        Glibc.close(file)
    }

    static let journalSuffixes = ["-wal", "-shm", "-journal"]

    static func removeJournals(of path: String) {
        for journal in journalSuffixes { try? FileManager.default.removeItem(atPath: path + journal) }
    }

    static func removeDatabase(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
        removeJournals(of: path)
    }
}
