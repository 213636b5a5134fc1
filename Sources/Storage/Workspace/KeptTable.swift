/// A table of the database as the schema makes it and the audit reads it.
///
/// Every table starts with `number`, counted from 1 without a gap, and all but the audit itself go on with `record`, the number of
/// the audit record that covers the row.
struct KeptTable: Sendable {
    let name: String
    /// The columns in the order in which a record's digest covers them, with their SQL declarations.
    let columns: [(name: String, declaration: String)]
    var constraints: [String] = []

    init(_ name: String, _ columns: KeyValuePairs<String, String>, constraints: [String] = []) {
        self.name = name
        let own = columns.map { (name: $0.key, declaration: $0.value) }
        self.columns = [("number", "INTEGER PRIMARY KEY"), ("record", "INTEGER NOT NULL")] + own
        self.constraints = constraints
    }

    /// A table without `record`: the audit.
    init(chain name: String, _ columns: KeyValuePairs<String, String>) {
        self.name = name
        self.columns =
            [("number", "INTEGER PRIMARY KEY")] + columns.map { (name: $0.key, declaration: $0.value) }
    }

    /// The names of all columns, as a query lists them.
    var columnList: String { columns.map(\.name).joined(separator: ", ") }

    /// The statements that make the table, and make it append-only.
    var creation: [String] {
        let declarations = columns.map { "\($0.name) \($0.declaration)" } + constraints
        return ["CREATE TABLE \(name) (\(declarations.joined(separator: ", "))) STRICT"] + triggers
    }

    private var triggers: [String] {
        [
            """
            CREATE TRIGGER \(name)_is_never_changed BEFORE UPDATE ON \(name)
            BEGIN SELECT RAISE(ABORT, '\(name) is append-only'); END
            """,
            """
            CREATE TRIGGER \(name)_is_never_deleted BEFORE DELETE ON \(name)
            BEGIN SELECT RAISE(ABORT, '\(name) is append-only'); END
            """,
            // Without this one, INSERT OR REPLACE would change a row and fire neither of the others.
            """
            CREATE TRIGGER \(name)_goes_on BEFORE INSERT ON \(name)
            WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM \(name))
            BEGIN SELECT RAISE(ABORT, '\(name) is append-only'); END
            """,
        ]
    }
}
