public import Company
public import Formulas
public import Storage

extension PayCycle {
    /// What an import did.
    public struct Imported: Sendable {
        /// What was written, by table.
        public var report: ImportReport
        /// How many rows were set aside.
        public var rejected: Int
        /// What was found; the rows set aside are among it with their places.
        public var diagnostics: [Diagnostic]
    }

    /// Takes the rows of files in, in one transaction: what is new, what has changed, and nothing twice.
    ///
    /// A row that cannot be read, or that does not fit the rows beside it, is set aside and named; the others come in. When the
    /// company's own text is at fault, nothing does.
    ///
    /// - Parameters:
    ///   - files: The tables. How they are written is said in the company's text.
    ///   - source: The system they come from; a row is known by its source and its key.
    ///   - complete: Whether these tables are all there is, so that a row that is not in them any more is cancelled.
    public func importTables(
        _ files: [SourceFile], source: String, complete: Bool, by actor: String
    ) throws(PayrollFailure) -> Imported {
        let (read, found, rejected) = CompanyReader.plainTables(in: text + files.filter(\.isTable))
        var imported = Imported(report: ImportReport(), rejected: rejected, diagnostics: found)
        return try write(by: actor) { tx in
            let kept = complete ? [:] : Dictionary(uniqueKeysWithValues: try tx.tables(upTo: nil).map { ($0.kind, $0) })
            let (fitting, setAside) = try fitting(read, kept)
            imported.rejected += setAside.rows
            imported.diagnostics += setAside.diagnostics
            imported.report = try tx.importTables(fitting, source: source, complete: complete)
            return imported
        }
    }

    /// The rows that fit together with those kept already; what does not fit is taken out until nothing is left to complain of.
    private func fitting(
        _ tables: [PlainTable], _ kept: [String: PlainTable]
    ) throws -> ([PlainTable], (rows: Int, diagnostics: [Diagnostic])) {
        var tables = tables
        var setAside = (rows: 0, diagnostics: [Diagnostic]())
        while true {
            let together = PlainTable.overlay(tables, on: kept)
            let (model, diagnostics, faulty) = CompanyReader.read(text: text, tables: together)
            if model != nil { return (tables, setAside) }
            let errors = diagnostics.filter { $0.severity == .error }
            var removed = 0
            for index in tables.indices {
                let kind = tables[index].kind
                let before = tables[index].rows.count
                tables[index].rows.removeAll { faulty.contains(FaultyRow(kind: kind, key: $0.key)) }
                removed += before - tables[index].rows.count
            }
            // What is left is at fault in the text, or in rows that were there before.
            guard removed > 0 else { throw PayrollFailure.company(errors) }
            setAside.rows += removed
            setAside.diagnostics += errors
        }
    }
}

extension SourceFile {
    /// Whether it holds a table rather than text of the company.
    fileprivate var isTable: Bool {
        let name = path.lowercased()
        return !name.hasSuffix(".yaml") && !name.hasSuffix(".yml")
    }
}

extension PlainTable {
    /// Tables over tables: rows of one key replace each other, the others stand side by side.
    static func overlay(_ tables: [PlainTable], on kept: [String: PlainTable]) -> [PlainTable] {
        var all = kept
        for table in tables {
            guard var below = all[table.kind] else {
                all[table.kind] = table
                continue
            }
            let above = Set(table.rows.map(\.key))
            below.rows.removeAll { above.contains($0.key) }
            all[table.kind] = PlainTable.joining(below, table)
        }
        return all.values.sorted { $0.kind < $1.kind }
    }

    /// Two tables as one; a column that only one of them has is empty in the other's rows.
    private static func joining(_ first: PlainTable, _ second: PlainTable) -> PlainTable {
        let columns = first.columns + second.columns.filter { !first.columns.contains($0) }
        let rows = [first, second].flatMap { table -> [PlainRow] in
            if table.columns == columns { return table.rows }
            let places = columns.map { table.columns.firstIndex(of: $0) }
            return table.rows.map { row in
                var row = row
                row.cells = places.map { $0.map { row.cells[$0] } ?? "" }
                return row
            }
        }
        return PlainTable(kind: first.kind, columns: columns, rows: rows)
    }
}
