internal import Company
internal import Formulas
internal import Storage
internal import Synchronization

/// The rows of a workspace's small tables (people, assignments, records …) as they stood at a version, and the companies that texts
/// make of them, kept for whoever asks next.
///
/// Rows are only ever added to, so those of a version never change.
final class SmallRows: Sendable {
    private struct Known {
        let head: Int64
        let large: Set<String>
        let tables: [PlainTable]
        /// By the digest of the text.
        var companies: [String: Company] = [:]
    }

    /// What was read of a text and small tables.
    struct Company: Sendable {
        /// `nil` when something is wrong.
        let model: CompanyModel?
        let found: [Diagnostic]
    }

    private let known = Mutex<Known?>(nil)

    /// The tables at a version.
    ///
    /// - Parameter large: The tables that are not among them.
    func tables(
        upTo head: Int64, without large: Set<String>, _ snapshot: Reading
    ) throws(StorageFailure) -> [PlainTable] {
        if let known = known.withLock({ $0 }), known.head == head, known.large == large { return known.tables }
        let tables = try snapshot.tables(upTo: head) { kind, _ in !large.contains(kind) }
        known.withLock { $0 = Known(head: head, large: large, tables: tables) }
        return tables
    }

    /// The company that a text makes of the tables at a version.
    func company(upTo head: Int64, _ text: [SourceFile], _ snapshot: Reading) throws(StorageFailure) -> Company {
        let large = CompanyReader.declaredTables(in: text).large
        let tables = try tables(upTo: head, without: large, snapshot)
        let digest = Reading.modelDigest(of: text)
        if let known = known.withLock({ $0 }), known.head == head, let company = known.companies[digest] {
            return company
        }
        let (model, found, _) = CompanyReader.read(text: text, tables: tables)
        let company = Company(model: model, found: found)
        known.withLock { if $0?.head == head { $0?.companies[digest] = company } }
        return company
    }
}
