internal import Foundation
internal import GRDB
internal import Messages

/// A company's workspace: one SQLite database beside its text.
///
/// Everything is appended, nothing is changed or removed; a chain of digests covers every row. Several processes may have the
/// same workspace open.
///
///     let workspace = try Workspace.open(at: "alfa", clock: clock)
///     try workspace.write(by: "belov") { try $0.importTables(tables) }
///     let balances = try workspace.read { try $0.balances() }
public final class Workspace: Sendable {
    /// The name of the database file in the workspace folder.
    public static let fileName = "stimul.sqlite"

    /// The path of the database file.
    public let path: String
    let clock: @Sendable () -> String
    let pool: DatabasePool
    /// The tables that the database has.
    let schema: Schema

    init(path: String, pool: DatabasePool, _ schema: Schema, clock: @escaping @Sendable () -> String) {
        self.path = path
        self.schema = schema
        self.pool = pool
        self.clock = clock
    }

    /// Reads one state of the workspace, whatever others write meanwhile. What the body is given is good only inside it.
    ///
    /// - Throws: ``StorageFailure``, or what the body throws.
    public func read<Result>(_ body: (ReadTransaction) throws -> Result) throws -> Result {
        try withFailures {
            try pool.read { database in try body(ReadTransaction(Connection(database, path: path, schema))) }
        }
    }

    /// Writes all of what the body does, or nothing when it throws. What the body is given is good only inside it.
    ///
    /// - Parameter request: The digest of the request by which it is written. It is noted with every record of the transaction, so that
    ///   after a crash it can be told whether a request was carried out (``ReadTransaction/records(of:after:)``).
    /// - Throws: ``StorageFailure``, or what the body throws.
    @discardableResult
    public func write<Result>(
        by actor: String, request: String? = nil, _ body: (WriteTransaction) throws -> Result
    ) throws -> Result {
        try withFailures {
            try pool.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    let writing = WriteTransaction(
                        Connection(database, path: path, schema), actor: actor.composed, request: request, clock: clock)
                    result = try body(writing)
                    // A body that went on after a failure must not leave half of an action behind.
                    if let failure = writing.failure { throw failure }
                    return .commit
                }
                guard let result else { throw StorageFailure.closed(path: path) }
                return result
            }
        }
    }

    /// Closes the file; later reading and writing fails.
    ///
    /// What stands in the log goes into the file first where nobody else holds it, so that one file is left.
    public func close() throws {
        try withFailures {
            _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try pool.close()
        }
    }

    private func withFailures<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as DatabaseError { throw StorageFailure(error, path: path) }
    }
}
