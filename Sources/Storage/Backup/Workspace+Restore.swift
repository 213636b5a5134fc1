internal import Files
internal import Foundation
internal import GRDB

extension Workspace {
    /// Audits a backup and tells what it would undo in the place of a folder's database; nothing is changed.
    ///
    /// - Throws: ``StorageFailure/notABackup(path:)``, ``StorageFailure/badBackup(path:faults:)``.
    public static func restoration(of backup: String, to folder: String) throws(StorageFailure) -> Restoration {
        let path = try restoredPath(in: folder)
        let draft = try draft(of: backup, for: path)
        defer { removeDatabase(draft) }
        return try comparison(of: draft, named: backup, with: path)
    }

    /// Audits a backup and puts it in the place of a folder's database, which is kept beside it under another name. That it was
    /// restored, by whom and why, and which payments it undid, is the next record of the chain.
    ///
    /// Nobody may have the workspace open meanwhile. A link in the place of the database is followed.
    ///
    /// - Parameters:
    ///   - seen: What ``restoration(of:to:)`` has told; when something was recorded since, nothing is done.
    ///   - clock: The time as ISO 8601 text in UTC.
    /// - Returns: the path under which the database that was there is kept, or `nil` when there was none.
    /// - Throws: ``StorageFailure/badBackup(path:faults:)``, ``StorageFailure/goesOn(path:)``, and nothing was changed.
    @discardableResult
    public static func restore(
        from backup: String, to folder: String, seen: Restoration, by actor: String, reason: String,
        clock: @escaping @Sendable () -> String
    ) throws(StorageFailure) -> String? {
        let path = try restoredPath(in: folder)
        try mapping(path) { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        let draft = try draft(of: backup, for: path)
        defer { removeDatabase(draft) }
        let found = try comparison(of: draft, named: backup, with: path)
        guard found == seen else { throw .goesOn(path: path) }
        let kept = FileManager.default.fileExists(atPath: path) ? try freeName(for: path) : nil
        try note(found, in: draft, keptAs: kept, by: actor, reason: reason, clock)
        try syncFile(draft)
        try keepPresent(path, as: kept)
        guard rename(draft, path) == 0 else { throw StorageFailure(errno: errno, path: path) }
        try syncFile(PathParts(path).folder)
        return kept
    }

    // MARK: The copy

    /// Where the database of a folder lies or will lie: where a link in its place leads.
    private static func restoredPath(in folder: String) throws(StorageFailure) -> String {
        let path = databasePath(in: folder)
        guard isLink(path) else { return path }
        guard let target = realpath(path, nil) else { throw .leadsNowhere(path: path) }
        defer { free(target) }
        return String(cString: target)
    }

    /// A copy of a backup beside the database, which only its owner may read.
    private static func draft(of backup: String, for path: String) throws(StorageFailure) -> String {
        guard FileManager.default.fileExists(atPath: backup) else {
            throw StorageFailure(errno: ENOENT, path: backup)
        }
        guard isDatabase(backup) else { throw .notABackup(path: backup) }
        // A folder that is not there yet is made only when the backup is known to be sound.
        let folder = PathParts(path).folder
        let place = FileManager.default.fileExists(atPath: folder) ? path : NSTemporaryDirectory() + fileName
        let draft = "\(place).new-\(UUID().uuidString)"
        try makePrivateFile(draft, named: place)
        try mapping(place) {
            let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: backup))
            defer { try? source.close() }
            let copy = try FileHandle(forWritingTo: URL(fileURLWithPath: draft))
            defer { try? copy.close() }
            while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty { try copy.write(contentsOf: piece) }
        }
        return draft
    }

    /// Whether a file begins as every SQLite database does.
    private static func isDatabase(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return true }
        defer { try? file.close() }
        let start = (try? file.read(upToCount: 16)) ?? nil
        return start == Data("SQLite format 3\0".utf8)
    }

    /// What is put in place is what was audited, even if the backup is changed meanwhile.
    private static func comparison(
        of draft: String, named backup: String, with path: String
    ) throws(StorageFailure) -> Restoration {
        try auditCopy(draft, named: backup)
        do {
            let copy = try openReadOnly(file: draft)
            defer { try? copy.close() }
            var found = try copy.read { try Restoration(to: $0) }
            guard FileManager.default.fileExists(atPath: path) else { return found }
            do {
                let present = try openReadOnly(file: path)
                defer { try? present.close() }
                try present.read { now in try copy.read { then in try found.compare(now, with: then) } }
            } catch {
                // A damaged database is a reason to restore, so what can be told of it is told.
                found.isPresentReadable = false
            }
            return found
        } catch {
            throw StorageFailure(error, path: backup).naming(backup)
        }
    }

    private static func note(
        _ restoration: Restoration, in draft: String, keptAs kept: String?, by actor: String, reason: String,
        _ clock: @escaping @Sendable () -> String
    ) throws(StorageFailure) {
        try mapping(draft) {
            let workspace = try open(file: draft, .current, clock: clock)
            try workspace.write(by: actor) { try $0.note(restoration, keptAs: kept, reason: reason) }
            // One file is put in place, so everything must stand in it.
            try workspace.close()
        }
    }

    // MARK: What was there

    /// Gives the database that is there another name, with all it holds.
    private static func keepPresent(_ path: String, as kept: String?) throws(StorageFailure) {
        guard let kept else { return removeJournals(of: path) }
        // What stands in the log goes into the file where it can; a damaged file is kept with its log instead.
        try? DatabaseQueue(path: path).writeWithoutTransaction { database in
            _ = try database.checkpoint(.truncate)
        }
        guard link(path, kept) == 0 else { throw StorageFailure(errno: errno, path: kept) }
        for journal in journalSuffixes where FileManager.default.fileExists(atPath: path + journal) {
            guard rename(path + journal, kept + journal) == 0 else { throw StorageFailure(errno: errno, path: path) }
        }
    }

    private static func freeName(for path: String) throws(StorageFailure) -> String {
        var number = 1
        while FileManager.default.fileExists(atPath: "\(path).before-restore-\(number)") { number += 1 }
        return "\(path).before-restore-\(number)"
    }
}
