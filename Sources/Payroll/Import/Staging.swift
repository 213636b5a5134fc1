internal import Company
internal import Messages
internal import Storage

/// Finds out which of the rows that come in fit the rows that are kept, before anything is written.
///
/// What is kept is read only as far as the rows that come in have to do with it; all of it is read when something does not fit, so
/// that what is said is said in view of all rows, and when what is kept may not fit any more.
struct Staging {
    /// What may be written beside the rows of a moment.
    struct Staged {
        /// The last version of any row at that moment.
        let head: Int64
        /// The sources of every table at that moment.
        let sources: [String: [String]]
        let tables: [any KeepableRows]
        /// Whether rows that are missing are cancelled.
        let cancels: Bool
        /// How many rows are set aside, by table.
        let rejected: [String: Int]
        let diagnostics: [Diagnostic]
        let leftMissing: Bool
    }

    let cycle: PayCycle
    let incoming: CompanyReader.Incoming
    let source: String
    let complete: Bool
    /// How the text reads tables.
    let definitions: String
    /// Whether everything is read in any case.
    var amongAllRows = false

    init(
        cycle: PayCycle, incoming: CompanyReader.Incoming, source: String, complete: Bool, _ definitions: String
    ) {
        self.cycle = cycle
        self.incoming = incoming
        self.source = source
        self.complete = complete
        self.definitions = definitions
    }

    /// Whether every row could be read by itself.
    private var isReadable: Bool {
        incoming.rejected.isEmpty && !incoming.diagnostics.contains { $0.severity == .error }
    }

    func staged(beside kept: ReadTransaction) throws -> Staged {
        let head = try kept.factHead
        let sources = try kept.sourcesOfTables()
        if !amongAllRows, isReadable, try fits(beside: kept, head, sources) {
            return Staged(
                head: head, sources: sources, tables: incoming.tables, cancels: complete && head == 0, rejected: [:],
                diagnostics: incoming.diagnostics, leftMissing: false)
        }
        return try fullyChecked(beside: kept, head, sources)
    }

    // MARK: Without reading everything

    /// Whether all rows are sure to fit; `false` when that is to be found out among all rows.
    private func fits(beside kept: ReadTransaction, _ head: Int64, _ sources: [String: [String]]) throws -> Bool {
        if sources.isEmpty { return incoming.isWhole }
        // What is missing may be named by rows that stay.
        guard !complete, !definitions.isEmpty, try kept.soundDefinitions() == definitions else { return false }
        if try isWhole(beside: kept, sources) { return true }
        let neighbourhood = RowNeighbourhood(cycle.text, cycle.smallRows)
        guard let tables = try neighbourhood.tables(around: incoming.tables, source: source, kept, head) else {
            return false
        }
        return CompanyReader.model(text: cycle.text, tables: tables) != nil
    }

    /// Whether the rows are a company by themselves, and the rows that are kept beside them do not change what they are: no large
    /// table has rows of another source, no event has other shares, and the small tables fit together.
    private func isWhole(beside kept: ReadTransaction, _ sources: [String: [String]]) throws -> Bool {
        guard incoming.isWhole else { return false }
        let large = CompanyReader.declaredTables(in: cycle.text).large
        let splits = CompanyReader.declaredEvents(in: cycle.text).splits
        for table in incoming.tables where large.contains(table.kind) {
            if (sources[table.kind] ?? []).contains(where: { $0 != source }) { return false }
            if splits[table.kind] != nil, try !kept.areAll(table, source: source) { return false }
        }
        let small = try RowNeighbourhood(cycle.text, cycle.smallRows).smallTables(
            with: incoming.tables, source: source, kept, try kept.factHead)
        return CompanyReader.model(text: cycle.text, tables: small) != nil
    }

    // MARK: Among all rows

    private func fullyChecked(beside kept: ReadTransaction, _ head: Int64, _ sources: [String: [String]]) throws
        -> Staged
    {
        let tables = incoming.tables.map(\.plain)
        let others = try kept.tables { $1 != source }
        let own = try kept.tables { $1 == source }
        var fit = Fit(tables)
        if complete, isReadable {
            let given = Set(tables.map(\.kind))
            try fit.settle(cycle.text, own.filter { !given.contains($0.kind) }, others)
        }
        let cancels = complete && isReadable && fit.rejected.isEmpty
        let needed = fit.diagnostics
        if !cancels {
            fit = Fit(tables)
            try fit.settle(cycle.text, own, others)
        }
        // What asks for a row that is missing comes in, as the row stays; it is the reason why nothing is cancelled.
        let said = fit.diagnostics + needed.filter { !fit.diagnostics.contains($0) }.map(\.asWarning)
        return Staged(
            head: head, sources: sources, tables: fit.tables, cancels: cancels,
            rejected: incoming.rejected.merging(fit.rejected, uniquingKeysWith: +),
            diagnostics: incoming.diagnostics + said, leftMissing: complete && !cancels)
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
