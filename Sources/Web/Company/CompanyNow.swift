internal import Company
internal import Payroll
internal import Storage
internal import StoredColumns
internal import Synchronization

/// The company that is served: its text as it lies in the folder, and its records.
///
/// The text is looked at anew for every reading, since people edit it; what was read of the same text is used again.
final class CompanyNow: Sendable {
    /// The records.
    let workspace: Workspace
    private let text: @Sendable () throws -> [SourceFile]
    private let columns: WorkspaceColumns?
    private let known = Mutex<(text: [String: [UInt8]], cycle: PayCycle)?>(nil)

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
        if !reading, let known = known.withLock({ $0?.cycle }) { return known }
        let files = try text()
        let content = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
        return known.withLock { known in
            if let known, known.text == content { return known.cycle }
            let cycle = PayCycle(workspace, text: files, threads: 2, columns: columns)
            known = (content, cycle)
            return cycle
        }
    }
}
