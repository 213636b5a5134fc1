internal import Foundation
internal import GRDB
public import Storage

/// What was erased of a company's people, which no copy of earlier may bring back.
public struct Erasures: Sendable, Hashable {
    var keys: Set<String> = []
    var withdrawals: Set<Withdrawal> = []

    /// How many there are.
    public var count: Int { keys.count }
}

extension PersonalFacts {
    /// Where the copy of personal facts lies beside a backup.
    public static func copyPath(beside backup: String) -> String { backup + ".personal" }

    /// Copies what is there into a file beside a backup; what was erased is not in it, and that it was erased is.
    public func copy(beside backup: String) throws(StorageFailure) {
        try database.copy(to: Self.copyPath(beside: backup))
    }

    /// What a company folder knows to be erased, by its chain and by its personal facts; what cannot be read says nothing.
    public static func erased(in folder: String) -> Erasures {
        var erased = Erasures()
        if let workspace = try? Workspace.openReadOnly(at: folder) {
            defer { try? workspace.close() }
            erased.keys.formUnion((try? workspace.read { try Self.erased(in: $0) }) ?? [])
            erased.withdrawals.formUnion((try? workspace.read { try Withdrawal.all(in: $0) }) ?? [])
        }
        if exist(in: folder), let database = try? open(path(in: folder)) {
            let own = try? database.read { try String.fetchAll($0, sql: "SELECT key FROM erased") }
            erased.keys.formUnion(own ?? [])
            erased.withdrawals.formUnion((try? database.read { try Withdrawal.all(in: $0) }) ?? [])
        }
        return erased
    }

    /// Puts the copy beside a backup in the place of a folder's personal facts, without what was erased since.
    ///
    /// It is erased in the copy before that takes its place, so that nobody ever finds it there. Where the backup has no copy, what is
    /// there stays.
    ///
    /// - Returns: whether there was a copy.
    @discardableResult
    public static func restore(
        besideBackup backup: String, to folder: String, without erased: Erasures
    ) throws -> Bool {
        let (copy, path) = (copyPath(beside: backup), path(in: folder))
        guard FileManager.default.fileExists(atPath: copy) else { return false }
        let above = (path as NSString).deletingLastPathComponent
        do { try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true) } catch {
            throw StorageFailure(error, path: above)
        }
        let draft = "\(path).new-\(UUID().uuidString)"
        defer { ErasableDatabase.remove(draft) }
        try ErasableDatabase.copy(copy, to: draft)
        let database = try open(draft)
        try database.write { writing in
            try erase(erased.keys, in: writing)
            for withdrawal in erased.withdrawals { try withdrawal.keep(in: writing) }
        }
        try database.rewrite()
        try database.close()
        try ErasableDatabase.put(draft, inPlaceOf: path)
        return true
    }
}
