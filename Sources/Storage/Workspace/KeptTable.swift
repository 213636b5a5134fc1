/// A table of the database as digests and the audit read it.
///
/// Every table starts with `number`, counted from 1 without a gap, and all but the audit itself go on with `record`, the number of
/// the audit record that covers the row. Triggers keep it append-only; they stand in the text of the version that made the table.
struct KeptTable: Sendable {
    let name: String
    /// The columns in the order in which a record's digest covers them.
    let columns: [String]
    /// Whether it grows with rows and calculations. Only an import, a kept text or a run writes into such a table.
    let isBulky: Bool

    init(_ name: String, _ columns: [String], isBulky: Bool = false) {
        self.name = name
        self.isBulky = isBulky
        self.columns = ["number", "record"] + columns
    }

    /// A table without `record`: the audit.
    init(chain name: String, _ columns: [String]) {
        self.name = name
        isBulky = false
        self.columns = ["number"] + columns
    }

    /// The names of all columns, as a query lists them.
    var columnList: String { columns.joined(separator: ", ") }
}
