internal import Credentials
internal import GRDB
public import Storage

/// What the server remembers from one request to another and from one start to the next, and may forget: keys of requests that were
/// sent, work that goes on, where webhooks stand.
///
/// It is a database of its own: in that of the records an import of a million rows, which is one transaction, would hold all of this up.
/// Nothing in it is pay; without it the records are whole.
public struct ServerStore: Sendable {
    /// The name of the file in the company folder.
    public static let fileName = "stimul-web.sqlite"

    let database: ErasableDatabase
    let randomness: Randomness

    /// Marks the file: "STWB".
    private static let applicationID: Int32 = 0x5354_5742

    /// The versions of its tables. Each subject adds its own; once released a version stays as it is and another one follows it.
    static let versions = [keyTables, jobTables, webhookTables]

    /// Opens the file, or makes it. What was going on when a server last had it was cut off, and is noted so.
    ///
    /// - Parameter path: The file; its folder must be there, and no other server has it.
    public init(at path: String) throws(StorageFailure) {
        database = try ErasableDatabase(at: path, applicationID: Self.applicationID, versions: Self.versions)
        randomness = .system
        try noteInterruption()
    }

    private func noteInterruption() throws(StorageFailure) {
        try database.write { database in
            try database.execute(sql: "UPDATE idempotency_keys SET state = 'interrupted' WHERE state = 'running'")
            try database.execute(sql: "UPDATE jobs SET state = 'interrupted' WHERE state = 'working'")
        }
    }

    /// Removes what has run out.
    func tidy(_ now: Instant) throws(StorageFailure) {
        try database.write { database in
            try database.execute(
                sql: "DELETE FROM idempotency_keys WHERE at <= ?",
                arguments: [now.adding(-IdempotencyKey.validity).seconds])
            try database.execute(
                sql: "DELETE FROM form_keys WHERE at <= ?", arguments: [now.adding(-FormKey.validity).seconds])
            try database.execute(sql: "DELETE FROM jobs WHERE at <= ?", arguments: [now.adding(-Job.validity).seconds])
        }
    }
}
