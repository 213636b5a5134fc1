internal import Company
internal import Ledger
internal import Messages
internal import Periods
internal import Storage
internal import Vesting

/// Calculates the periods that were posted, each under the text that was in force for it, with the rows of now.
struct EarlierRules {
    let cycle: PayCycle
    let rows: CalculationRows
    /// The first day after the pay period that is calculated.
    let end: CivilDay
    /// The company under the text of now.
    let now: CompanyVersion

    /// The awards of every posted period, and the rows that rules of one of them cannot read.
    func awards(
        of posted: [PayCycle.Posted]
    ) async throws(PayrollFailure) -> ([PeriodAwards], setAside: [Diagnostic]) {
        var versions = [ReadTransaction.modelDigest(of: cycle.text): now]
        var awards: [PeriodAwards] = []
        var setAside: [Diagnostic] = []
        // Read once, and only when some period has rules of its own that read tables in another way.
        var tables: [PlainTable]?
        for period in posted {
            let digest = period.run.model
            var version = versions[digest]
            if version == nil { version = try await versionOfColumns(digest) }
            versions[digest] = version
            if version == nil {
                let others = posted.filter { $0.run.model == digest }
                let all: [PlainTable]
                if let tables { all = tables } else { all = try rows.all(cycle) }
                tables = all
                let (made, faults) = try await self.version(period, all, head: others.map(\.run.dataHead).max() ?? 0)
                versions[digest] = made
                version = made
                setAside += faults
            }
            guard let version else { continue }
            awards.append(try await cycle.awards(of: period.period, version, end: end))
        }
        return (awards, setAside)
    }

    /// The company under an earlier text out of the columns of now; `nil` when there are none, or when that text reads tables in
    /// another way, or some rows not at all.
    private func versionOfColumns(_ digest: String) async throws(PayrollFailure) -> CompanyVersion? {
        guard let large = rows.large else { return nil }
        let text = try cycle.read { try $0.model(digest) }
        guard let own = ReadTransaction.definitions(of: text), own == ReadTransaction.definitions(of: cycle.text) else {
            return nil
        }
        // Which rows it cannot read is found among all of them.
        return await CompanyVersion(text: text, small: rows.small, large, threads: cycle.threads, end: end)
    }

    /// - Parameters:
    ///   - tables: All rows of now.
    ///   - head: The state of the data when these rules were last posted with.
    private func version(
        _ posted: PayCycle.Posted, _ tables: [PlainTable], head: Int64
    ) async throws(PayrollFailure) -> (CompanyVersion, setAside: [Diagnostic]) {
        let text = try cycle.read { try $0.model(posted.run.model) }
        let (tables, setAside) = try legible(tables, under: text, posted.period.description, head: head)
        let version = try await CompanyVersion(text: text, tables: tables, threads: cycle.threads) { _ in end }
        return (version, setAside)
    }

    /// The rows that old rules can read.
    ///
    /// A row that came later may speak of what the old text does not know, a position that was made since. Such a row is none of
    /// the old period's. A row that the period was posted with must still be read, or its pay would be taken back unseen.
    private func legible(
        _ tables: [PlainTable], under text: [SourceFile], _ period: String, head: Int64
    ) throws(PayrollFailure) -> ([PlainTable], [Diagnostic]) {
        var tables = tables
        var setAside: [Diagnostic] = []
        var counted: Set<FaultyRow>?
        while true {
            let (model, diagnostics, faulty) = CompanyReader.read(text: text, tables: tables)
            if model != nil { return (tables, setAside) }
            if counted == nil { counted = try rows(upTo: head) }
            guard !faulty.isEmpty, let counted, faulty.isDisjoint(with: counted) else {
                throw .earlierCompany(period: period, diagnostics)
            }
            for index in tables.indices {
                let kind = tables[index].kind
                tables[index].rows.removeAll { faulty.contains(FaultyRow(kind: kind, key: $0.key)) }
            }
            setAside += diagnostics.filter { $0.severity == .error }.map(\.asWarning)
        }
    }

    private func rows(upTo head: Int64) throws(PayrollFailure) -> Set<FaultyRow> {
        let tables = try cycle.read { try $0.tables(upTo: head) }
        return Set(tables.flatMap { table in table.rows.map { FaultyRow(kind: table.kind, key: $0.key) } })
    }
}

extension Diagnostic {
    /// The same as something that stops nothing.
    var asWarning: Diagnostic {
        Diagnostic(.warning, code: code, at: place, message, remedy: remedy)
    }
}
