internal import Foundation
internal import GRDB

extension Workspace {
    /// Makes the database of a new workspace; the folder is made when it is not there.
    ///
    /// - Parameter clock: the time as ISO 8601 text in UTC.
    public static func create(
        at folder: String, clock: @escaping @Sendable () -> String
    ) throws(StorageFailure) -> Workspace {
        try create(at: folder, .current, clock: clock)
    }

    static func create(
        at folder: String, _ schema: Schema, clock: @escaping @Sendable () -> String
    ) throws(StorageFailure) -> Workspace {
        let path = databasePath(in: folder)
        guard !FileManager.default.fileExists(atPath: path) else { throw .alreadyThere(path: path) }
        // Made under another name first, so that a workspace is there whole or not at all.
        let draft = "\(path).new-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        try mapping(path) {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try makePrivateFile(draft, named: path)
            let queue = try DatabaseQueue(path: draft)
            try schema.migrator.migrate(queue)
            try queue.close()
        }
        guard link(draft, path) == 0 else { throw StorageFailure(errno: errno, path: path) }
        return try open(at: folder, schema, clock: clock)
    }

    /// Opens the workspace of a folder, bringing its tables up to this version.
    ///
    /// - Parameter clock: the time as ISO 8601 text in UTC.
    public static func open(
        at folder: String, clock: @escaping @Sendable () -> String
    ) throws(StorageFailure) -> Workspace {
        try open(at: folder, .current, clock: clock)
    }

    /// Opens the workspace of a folder, or makes it when there is none; of several who begin at once all get the same one.
    ///
    /// - Parameter clock: the time as ISO 8601 text in UTC.
    public static func openOrCreate(
        at folder: String, clock: @escaping @Sendable () -> String
    ) throws(StorageFailure) -> Workspace {
        if FileManager.default.fileExists(atPath: databasePath(in: folder)) {
            return try open(at: folder, clock: clock)
        }
        do { return try create(at: folder, clock: clock) } catch {
            guard case .alreadyThere = error else { throw error }
            return try open(at: folder, clock: clock)
        }
    }

    static func open(
        at folder: String, _ schema: Schema, clock: @escaping @Sendable () -> String
    ) throws(StorageFailure) -> Workspace {
        try open(file: try existingDatabase(in: folder), schema, clock: clock)
    }

    /// Opens a database file, bringing its tables up to a version.
    static func open(
        file path: String, _ schema: Schema, clock: @escaping @Sendable () -> String
    ) throws(StorageFailure) -> Workspace {
        try mapping(path) {
            let pool = try DatabasePool(path: path, configuration: configuration())
            _ = try reached(by: pool, schema, path)
            if try !pool.read(schema.migrator.hasCompletedMigrations) { try schema.migrator.migrate(pool) }
            // GRDB lowers this to NORMAL, which may lose the last transactions when the power fails.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return Workspace(path: path, pool: pool, schema, clock: clock)
        }
    }

    /// Opens the workspace of a folder for reading alone; writing is refused.
    public static func openReadOnly(at folder: String) throws(StorageFailure) -> Workspace {
        let path = try existingDatabase(in: folder)
        return try openReadOnly(file: path)
    }

    /// Opens a database file for reading alone; one of an earlier version is read as what it is.
    static func openReadOnly(file path: String, _ schema: Schema = .current) throws(StorageFailure) -> Workspace {
        try mapping(path) {
            var configuration = configuration()
            configuration.readonly = true
            let pool = try DatabasePool(path: path, configuration: configuration)
            let reached = try reached(by: pool, schema, path)
            return Workspace(path: path, pool: pool, reached, clock: { "" })
        }
    }

    /// Where the database of a workspace folder lies.
    static func databasePath(in folder: String) -> String { "\(folder)/\(fileName)" }

    static func existingDatabase(in folder: String) throws(StorageFailure) -> String {
        let path = databasePath(in: folder)
        guard FileManager.default.fileExists(atPath: path) else {
            throw isLink(path) ? .leadsNowhere(path: path) : .noWorkspace(folder: folder)
        }
        return path
    }

    /// Whether a path is that of a link, wherever that leads.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Runs work on a file, with every error as a failure.
    static func mapping<Result>(_ path: String, _ body: () throws -> Result) throws(StorageFailure) -> Result {
        do { return try body() } catch { throw StorageFailure(error, path: path) }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { database in
            // Without it, INSERT OR REPLACE removes a row and no trigger is asked.
            try database.execute(sql: "PRAGMA recursive_triggers = ON")
            // In KiB; an import of keys in no order touches the whole index, which the default of 2 MB does not hold.
            try database.execute(sql: "PRAGMA cache_size = -65536")
        }
        return configuration
    }

    /// How far a database has come, which must be one of Stimul and of no later version.
    private static func reached(by pool: DatabasePool, _ schema: Schema, _ path: String) throws -> Schema {
        try pool.read { database in
            guard try Int64.fetchOne(database, sql: "PRAGMA application_id") == Schema.applicationID else {
                throw StorageFailure.notAWorkspace(path: path)
            }
            if try schema.migrator.hasBeenSuperseded(database) { throw StorageFailure.newerVersion(path: path) }
            return try schema.reached(by: database)
        }
    }
}
