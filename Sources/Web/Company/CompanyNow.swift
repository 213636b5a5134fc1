internal import Company
internal import Payroll
internal import Storage
internal import StoredColumns
internal import Synchronization

/// The company that is served: its text as it lies in the folder, and its records.
///
/// The text is looked at again and again, since people edit it; what was read of the same text is used again.
final class CompanyNow: Sendable {
    private struct Known {
        var text: [String: [UInt8]] = [:]
        var cycle: PayCycle?
        /// How often the text has changed.
        var version = 0
        /// When it was looked at last.
        var seen: ContinuousClock.Instant?
        /// The company by a record of the chain and a version of the text.
        var reference: (version: KnownAnswers.Version, model: CompanyModel)?
    }

    /// The records.
    let workspace: Workspace
    private let text: @Sendable () throws -> [SourceFile]
    private let columns: WorkspaceColumns?
    private let known = Mutex(Known())
    /// For so long the text counts as what it was: an edit is seen at most so much later.
    private static let age = Duration.milliseconds(100)

    /// The folder that the records lie in.
    var folder: String {
        workspace.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }

    /// - Parameter text: Reads the company's text, without its tables.
    init(_ workspace: Workspace, columns: WorkspaceColumns?, text: @escaping @Sendable () throws -> [SourceFile]) {
        self.workspace = workspace
        self.columns = columns
        self.text = text
    }

    /// The pay cycle by the text of now.
    ///
    /// - Parameter reading: False for whoever is content with the text as it was read last.
    func cycle(reading: Bool = true) throws -> PayCycle {
        if !reading, let known = known.withLock({ $0.cycle }) { return known }
        return try current().cycle
    }

    /// The state of everything that is served.
    func version() throws -> KnownAnswers.Version {
        let text = try current().version
        return KnownAnswers.Version(record: try workspace.read { try $0.auditHead().number }, text: text)
    }

    /// The company without its large tables, as `PayCycle.reference()`.
    func reference() throws -> CompanyModel {
        let version = try version()
        if let found = known.withLock({ $0.reference }), found.version == version { return found.model }
        let model = try cycle().reference()
        known.withLock { $0.reference = (version, model) }
        return model
    }

    private func current() throws -> (cycle: PayCycle, version: Int) {
        let now = ContinuousClock.now
        let fresh = known.withLock { known -> (cycle: PayCycle, version: Int)? in
            guard let seen = known.seen, now - seen < Self.age, let cycle = known.cycle else { return nil }
            return (cycle, known.version)
        }
        return try fresh ?? looked(at: now)
    }

    private func looked(at now: ContinuousClock.Instant) throws -> (cycle: PayCycle, version: Int) {
        let files = try text()
        let content = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
        return known.withLock { known in
            known.seen = now
            if let cycle = known.cycle, known.text == content { return (cycle, known.version) }
            let cycle = PayCycle(workspace, text: files, threads: 2, columns: columns)
            known.text = content
            known.cycle = cycle
            known.version += 1
            return (cycle, known.version)
        }
    }
}
