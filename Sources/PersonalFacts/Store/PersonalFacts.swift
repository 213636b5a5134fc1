public import Credentials
internal import Foundation
internal import GRDB
public import Storage

/// What is known of people at clients beyond their work, in a database of its own that forgets.
///
/// The audit chain keeps of each note who wrote it, of whom, for what and when, and HMAC-SHA-256 of its text under a key of its own
/// (``TextCommitment``). Text and key lie here and are erased together, so the chain stays whole and says nothing. Nothing below this
/// room knows of it: no formula, table, export or statement can name what lies here.
///
/// Whatever the chain knows to be erased is erased when the file is opened, before anything is read: a copy of it from earlier brings
/// nothing back.
public struct PersonalFacts: Sendable {
    let database: ErasableDatabase
    let workspace: Workspace
    let randomness: Randomness

    /// Opens the personal facts of a company folder, or makes their database.
    ///
    /// - Parameter actor: In whose name the chain notes what has to be erased at once.
    public init(
        in folder: String, workspace: Workspace, randomness: Randomness = .system, openedBy actor: String
    ) throws {
        let path = Self.path(in: folder)
        let above = (path as NSString).deletingLastPathComponent
        do { try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true) } catch {
            throw StorageFailure(error, path: above)
        }
        self.workspace = workspace
        self.randomness = randomness
        database = try Self.open(path)
        try reconcile(by: actor)
    }

    /// Opens a file that nobody reads from before it was compared with the chain.
    static func open(_ path: String) throws(StorageFailure) -> ErasableDatabase {
        try ErasableDatabase(
            at: path, applicationID: PersonalSchema.applicationID, versions: PersonalSchema.versions)
    }

    /// The file in a company folder.
    public static func path(in folder: String) -> String {
        (folder as NSString).appendingPathComponent(".stimul/personal.sqlite")
    }

    /// Whether a company folder has personal facts.
    public static func exist(in folder: String) -> Bool {
        FileManager.default.fileExists(atPath: path(in: folder))
    }

    // MARK: With the chain

    /// Everything stands in both, or in neither: the chain is written last inside the transaction of this database.
    ///
    /// Whoever refuses does so before anything is written, so that what is thrown is a refusal and no failure of a database.
    func write(
        by actor: String, _ body: (Database) throws -> Void, recording: (WriteTransaction) throws -> Void
    ) throws {
        try database.write { database in
            try body(database)
            try workspace.write(by: actor, recording)
        }
    }

    /// Erases here what the chain knows to be erased, and has the chain know what was erased here.
    private func reconcile(by actor: String) throws {
        let (erasedThere, withdrawn) = try workspace.read { (try Self.erased(in: $0), try Withdrawal.all(in: $0)) }
        let (kept, erasedHere) = try database.read { database in
            (
                Set(try String.fetchAll(database, sql: "SELECT key FROM notes UNION ALL SELECT key FROM consents")),
                Set(try String.fetchAll(database, sql: "SELECT key FROM erased"))
            )
        }
        let back = kept.intersection(erasedThere.union(erasedHere))
        let unknown = erasedThere.subtracting(erasedHere)
        if !back.isEmpty || !unknown.isEmpty {
            try database.write { try Self.erase(back.union(unknown), in: $0) }
            if !back.isEmpty { try database.rewrite() }
        }
        let missing = withdrawn.subtracting(try database.read { try Withdrawal.all(in: $0) })
        if !missing.isEmpty { try database.write { writing in for one in missing { try one.keep(in: writing) } } }
        let alive = try workspace.read { reading in
            try PersonalRecord.Kind.erasable.flatMap { kind in
                try reading.objects(room: PersonalRecord.room, kind: kind.rawValue)
            }
        }.filter { erasedHere.contains($0.name.key) }
        guard !alive.isEmpty else { return }
        try workspace.write(by: actor) { writing in
            for object in alive {
                try writing.take(
                    "erased", with: object.name, content: nil, reason: ErasureReason.restored.rawValue,
                    after: object.version)
            }
        }
    }

    /// The keys of what a chain knows to be erased.
    static func erased(in reading: ReadTransaction) throws -> Set<String> {
        var last: [ObjectName: Bool] = [:]
        for step in try reading.steps(room: PersonalRecord.room, after: 0)
        where PersonalRecord.Kind.erasable.contains(where: { $0.rawValue == step.name.kind }) {
            last[step.name] = step.content == nil
        }
        return Set(last.filter(\.value).map(\.key.key))
    }

    /// Takes rows away, and notes that they may not come back.
    static func erase(_ keys: Set<String>, in database: Database) throws {
        for key in keys.sorted() {
            try database.execute(sql: "DELETE FROM notes WHERE key = ?", arguments: [key])
            try database.execute(sql: "DELETE FROM consents WHERE key = ?", arguments: [key])
            try database.execute(sql: "INSERT OR IGNORE INTO erased VALUES (?)", arguments: [key])
        }
    }
}
