public import Calculation
public import Company
internal import Foundation
public import Storage

/// Keeps the columns of a workspace's large tables beside its database, so that the next calculation need not read their rows.
///
/// It is never the only place of anything: what is missing, made of other rows or damaged is made anew from the database.
public struct WorkspaceColumns: Sendable {
    /// Where the file lies.
    public let path: String
    /// From how many rows on columns are worth a file of their own.
    public let leastRows: Int
    /// The build that opens and stores.
    private let program: String

    /// Names the columns of a workspace.
    ///
    /// - Parameters:
    ///   - folder: The folder in which the database lies.
    ///   - program: Tells builds of Stimul apart: another one may compute other columns of the same rows.
    public init(of folder: String, program: String, leastRows: Int = 100_000) {
        path = (folder as NSString).appendingPathComponent(".stimul/columns/workspace.columns")
        self.leastRows = leastRows
        self.program = program
    }

    /// Opens the columns of exactly these rows; what they hold is verified when it is asked for.
    ///
    /// - Returns: `nil` when there are none of them: rows have come in, the text reads them otherwise, or another build stored them.
    public func open(_ rows: KeptRows) throws(ColumnFailure) -> CompanyColumns? {
        guard let columns = try openAny() else { return nil }
        return columns.rows == rows ? columns : nil
    }

    /// Opens the columns of rows that may have changed since, or to which others may have come.
    ///
    /// - Returns: `nil` when there are none that could follow: the text reads tables otherwise, or another build stored them.
    ///   Whether the rows they were made of are still there is for the reader to say: see ``ReadTransaction/stillHolds(_:)``.
    public func openEarlier(than rows: KeptRows) throws(ColumnFailure) -> CompanyColumns? {
        guard let columns = try openAny(), let old = columns.rows, old.definitions == rows.definitions,
            old.head <= rows.head
        else { return nil }
        return columns
    }

    /// Opens whatever columns there are, also those of other rows.
    public func openAny() throws(ColumnFailure) -> CompanyColumns? {
        let columns: CompanyColumns
        do {
            columns = try CompanyColumns(at: path)
        } catch {
            switch error {
            case .missing, .otherVersion, .otherByteOrder: return nil
            default: throw error
            }
        }
        return columns.program == program ? columns : nil
    }

    /// Stores the columns of a company that was just read out of rows.
    ///
    /// - Parameters:
    ///   - tables: The lines that were laid out of its events.
    ///   - dataDigest: As ``DataState/digest``.
    ///   - firsts: As ``DataState/firsts``, of the large tables.
    ///   - small: The tables that no columns stand for, as they are in these rows.
    ///   - threads: How many threads lay the columns out.
    public func store(
        _ model: CompanyModel, _ tables: [LineTable], of rows: KeptRows, dataDigest: String, firsts: [String: [Int64]],
        small: [TableText], threads: Int = 2
    ) throws(ColumnFailure) {
        let writer = try ColumnWriter(at: path, threads: threads)
        let kinds = firsts.keys.sorted()
        for (number, kind) in kinds.enumerated() {
            try writer.add(rising: firsts[kind] ?? [], CompanyColumns.firstsSection(number))
        }
        for (number, table) in small.enumerated() {
            try writer.add(CompanyColumns.smallSection(number), table.bytes)
        }
        let description = try writer.add(
            model, tables, program: program,
            rows: ColumnDescription.Rows(
                kept: rows, dataDigest: dataDigest, kinds: kinds,
                records: model.records.mapValues { RecordNumbers($0) },
                small: small.map { ColumnDescription.Small(kind: $0.kind, isBare: $0.isBare) }))
        try writer.finish(fingerprint: description.fingerprint)
    }
}
