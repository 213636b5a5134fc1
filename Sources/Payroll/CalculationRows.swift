internal import Calculation
internal import Company
internal import Storage

/// The rows that a calculation rests on: all of them, or those of small tables beside the stored columns of the large ones.
struct CalculationRows {
    /// The version of the last row.
    let head: Int64
    /// The digest of all rows.
    let digest: String
    /// The tables; without the large ones when there are columns of them.
    let tables: [PlainTable]
    /// The large tables.
    var large: Large?

    /// Columns that were stored, with the lines that were laid out of them.
    struct Large {
        let columns: CompanyColumns
        let lines: [LineTable]
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
        return CalculationRows(head: head, digest: state.digest, tables: state.tables)
    }

    /// Rows whose large tables were stored as columns; `nil` when they were not.
    ///
    /// - Throws: What is wrong with the file of columns; its rows are to be read then.
    func storedRows(_ kept: KeptRows?) async throws -> CalculationRows? {
        guard let kept, let columns = try columns?.open(kept), let digest = columns.dataDigest else { return nil }
        let lines = try await columns.lines(threads: threads)
        let large = CompanyReader.declaredTables(in: text).large
        let tables = try read { try $0.tables(upTo: kept.head) { kind, _ in !large.contains(kind) } }
        return CalculationRows(
            head: kept.head, digest: digest, tables: tables,
            large: CalculationRows.Large(columns: columns, lines: lines))
    }

    /// Stores the columns of rows that a calculation has read, when there are many.
    func store(
        _ version: CompanyVersion, _ rows: CalculationRows, as kept: KeptRows?
    ) throws(ColumnFailure) {
        guard let columns, let kept, rows.tables.reduce(0, { $0 + $1.rows.count }) >= columns.leastRows else { return }
        try columns.store(version.model, version.lines, of: kept, dataDigest: rows.digest, threads: threads)
    }
}
