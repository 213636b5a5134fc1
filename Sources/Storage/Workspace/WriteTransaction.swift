/// A transaction: what is appended in it is there whole or not at all.
///
/// It reads its own writing. It belongs to the closure that was given it.
public final class WriteTransaction: ReadTransaction {
    /// Who writes.
    public let actor: String
    /// The digest of the request by which it is written, noted with every record; `nil` where there is none.
    let request: String?
    let clock: @Sendable () -> String
    /// What broke an action in the middle; the transaction cannot be kept any more.
    var failure: StorageFailure?
    /// The number of the audit record being written, 0 between the actions.
    var record: Int64 = 0
    /// The last number of each table, in their order, when the action being written began.
    var headsBefore: [Int64] = []
    /// The digest of what the action has appended, from its first table up to the rows; `nil` when these are to be read for it.
    var contentOfRows: SHA256Stream?
    private var heads: [String: Int64] = [:]

    init(
        _ connection: Connection, actor: String, request: String? = nil, clock: @escaping @Sendable () -> String
    ) {
        self.actor = actor
        self.request = request
        self.clock = clock
        super.init(connection)
    }

    /// The last number given in a table, 0 when it is empty.
    func head(of table: String) throws(StorageFailure) -> Int64 {
        if let known = heads[table] { return known }
        let head = try connection.integer("SELECT coalesce(max(number), 0) FROM \(table)")
        heads[table] = head
        return head
    }

    /// The next number of a table, and the record of the action.
    func nextNumber(of table: String) throws(StorageFailure) -> Int64 {
        let number = try head(of: table) + 1
        heads[table] = number
        return number
    }

    /// Appends a row; its number and record are put before the values.
    @discardableResult
    func append(to table: String, _ values: [SQLValue]) throws(StorageFailure) -> Int64 {
        let number = try nextNumber(of: table)
        let places = Array(repeating: "?", count: values.count + 2).joined(separator: ", ")
        try connection.run("INSERT INTO \(table) VALUES (\(places))", [.integer(number), .integer(record)] + values)
        return number
    }
}
