public import Company
public import Formulas
public import Storage

extension PayCycle {
    /// What an import did.
    public struct Imported: Sendable {
        /// What was written, by table.
        public var report: ImportReport
        /// How many rows were set aside, by table.
        public var rejectedRows: [String: Int]
        /// What was found; the rows set aside are among it with their places.
        public var diagnostics: [Diagnostic]
        /// Whether rows that are missing from complete tables were left as they are, because others could not be read.
        public var leftMissing = false

        /// How many rows were set aside.
        public var rejected: Int { rejectedRows.values.reduce(0, +) }
    }

    /// Takes the rows of files in, in one transaction: what is new, what has changed, and nothing twice.
    ///
    /// A row that cannot be read, or that does not fit the rows beside it, is set aside and named; the others come in. When the
    /// company's own text is at fault, nothing does.
    ///
    /// - Parameters:
    ///   - files: The tables. How they are written is said in the company's text.
    ///   - source: The system they come from; a row is known by its source and its key.
    ///   - complete: Whether these tables are all there is, so that a row that is not in them any more is cancelled. Nothing is
    ///     cancelled while a row is set aside: it may be the one that is missing.
    public func importTables(
        _ files: [SourceFile], source: String, complete: Bool, by actor: String
    ) throws(PayrollFailure) -> Imported {
        let (tables, found, rejected) = CompanyReader.plainTables(in: text + files.filter(\.isTable))
        let isReadable = rejected.isEmpty && !found.contains { $0.severity == .error }
        return try write(by: actor) { tx in
            let others = try tx.tables { $1 != source }
            let own = try tx.tables { $1 == source }
            var fit = Fit(tables)
            if complete, isReadable {
                let given = Set(tables.map(\.kind))
                try fit.settle(text, own.filter { !given.contains($0.kind) }, others)
            }
            let cancels = complete && isReadable && fit.rejected.isEmpty
            let needed = fit.diagnostics
            if !cancels {
                fit = Fit(tables)
                try fit.settle(text, own, others)
            }
            // What asks for a row that is missing comes in, as the row stays; it is the reason why nothing is cancelled.
            let kept = fit.diagnostics + needed.filter { !fit.diagnostics.contains($0) }.map(\.asWarning)
            return Imported(
                report: try tx.importTables(fit.tables, source: source, complete: cancels),
                rejectedRows: rejected.merging(fit.rejected, uniquingKeysWith: +),
                diagnostics: found + kept, leftMissing: complete && !cancels)
        }
    }
}

/// Tables that are to come in, and what of them had to be set aside.
private struct Fit {
    private(set) var tables: [PlainTable]
    private(set) var rejected: [String: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(_ tables: [PlainTable]) { self.tables = tables }

    /// Takes rows out until what is left fits together with those kept already.
    ///
    /// - Parameters:
    ///   - own: The rows kept from the same source; a row that comes in replaces the one of its key.
    ///   - others: The rows kept from other sources; a row that comes in must stand beside them.
    mutating func settle(_ text: [SourceFile], _ own: [PlainTable], _ others: [PlainTable]) throws {
        while true {
            let incoming = PlainTable.overlay(tables, on: own)
            let (model, found, faulty) = CompanyReader.read(text: text, tables: PlainTable.joining(others, incoming))
            if model != nil { return }
            let errors = found.filter { $0.severity == .error }
            // What is left is at fault in the text, or in rows that were there before.
            guard remove(faulty) else { throw PayrollFailure.company(errors) }
            diagnostics += errors
        }
    }

    /// Takes rows out; tells whether there were any.
    private mutating func remove(_ faulty: Set<FaultyRow>) -> Bool {
        var removed = false
        for index in tables.indices {
            let kind = tables[index].kind
            let before = tables[index].rows.count
            tables[index].rows.removeAll { faulty.contains(FaultyRow(kind: kind, key: $0.key)) }
            let count = before - tables[index].rows.count
            if count > 0 { rejected[kind, default: 0] += count }
            removed = removed || count > 0
        }
        return removed
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
    static func overlay(_ tables: [PlainTable], on kept: [PlainTable]) -> [PlainTable] {
        let keys = Dictionary(tables.map { ($0.kind, Set($0.rows.map(\.key))) }) { first, _ in first }
        let below = kept.map { table in
            var table = table
            if let above = keys[table.kind] { table.rows.removeAll { above.contains($0.key) } }
            return table
        }
        return joining(below, tables)
    }

    /// Tables beside tables; the rows of the first stand before those of the second.
    static func joining(_ first: [PlainTable], _ second: [PlainTable]) -> [PlainTable] {
        let all = (first + second).map { ($0.kind, $0) }
        return Dictionary(all) { joining($0, $1) }.values.sorted { $0.kind < $1.kind }
    }

    /// Two tables as one; a column that only one of them has is empty in the other's rows.
    ///
    /// The columns stand as in the second: those are the rows that come in, and messages show them.
    private static func joining(_ first: PlainTable, _ second: PlainTable) -> PlainTable {
        let columns = second.columns + first.columns.filter { !second.columns.contains($0) }
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
