internal import Calculation
internal import Company
internal import Storage
internal import StoredColumns

/// The rows that a calculation rests on: all of them, or those of small tables beside the stored columns of the large ones.
struct CalculationRows {
    /// The version of the last row.
    let head: Int64
    /// The digest of all rows.
    let digest: String
    /// All tables; none when there are columns of the large ones.
    var tables: [PlainTable] = []
    /// The small tables, when there are columns of the large ones.
    var small: [TableText] = []
    /// The large tables.
    var large: Large?

    /// By table where its rows stand; empty when columns of exactly these rows lie in their file.
    var firsts: [String: [Int64]] = [:]

    /// Large tables out of stored columns, with the lines that were laid out of them.
    struct Large {
        /// The company of now with the tables.
        var model: CompanyModel
        /// The tables.
        let stored: StoredTables
        /// Their lines.
        let lines: [LineTable]
        /// The events as they lie in the file.
        let packed: PackedEvents
        /// Where they came from.
        let columns: CompanyColumns
    }

    /// Every table, those read now of which there were columns.
    func all(_ cycle: PayCycle) throws(PayrollFailure) -> [PlainTable] {
        if large == nil { return tables }
        return try cycle.read { try $0.tables(upTo: head) }
    }
}

extension PayCycle {
    /// All rows as they stood at a version.
    func rows(upTo head: Int64) throws(PayrollFailure) -> CalculationRows {
        let state = try read { try $0.state(upTo: head) }
        return CalculationRows(head: head, digest: state.digest, tables: state.tables, firsts: state.firsts)
    }

    /// Rows whose large tables were stored as columns, or follow such columns; `nil` when neither is so.
    ///
    /// - Throws: What is wrong with the file of columns; its rows are to be read then.
    func storedRows(_ kept: KeptRows?) async throws -> CalculationRows? {
        guard let kept else { return nil }
        if let rows = try await exactRows(kept) { return rows }
        return try await followedRows(kept)
    }

    /// Rows of any state whose large tables were stored as columns in exactly that state.
    ///
    /// - Throws: As ``storedRows(_:)``.
    func exactRows(_ kept: KeptRows) async throws -> CalculationRows? {
        guard let columns = try columns?.open(kept), let digest = columns.dataDigest else { return nil }
        try columns.verifySmallTables()
        guard let company = try company(upTo: kept.head),
            columns.records.allSatisfy({ $0.value.hold(in: company.records($0.key)) }),
            let model = company.holding(columns.stored)
        else { return nil }
        let lines = try await columns.lines(threads: threads)
        return CalculationRows(
            head: kept.head, digest: digest, small: try smallTables(upTo: kept.head),
            large: CalculationRows.Large(
                model: model, stored: columns.stored, lines: lines, packed: columns.packedEvents, columns: columns))
    }

    /// The company of now without its large tables; `nil` when something is wrong with it.
    func company(upTo head: Int64) throws(PayrollFailure) -> CompanyModel? {
        try read { try smallRows.company(upTo: head, text, $0).model }
    }

    /// The tables that no columns stand for.
    func smallTables(upTo head: Int64) throws(PayrollFailure) -> [TableText] {
        let large = CompanyReader.declaredTables(in: text).large
        return try read { try smallRows.texts(upTo: head, without: large, $0) }
    }

    /// Stores the columns of rows that a calculation has read, when there are many.
    func store(
        _ version: CompanyVersion, _ rows: CalculationRows, as kept: KeptRows?
    ) throws(ColumnFailure) {
        guard let columns, let kept, !rows.firsts.isEmpty else { return }
        let large = CompanyReader.declaredTables(in: text).large
        let firsts = rows.firsts.filter { large.contains($0.key) }
        guard rows.firsts.values.reduce(0, { $0 + $1.count }) >= columns.leastRows else { return }
        try columns.store(
            version.model, version.lines, of: kept, dataDigest: rows.digest, firsts: firsts,
            small: rows.large == nil
                ? rows.tables.filter { !large.contains($0.kind) }.map { TableText($0) } : rows.small, threads: threads)
    }
}
