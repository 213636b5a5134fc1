internal import GRDB

/// A connection for the length of one transaction, with the statements prepared in it.
final class Connection {
    let database: Database
    /// The database file, as failures name it.
    let path: String
    /// The tables that it has.
    let schema: Schema
    private var prepared: [String: SQLStatement] = [:]

    init(_ database: Database, path: String, _ schema: Schema) {
        self.database = database
        self.path = path
        self.schema = schema
    }

    /// A statement ready to run: prepared once, reset each time it is asked for.
    func statement(_ sql: String) throws(StorageFailure) -> SQLStatement {
        if let known = prepared[sql] {
            known.reset()
            return known
        }
        let made = try SQLStatement(sql, on: database, place: path)
        prepared[sql] = made
        return made
    }

    /// A statement of its own, for a reading that goes on while others run.
    func freshStatement(_ sql: String) throws(StorageFailure) -> SQLStatement {
        try SQLStatement(sql, on: database, place: path)
    }

    func run(_ sql: String, _ values: [SQLValue] = []) throws(StorageFailure) {
        let statement = try statement(sql)
        try statement.bind(values)
        try statement.run()
    }

    /// What is made of every row.
    func rows<Element>(
        _ sql: String, _ values: [SQLValue] = [], _ make: (SQLStatement) throws(StorageFailure) -> Element
    ) throws(StorageFailure) -> [Element] {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        var made: [Element] = []
        while try statement.step() { made.append(try make(statement)) }
        return made
    }

    /// What is made of the first row, or `nil` when there is none.
    func first<Element>(
        _ sql: String, _ values: [SQLValue] = [], _ make: (SQLStatement) throws(StorageFailure) -> Element
    ) throws(StorageFailure) -> Element? {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        return try statement.step() ? try make(statement) : nil
    }

    /// The integer of the only row and column, 0 where there is none.
    func integer(_ sql: String, _ values: [SQLValue] = []) throws(StorageFailure) -> Int64 {
        try first(sql, values) { $0.integer(0) } ?? 0
    }

    /// A name that was read back, as one of the cases it was written from.
    func decoded<Name: RawRepresentable>(_ raw: String, as: Name.Type) throws(StorageFailure) -> Name
    where Name.RawValue == String {
        guard let name = Name(rawValue: raw) else {
            throw .corrupted(path: path, detail: "'\(raw)' is not a \(Name.self)")
        }
        return name
    }
}
