internal import Company
internal import Messages
public import Storage

/// Rows of programs: the same reading, checks and records as an import, with what became of each row.
extension PayCycle {
    /// The columns of each table whose rows may be sent, by table.
    public func sentColumns() -> [String: [String]] { CompanyReader.sentColumns(in: text) }

    /// Takes rows in, in one transaction. A row that cannot be read or does not fit is set aside and told with its reason; the others
    /// come in.
    ///
    /// - Parameters:
    ///   - source: The system they come from; a row is known by its source and its key.
    ///   - condition: Is asked in the transaction before anything is written; what it throws stops it.
    public func takeRows(
        _ rows: [SentRow], source: String, by principal: Principal,
        onlyIf condition: (ReadTransaction) throws -> Void = { _ in }
    ) throws(PayrollFailure) -> SentRows {
        try check(.importRows(source: source, complete: false), by: principal)
        let sent = SentTables(rows)
        let definitions = ReadTransaction.definitions(of: text) ?? ""
        let staging = Staging(
            cycle: self, incoming: CompanyReader.incomingRows(sent.tables, from: SentTables.folder, in: text),
            source: source,
            complete: false, definitions)
        // As in an import: what was found good beside the rows of a moment is written beside just these.
        for _ in 0..<Self.attempts {
            let staged = try read { try staging.staged(beside: $0) }
            let imported = try write(by: principal) { tx in
                try condition(tx)
                return try take(staged, source: source, definitions, tx, notingOutcomes: true)
            }
            if let imported { return sent.outcomes(imported, staged) }
        }
        return try write(by: principal) { tx in
            try condition(tx)
            let staged = try staging.staged(beside: tx)
            let imported = try take(staged, source: source, definitions, tx, notingOutcomes: true)
            guard let imported else { throw Refusal.nothingImported }
            return sent.outcomes(imported, staged)
        }
    }

    /// Cancels a row: it gets a version without content, and counts no more.
    ///
    /// - Parameter condition: As of ``takeRows(_:source:by:onlyIf:)``.
    /// - Throws: ``PayrollFailure/company(_:)`` where other rows name it and would be left without it.
    public func cancelRow(
        _ key: String, of kind: String, source: String, by principal: Principal,
        onlyIf condition: (ReadTransaction) throws -> Void = { _ in }
    ) throws(PayrollFailure) {
        try check(.importRows(source: source, complete: false), by: principal)
        let definitions = ReadTransaction.definitions(of: text) ?? ""
        try write(by: principal) { tx in
            try condition(tx)
            if mayBeNamed(kind) { try checkUnnamed(key, of: kind, source: source, tx) }
            let isKnownGood = try tx.soundDefinitions() == definitions
            try tx.cancelRows([key], of: kind, source: source, definitions: isKnownGood ? definitions : "")
        }
    }

    /// Whether rows of other tables can rest on rows of this one.
    private func mayBeNamed(_ kind: String) -> Bool {
        let declared = CompanyReader.declaredEvents(in: text)
        guard declared.kinds.contains(where: { $0.name == kind }) else { return kind == "assignments" }
        return declared.splits.values.contains(kind)
            || declared.kinds.contains { $0.references.contains { $0.names == kind } }
    }

    /// Makes sure that all rows fit together without one.
    private func checkUnnamed(_ key: String, of kind: String, source: String, _ books: ReadTransaction) throws {
        let others = try books.tables { $0 != kind || $1 != source }
        var own = try books.tables { $0 == kind && $1 == source }
        for place in own.indices { own[place].rows.removeAll { $0.key == key } }
        let (model, found, _) = CompanyReader.read(text: text, tables: PlainTable.joining(others, own))
        if model == nil { throw PayrollFailure.company(found.filter { $0.severity == .error }) }
    }
}

/// Rows that were sent, as tables in the company's own form, and where each row stands in them.
private struct SentTables {
    /// Stands before the names of their tables, so that no row of a file is taken for one of them.
    static let folder = "api"

    let tables: [PlainTable]
    /// The place of each row, as a table that is read names it: `api/sale.csv:2`.
    private let places: [String]

    init(_ rows: [SentRow]) {
        var tables: [String: PlainTable] = [:]
        var places: [String] = []
        let columns = Dictionary(grouping: rows, by: \.kind).mapValues { own in
            own.reduce(into: Set<String>()) { $0.formUnion($1.cells.keys) }.sorted()
        }
        for row in rows {
            let names = columns[row.kind] ?? []
            let cells = names.map { row.cells[$0] ?? "" }
            tables[row.kind, default: PlainTable(kind: row.kind, columns: names)].rows.append(
                PlainRow(key: "", cells: cells))
            // The first line holds the names.
            places.append("\(Self.folder)/\(row.kind).csv:\((tables[row.kind]?.rows.count ?? 0) + 1)")
        }
        self.tables = tables.values.sorted { $0.kind < $1.kind }
        self.places = places
    }

    func outcomes(_ imported: PayCycle.Imported, _ staged: Staging.Staged) -> SentRows {
        let errors = imported.diagnostics.filter { $0.severity == .error }
        let outcomes = places.map { place -> SentOutcome in
            if let outcome = imported.report.outcomes[place] { return .kept(outcome) }
            let own = errors.filter { $0.place.map { "\($0.file):\($0.line)" == place } ?? false }
            return .rejected(own.isEmpty ? errors.filter { $0.place == nil } : own)
        }
        return SentRows(outcomes: outcomes, head: imported.report.head)
    }
}
