/// A record of the audit chain as programs follow it.
public struct ChainRecord: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int64
    /// When, as ISO 8601 in UTC.
    public var at: String
    /// Who, by identifier.
    public var actor: String
    /// What was done: `import`, `run`, `period`, `post`, `dispute` and the like.
    public var action: String
    /// What it was done with, as JSON.
    public var detail: String
    /// The digest of the record in hexadecimal digits.
    public var digest: String
}

extension ReadTransaction {
    /// The records after one of them, first to last.
    ///
    /// - Parameter limit: The most that are read.
    public func records(after number: Int64, limit: Int) throws(StorageFailure) -> [ChainRecord] {
        try records("number > ? ORDER BY number LIMIT ?", [.integer(number), .integer(Int64(limit))])
    }

    /// The records that a request has left after one of them: none when it was not carried out.
    ///
    /// - Parameter request: The digest that was given to ``Workspace/write(by:request:_:)``: hexadecimal digits.
    public func records(of request: String, after number: Int64) throws(StorageFailure) -> [ChainRecord] {
        try records(
            "number > ? AND instr(detail, ?) > 0 ORDER BY number",
            [.integer(number), .text("\"request\":\"\(request)\"")])
    }

    private func records(_ condition: String, _ values: [SQLValue]) throws(StorageFailure) -> [ChainRecord] {
        try connection.rows("SELECT number, at, actor, action, detail, digest FROM audit WHERE \(condition)", values) {
            ChainRecord(
                number: $0.integer(0), at: $0.text(1), actor: $0.text(2), action: $0.text(3), detail: $0.text(4),
                digest: $0.bytes(5).hex)
        }
    }
}
