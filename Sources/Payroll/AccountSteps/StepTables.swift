internal import AccountSteps
internal import Company
internal import Messages
internal import Storage

/// The rows of a step as whole rows, each under the source that it has or, where it is new, under that of the application.
struct StepTables {
    /// The source of rows that are made in the application.
    static let source = "app"
    /// Stands before the names of their tables, so that no row of a file is taken for one of them.
    private static let folder = "app"

    private var tables: [String: [String: PlainTable]] = [:]

    init(_ rows: [StepRow], _ books: ReadTransaction) throws {
        for row in rows {
            let kept = try books.rows(of: row.kind, keys: [row.id])
            guard kept.isEmpty == row.isNew else { throw Refusal.rowsMovedOn }
            var cells: [String: String] = [:]
            if let now = kept.first, let plain = now.now {
                for (column, cell) in zip(now.columns, plain.cells) { cells[column] = cell }
            }
            cells.merge(row.cells) { $1 }
            cells["id"] = row.id
            add(cells, row.kind, kept.first?.source ?? Self.source)
        }
    }

    private mutating func add(_ cells: [String: String], _ kind: String, _ source: String) {
        var table = tables[source]?[kind] ?? PlainTable(kind: kind, columns: [])
        let columns = table.columns + cells.keys.filter { !table.columns.contains($0) }.sorted()
        table.rows = table.rows.map { row in
            var row = row
            row.cells += Array(repeating: "", count: columns.count - row.cells.count)
            return row
        }
        table.columns = columns
        table.rows.append(PlainRow(key: "", cells: columns.map { cells[$0] ?? "" }))
        tables[source, default: [:]][kind] = table
    }

    /// Writes them, once they fit beside all others.
    func write(_ step: RowStep, _ text: [SourceFile], _ tx: WriteTransaction) throws {
        var incoming: [(source: String, tables: [IncomingTable])] = []
        for (source, own) in tables.sorted(by: { $0.key < $1.key }) {
            let read = CompanyReader.incomingRows(
                own.values.sorted { $0.kind < $1.kind }, from: Self.folder, in: text)
            let errors = read.diagnostics.filter { $0.severity == .error }
            guard errors.isEmpty, read.rejected.isEmpty else { throw PayrollFailure.company(errors) }
            incoming.append((source, read.tables))
        }
        let coming = incoming.flatMap { $0.tables.map(\.plain) }.reduce(into: [PlainTable]()) { joined, table in
            joined = PlainTable.joining(joined, [table])
        }
        let (model, found, _) = CompanyReader.read(text: text, tables: PlainTable.overlay(coming, on: try tx.tables()))
        guard model != nil else { throw PayrollFailure.company(found.filter { $0.severity == .error }) }
        let definitions = ReadTransaction.definitions(of: text) ?? ""
        for (source, tables) in incoming {
            try tx.importRows(tables, source: source, definitions: definitions, step: step)
        }
    }
}
