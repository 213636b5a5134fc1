/// The rows of a table in the order of their numbers, as a record's digest covers them.
final class CoveredRows {
    let table: KeptTable
    private let statement: SQLStatement
    private var canonical = CanonicalBytes()
    /// Whether a row is there; its number and record are in the following two.
    private(set) var hasRow = false
    private(set) var number: Int64 = 0
    private(set) var record: Int64 = 0

    init(_ table: KeptTable, after head: Int64 = 0, on connection: Connection) throws(StorageFailure) {
        self.table = table
        statement = try connection.freshStatement(
            "SELECT \(table.columnList) FROM \(table.name) WHERE number > ? ORDER BY number")
        try statement.bind([.integer(head)])
        try next()
    }

    /// The rows in which a column has a value that an index finds.
    init(_ table: KeptTable, where column: String, is value: Int64, on connection: Connection) throws(StorageFailure) {
        self.table = table
        statement = try connection.freshStatement(
            "SELECT \(table.columnList) FROM \(table.name) WHERE \(column) = ? ORDER BY number")
        try statement.bind([.integer(value)])
        try next()
    }

    /// Goes to the next row.
    func next() throws(StorageFailure) {
        hasRow = try statement.step()
        if hasRow { (number, record) = (statement.integer(0), statement.integer(1)) }
    }

    /// Adds the row to a digest: the table's name, then every column.
    func digest(into stream: inout SHA256Stream) {
        canonical.removeAll()
        canonical.append(.text(table.name))
        for column in 0..<statement.columnCount { canonical.append(column, of: statement) }
        stream.update(canonical.bytes)
    }

    /// Adds all rows that are left.
    func digestAll(into stream: inout SHA256Stream) throws(StorageFailure) {
        while hasRow {
            digest(into: &stream)
            try next()
        }
    }
}
