public import Calculation
public import Company
internal import Messages
public import Storage
public import StoredColumns

/// A company that somebody asks about one person: out of stored columns where there are any, so that nobody else's rows are read.
public struct AskedCompany: Sendable {
    /// The company.
    public let model: CompanyModel
    private let lines: [LineTable]
    /// Its stored columns, if any.
    public let columns: CompanyColumns?
    private let packed: PackedEvents
    /// What it was read from beside its columns.
    private var kept: (text: [SourceFile], small: [TableText])?

    /// Makes it of a company with the lines that were stored with it, if any.
    public init(_ model: CompanyModel, lines: [LineTable] = [], _ columns: CompanyColumns? = nil) {
        self.init(model, lines: lines, columns, columns?.packedEvents ?? .none)
    }

    private init(_ model: CompanyModel, lines: [LineTable], _ columns: CompanyColumns?, _ packed: PackedEvents) {
        self.model = model
        self.lines = lines
        self.columns = columns
        self.packed = packed
    }

    /// Makes it of rows that are kept, without the tables that columns stand for.
    init(_ large: CalculationRows.Large, _ text: [SourceFile], small: [TableText]) {
        self.init(large.model, lines: large.lines, large.columns, large.packed)
        kept = (text, small)
    }

    /// The rows of a scenario as changes of the company; `nil` when it has to be read as a whole to know what they are.
    public func changes(_ scenario: Scenario) -> [EventChange]? {
        kept.flatMap { CompanyReader.changes(scenario, of: model, text: $0.text, tables: $0.small) }
    }

    /// What answers figures of a few people.
    public func source(threads: Int = 2) async -> PersonalEngine {
        PersonalEngine(await everybody(threads: threads))
    }

    /// What answers figures of everybody, computed beforehand: what a company that is followed begins with.
    public func everybody(threads: Int = 2) async -> LineEngine {
        await LineEngine.computed(model, tables: lines, packed: packed, threads: threads)
    }
}

extension PayCycle {
    /// The company of a run with all its rows.
    ///
    /// - Throws: ``PayrollFailure/company(_:)``, as ``reference(of:)``.
    public func asked(_ run: StoredRun) async throws(PayrollFailure) -> AskedCompany {
        let text = try read { try $0.model(run.model) }
        let cycle = PayCycle(workspace, text: text, threads: threads, columns: columns)
        return try await cycle.asked(upTo: run.dataHead)
    }

    /// The company of the text and the rows of now.
    ///
    /// - Throws: ``PayrollFailure/company(_:)``.
    public func askedNow() async throws(PayrollFailure) -> AskedCompany {
        try await asked(upTo: try read { try $0.factHead })
    }

    /// The same out of stored columns alone; `nil` when there are none that follow the rows.
    public func storedNow() async throws(PayrollFailure) -> AskedCompany? {
        let head = try read { try $0.factHead }
        // Damaged columns are no reason not to answer: the rows are there.
        return (try? await askedOfColumns(upTo: head)) ?? nil
    }

    /// Whether any rows were ever imported.
    public func hasRows() throws(PayrollFailure) -> Bool { try read { try $0.factHead } > 0 }

    /// The company of the text of now and the rows as they stood at a version.
    ///
    /// - Throws: ``PayrollFailure/company(_:)``.
    public func asked(upTo head: Int64) async throws(PayrollFailure) -> AskedCompany {
        // Damaged columns are no reason not to answer: the rows are there.
        if let stored = try? await askedOfColumns(upTo: head) { return stored }
        let (model, found, _) = CompanyReader.read(text: text, tables: try read { try $0.tables(upTo: head) })
        guard let model else { throw .company(found) }
        return AskedCompany(model)
    }

    private func askedOfColumns(upTo head: Int64) async throws -> AskedCompany? {
        let (kept, isNow) = try workspace.read { (try $0.keptRows(as: text, upTo: head), try $0.factHead == head) }
        guard let kept, let rows = isNow ? try await storedRows(kept) : try await exactRows(kept),
            let large = rows.large
        else { return nil }
        try await large.columns.verify(threads: threads)
        return AskedCompany(large, text, small: rows.small)
    }
}
