internal import GRDB

/// A version of the database: what it adds to the one before it.
///
/// Its text is SQL and speaks of no type of the program, so that the program may change and old databases still come to be what
/// they are. Once released it stays as it is to the character: the audit compares every database with it.
struct SchemaVersion: Sendable {
    /// The name under which a database notes that it has it.
    let name: String
    /// The statements that bring a database up from the version before.
    let sql: String
    /// The tables that it adds, in the order in which a record covers them.
    let tables: [KeptTable]
}

/// The tables of the database and how they come to be.
///
/// What a version has made stays as it is: later versions add tables, because the digests of old records cover the columns
/// that were there.
struct Schema: Sendable {
    /// The versions that have led to it, the first one first.
    let versions: [SchemaVersion]
    /// Every table but the audit, in the order in which a record covers them: those of a later version come after the others,
    /// so that records of an earlier one keep their digests.
    let covered: [KeptTable]

    init(_ versions: [SchemaVersion]) {
        self.versions = versions
        covered = versions.flatMap(\.tables)
    }

    /// What this program writes.
    static let current = Schema([.first, .second, .runNotes, .rowStates, .objects])

    /// Marks the file as a workspace of Stimul: "Stim" in ASCII.
    static let applicationID: Int64 = 0x5374_696D

    /// The audit chain.
    static let audit = KeptTable(
        chain: "audit", ["at", "actor", "action", "detail", "content", "previous", "digest"])

    /// Whether there is a table: those that came later are not in a database of before.
    func holds(_ table: String) -> Bool { covered.contains { $0.name == table } }

    /// All tables.
    var all: [KeptTable] { [Self.audit] + covered }

    /// The way from any earlier version to this one; it never erases.
    var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for version in versions {
            migrator.registerMigration(version.name) { database in try database.execute(sql: version.sql) }
        }
        return migrator
    }

    /// The part of it that a database has which was not brought up to it.
    func reached(by database: Database) throws -> Schema {
        let names = try migrator.appliedIdentifiers(database)
        return Schema(versions.filter { names.contains($0.name) })
    }
}
