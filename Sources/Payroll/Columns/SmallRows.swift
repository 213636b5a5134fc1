internal import Company
internal import Messages
internal import Storage
internal import StoredColumns
internal import Synchronization

/// The rows of a workspace's small tables (people, assignments, records …) as they stood at a version, and the companies that texts
/// make of them, kept for whoever asks next.
///
/// Rows are only ever added to, so those of a version never change. Tables whose text lies beside stored columns are taken from there
/// as long as none of their rows has changed.
final class SmallRows: Sendable {
    private struct Known {
        let head: Int64
        let large: Set<String>
        let texts: [TableText]
        /// By the digest of the text.
        var companies: [String: Company] = [:]
    }

    /// What was read of a text and small tables.
    struct Company: Sendable {
        /// `nil` when something is wrong.
        let model: CompanyModel?
        /// What is wrong where there is no company.
        let found: [Diagnostic]
    }

    /// So many versions are looked at for tables that have changed.
    private static let limit = 200_000

    private let columns: WorkspaceColumns?
    private let known = Mutex<Known?>(nil)

    init(_ columns: WorkspaceColumns?) { self.columns = columns }

    /// The tables at a version, by kind.
    ///
    /// - Parameter large: The tables that are not among them.
    func texts(upTo head: Int64, without large: Set<String>, _ snapshot: ReadTransaction) throws -> [TableText] {
        if let known = known.withLock({ $0 }), known.head == head, known.large == large { return known.texts }
        let stored = try storedTexts(at: head, snapshot).filter { !large.contains($0.kind) }
        let kinds = Set(stored.map(\.kind))
        let read = try snapshot.tables(upTo: head) { kind, _ in !large.contains(kind) && !kinds.contains(kind) }
        let texts = (stored + read.map { TableText($0) }).sorted {
            $0.kind.utf8.lexicographicallyPrecedes($1.kind.utf8)
        }
        known.withLock { $0 = Known(head: head, large: large, texts: texts) }
        return texts
    }

    /// The tables at a version row by row.
    func tables(upTo head: Int64, without large: Set<String>, _ snapshot: ReadTransaction) throws -> [PlainTable] {
        try snapshot.tables(upTo: head) { kind, _ in !large.contains(kind) }
    }

    /// The company that a text makes of the tables at a version.
    func company(upTo head: Int64, _ text: [SourceFile], _ snapshot: ReadTransaction) throws -> Company {
        let large = CompanyReader.declaredTables(in: text).large
        let texts = try texts(upTo: head, without: large, snapshot)
        let digest = ReadTransaction.modelDigest(of: text)
        if let known = known.withLock({ $0 }), known.head == head, let company = known.companies[digest] {
            return company
        }
        var company = Company(model: CompanyReader.model(text: text, tables: texts), found: [])
        if company.model == nil {
            let tables = try tables(upTo: head, without: large, snapshot)
            company = Company(model: nil, found: CompanyReader.read(text: text, tables: tables).diagnostics)
        }
        known.withLock { if $0?.head == head { $0?.companies[digest] = company } }
        return company
    }

    /// The tables whose texts lie beside stored columns and are those of a version.
    private func storedTexts(at head: Int64, _ snapshot: ReadTransaction) throws -> [TableText] {
        // Damaged columns are no reason not to answer: the rows are there.
        guard let columns = (try? columns?.openAny()) ?? nil, let old = columns.rows, try snapshot.stillHolds(old),
            let changed = try snapshot.kinds(since: min(old.head, head), limit: Self.limit)
        else { return [] }
        return ((try? columns.smallTables()) ?? []).filter { !changed.contains($0.kind) }
    }
}
