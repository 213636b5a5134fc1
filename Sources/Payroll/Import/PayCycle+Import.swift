internal import Calculation
public import Company
public import Messages
public import Storage
internal import StoredColumns

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
    ///   - declaring: Texts that say it of these tables alone, beside the company's own.
    ///   - source: The system they come from; a row is known by its source and its key.
    ///   - complete: Whether these tables are all there is, so that a row that is not in them any more is cancelled. Nothing is
    ///     cancelled while a row is set aside: it may be the one that is missing.
    ///   - head: The last version of any row that whoever asks for it has seen; `nil` when that does not matter.
    ///   - guarding: Looks, in the transaction that writes, whether what whoever asks has seen is still so.
    /// - Throws: ``Refusal/rowsMovedOn`` when others have come in since.
    public func importTables(
        _ files: [SourceFile], declaring: [SourceFile] = [], source: String, complete: Bool, after head: Int64? = nil,
        by principal: Principal, guarding: ((ReadTransaction) throws -> Void)? = nil
    ) throws(PayrollFailure) -> Imported {
        try importTables(
            files, declaring: declaring, source: source, complete: complete, by: principal, amongAllRows: false
        ) { books in
            if let head, try books.factHead != head { throw Refusal.rowsMovedOn }
            try guarding?(books)
        }
    }

    /// - Parameters:
    ///   - amongAllRows: Whether every row that is kept is read to find out what fits.
    ///   - guarding: As above.
    func importTables(
        _ files: [SourceFile], declaring: [SourceFile] = [], source: String, complete: Bool, by principal: Principal,
        amongAllRows: Bool, guarding: (ReadTransaction) throws -> Void = { _ in }
    ) throws(PayrollFailure) -> Imported {
        try check(.importRows(source: source, complete: complete), by: principal)
        let (incoming, definitions) = try incoming(files, declaring, source, complete, keepingCompany: columns != nil)
        var staging = Staging(cycle: self, incoming: incoming, source: source, complete: complete, definitions)
        staging.amongAllRows = amongAllRows
        // What was found good beside the rows of a moment is written beside just these; when others came in, once more.
        for _ in 0..<Self.attempts {
            let staged = try read { try staging.staged(beside: $0) }
            let taken: Imported? = try write(by: principal) { tx in
                try guarding(tx)
                return try take(staged, source: source, definitions, tx)
            }
            if let imported = taken {
                if staged.head == 0 { storeColumns(of: incoming, imported.report) }
                return imported
            }
        }
        return try write(by: principal) { tx in
            try guarding(tx)
            let imported = try take(try staging.staged(beside: tx), source: source, definitions, tx)
            guard let imported else { throw Refusal.nothingImported }
            return imported
        }
    }

    /// The rows of files with what is wrong with them by themselves, and how the text reads tables.
    func incoming(
        _ files: [SourceFile], _ declaring: [SourceFile], _ source: String, _ complete: Bool, keepingCompany: Bool
    ) throws(PayrollFailure) -> (rows: CompanyReader.Incoming, definitions: String) {
        let isFirst = try read { try $0.factHead } == 0
        var incoming = CompanyReader.incomingTables(
            in: text + declaring + files.filter(\.isTable), keepingCompany: isFirst && keepingCompany,
            beside: isFirst ? nil : { kinds in (try? read { try $0.tables { kind, _ in kinds.contains(kind) } }) ?? [] }
        )
        if !complete, !isFirst { try read { try incoming.refuseMovedRows(source: source, $0) } }
        return (incoming, ReadTransaction.definitions(of: text) ?? "")
    }

    /// How often rows are looked at while others may write; after that nobody may until they are in.
    static let attempts = 3

    /// Stores the columns of the first rows of all, which were just read into such columns: the first calculation need not read them
    /// again. Where that does not work, it reads them.
    private func storeColumns(of incoming: CompanyReader.Incoming, _ report: ImportReport) {
        guard let columns, let model = incoming.company else { return }
        let large = CompanyReader.declaredTables(in: text).large
        var firsts: [String: [Int64]] = [:]
        var next: Int64 = 1
        for table in incoming.tables {
            let end = next + Int64(table.rowCount)
            if large.contains(table.kind) { firsts[table.kind] = Array(next..<end) }
            next = end
        }
        // Every row is a first version, in the order of the tables.
        guard next - 1 == report.head, firsts.values.reduce(0, { $0 + $1.count }) >= columns.leastRows,
            let (kept, digest) = try? read({ (try $0.keptRows(as: text), try $0.dataDigest(upTo: report.head)) }),
            let kept, kept.head == report.head
        else { return }
        try? columns.store(
            model, LineEngine.tables(of: model, threads: threads), of: kept, dataDigest: digest, firsts: firsts,
            small: incoming.tables.filter { !large.contains($0.kind) }.map { TableText($0.plain.inOrderOfNames) },
            threads: threads)
    }

    /// Writes what was staged; `nil` when other rows have come in since, and nothing is written then.
    func take(
        _ staged: Staging.Staged, source: String, _ definitions: String, _ tx: WriteTransaction,
        notingOutcomes: Bool = false
    ) throws -> Imported? {
        guard try tx.factHead == staged.head, try tx.sourcesOfTables() == staged.sources else { return nil }
        return Imported(
            report: try tx.importRows(
                staged.tables, source: source, complete: staged.cancels, definitions: definitions,
                notingOutcomes: notingOutcomes),
            rejectedRows: staged.rejected, diagnostics: staged.diagnostics, leftMissing: staged.leftMissing)
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
    /// With the columns in the order in which kept rows are read.
    fileprivate var inOrderOfNames: PlainTable {
        let order = columns.indices.sorted { columns[$0].utf8.lexicographicallyPrecedes(columns[$1].utf8) }
        return PlainTable(
            kind: kind, columns: order.map { columns[$0] },
            rows: rows.map { row in
                PlainRow(key: row.key, cells: order.map { row.cells[$0] }, place: row.place)
            })
    }

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
