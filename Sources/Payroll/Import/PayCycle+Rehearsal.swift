public import Company
internal import Messages
internal import Storage

extension PayCycle {
    /// What an import would do, told without doing it.
    public struct Rehearsal: Sendable {
        /// What would be written, set aside and found.
        public var imported: Imported
        /// The last version of any row when it was tried; an import that names it is refused once other rows have come in.
        public var head: Int64
        /// The rows as they are.
        public var now: [PlainTable]
        /// The rows as they would be.
        public var then: [PlainTable]
    }

    /// Tries an import: everything is done as ``importTables(_:declaring:source:complete:after:by:)`` does it, counted, and taken back.
    ///
    /// - Parameters:
    ///   - declaring: As there.
    ///   - withRows: Whether the rows before and after are asked for.
    public func rehearse(
        _ files: [SourceFile], declaring: [SourceFile] = [], source: String, complete: Bool, withRows: Bool = true,
        by principal: Principal
    ) throws(PayrollFailure) -> Rehearsal {
        try check(.importRows(source: source, complete: complete), by: principal)
        let (incoming, definitions) = try incoming(files, declaring, source, complete, keepingCompany: false)
        let staging = Staging(cycle: self, incoming: incoming, source: source, complete: complete, definitions)
        let staged = try read { try staging.staged(beside: $0) }
        do {
            try workspace.write(by: principal.name) { tx in
                let now = withRows ? try tx.tables() : []
                guard let imported = try take(staged, source: source, definitions, tx) else {
                    throw Refusal.rowsMovedOn
                }
                // Thrown, so that nothing of it is kept.
                let then = withRows ? try tx.tables() : []
                throw Tried(rehearsal: Rehearsal(imported: imported, head: staged.head, now: now, then: then))
            }
        } catch let tried as Tried {
            return tried.rehearsal
        } catch {
            throw PayrollFailure(error)
        }
        throw .refused(.nothingImported)
    }

    /// What was tried, on its way out of the transaction that must not be kept.
    private struct Tried: Error {
        let rehearsal: Rehearsal
    }

    /// The ground on which somebody proposes how a new file is read: what tables may hold, and the records that are kept.
    public func mappingGround() throws(PayrollFailure) -> MappingGround {
        let large = CompanyReader.declaredTables(in: text).large
        return try read { snapshot in
            let tables = try smallRows.texts(upTo: try snapshot.factHead, without: large, snapshot)
            return CompanyReader.mappingGround(text: text, tables: tables)
        }
    }
}
