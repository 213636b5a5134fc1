public import GRDB
internal import GRDBSQLite

/// A database of its own for what must be erasable: who signs in, facts about people, answers to surveys.
///
/// The workspace never forgets: its tables are append-only and stand under the audit chain. Here rows are changed and deleted, and
/// what is deleted is overwritten with zeros in the file; there is no log beside it in which old content would stay. No statement
/// can reach another database from here, so that nothing can be joined that is kept apart.
///
/// Only the owner of the file can read it. Whoever uses it knows its tables; this knows none of them.
public struct ErasableDatabase: Sendable {
    /// A version of the tables: what it adds to the one before it, as SQL; once released it stays as it is.
    public struct Version: Sendable {
        /// The name under which a database notes that it has it.
        public let name: String
        /// The statements that bring a database up from the version before.
        public let sql: String

        /// Names a version.
        public init(name: String, sql: String) {
            self.name = name
            self.sql = sql
        }
    }

    /// The file.
    public let path: String
    private let queue: DatabaseQueue

    /// Opens a database, or makes it when there is none, and brings its tables up to the last version.
    ///
    /// - Parameters:
    ///   - path: The file; its folder must be there.
    ///   - applicationID: What marks the file as one of this kind, so that no other is taken for it.
    ///   - versions: The versions that have led to the tables of now, the first one first.
    /// - Throws: ``StorageFailure/notAWorkspace(path:)`` when the file is a database of another kind,
    ///   ``StorageFailure/newerVersion(path:)`` when a later program wrote it, and what the system refuses.
    public init(at path: String, applicationID: Int32, versions: [Version]) throws(StorageFailure) {
        self.path = path
        queue = try Workspace.mapping(path) {
            // Of several who make one at once, all find the same.
            do { try Workspace.makePrivateFile(path, named: path) } catch StorageFailure.alreadyThere {}
            // Looked at before anything is set: another kind of database is left as it is.
            try Self.check(path, applicationID)
            let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
            var migrator = DatabaseMigrator()
            for version in versions {
                migrator.registerMigration(version.name) { try $0.execute(sql: version.sql) }
            }
            try queue.inDatabase { database in
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
                if try migrator.hasBeenSuperseded(database) { throw StorageFailure.newerVersion(path: path) }
            }
            try migrator.migrate(queue)
            return queue
        }
    }

    /// Reads.
    public func read<Result>(_ body: (Database) throws -> Result) throws(StorageFailure) -> Result {
        try Workspace.mapping(path) { try queue.read(body) }
    }

    /// Writes in one transaction: everything is there or nothing.
    public func write<Result>(_ body: (Database) throws -> Result) throws(StorageFailure) -> Result {
        try Workspace.mapping(path) { try queue.write(body) }
    }

    /// Closes the file; later reading and writing fails.
    public func close() throws(StorageFailure) {
        try Workspace.mapping(path) { try queue.close() }
    }

    /// Writes the file anew, with nothing in it but the rows that are there; asked for after an erasure.
    ///
    /// SQLite overwrites a row that is deleted, but not the copies of it that were left in the free space of pages when rows moved between
    /// them. All rows are copied, so this takes as long as the file is large, and nobody writes meanwhile.
    public func rewrite() throws(StorageFailure) {
        try Workspace.mapping(path) {
            try queue.writeWithoutTransaction { database in
                // VACUUM attaches the new file to the old one; here, and nowhere else, that is let through.
                _ = sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_ATTACHED, 1)
                defer { _ = sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0) }
                try database.execute(sql: "VACUUM")
            }
        }
    }

    /// Refuses a file that is neither empty nor of this kind. Nothing is set; but what a killed program left of a transaction is taken
    /// back, as whoever opens the file does, and for that the file is opened for writing.
    private static func check(_ path: String, _ applicationID: Int32) throws {
        let isOurs = try DatabaseQueue(path: path).inDatabase { database in
            let known = try Int32.fetchOne(database, sql: "PRAGMA application_id")
            let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
            return known == applicationID || known == 0 && isEmpty
        }
        guard isOurs else { throw StorageFailure.notAWorkspace(path: path) }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // What is deleted is overwritten, and the journal of a transaction is deleted with it.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA journal_mode = DELETE")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            // No ATTACH: nothing of another database is ever seen from here.
            _ = sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
        }
        return configuration
    }
}
