internal import Company
internal import Ledger
internal import Messages
internal import Quantities
internal import Storage
internal import StoredColumns

extension PayCycle {
    /// A person's statement of a period, not signed yet, with no more rows than his figures need.
    ///
    /// The fewest rows are tried first: those that are his own. Where they do not give the same figures (he shares a pool, a
    /// contest is ranked, a unit is summed), more of them go with it.
    ///
    /// - Throws: ``PayrollFailure/notCalculated(_:)``, ``PayrollFailure/noSuchPerson(_:)``.
    public func statement(of person: String, _ period: String) async throws(PayrollFailure) -> StatementBundle {
        let basis = try statementBasis(person, period)
        do {
            if let own = try await statementOfOwnRows(basis) { return own }
            return try await statementOfAllRows(basis)
        } catch let problem as StatementProblem {
            throw PayrollFailure(problem)
        } catch {
            throw PayrollFailure(error)
        }
    }

    /// What a statement is made of, beside rows.
    struct StatementBasis {
        let person: String
        let period: String
        /// The run with the person's lines and entries alone.
        let run: StoredRun
        let text: [SourceFile]
        /// The person's entries of the period, where the run is posted.
        let posted: [LedgerEntry]?
    }

    func statementBasis(_ person: String, _ period: String) throws(PayrollFailure) -> StatementBasis {
        try read { snapshot in
            let life = try snapshot.life(of: period)
            let id = life.run.isEmpty ? life.postedRun : life.run
            guard !id.isEmpty else { throw Refusal.notCalculated(period: period) }
            let run = try snapshot.run(id, person: person)
            let posted = try snapshot.entries(person: person, period: period).map(\.entry)
            return StatementBasis(
                person: person, period: period, run: run, text: try snapshot.model(run.model),
                posted: life.postedRun == id ? posted : nil)
        }
    }

    /// The statement out of the person's own rows, found by stored columns; `nil` when there are none, or when these rows do not
    /// give what the run has.
    func statementOfOwnRows(_ basis: StatementBasis) async throws -> StatementBundle? {
        let (run, text) = (basis.run, basis.text)
        guard let kept = try workspace.read({ try $0.keptRows(as: text) }),
            let columns = try? columns?.openEarlier(than: kept), !run.lines.isEmpty
        else { return nil }
        let declared = CompanyReader.declaredTables(in: text)
        let tables: [PlainTable]? = try workspace.read { snapshot in
            guard let company = try smallRows.company(upTo: kept.head, text, snapshot).model,
                let own = try OwnRows(of: basis.person, text, in: columns, company)?
                    .tables(upTo: run.dataHead, snapshot)
            else { return nil }
            let small = try smallRows.tables(upTo: run.dataHead, without: declared.large, snapshot)
            return (small + own).sorted { $0.kind.utf8.lexicographicallyPrecedes($1.kind.utf8) }
        }
        guard let tables, columns.lateDamage == nil else { return nil }
        var bundle = try bundle(basis)
        let currency = try Self.currency(text)
        bundle.results = run.lines.map { StatementBundle.Result($0, currency) }
        let own = await PersonalTables(bundle, tables, eventKinds: Set(declared.events)).own()
        bundle.tables = own?.map { .init($0) } ?? []
        return own == nil ? nil : bundle
    }

    /// The statement out of no more of all rows than it takes.
    func statementOfAllRows(_ basis: StatementBasis) async throws -> StatementBundle {
        let tables = try workspace.read { try $0.tables(upTo: basis.run.dataHead) }
        var bundle = try bundle(basis)
        bundle.tables = tables.map { .init($0) }
        bundle.results = try await bundle.recalculated()
        let kinds = Set(CompanyReader.declaredTables(in: basis.text).events)
        bundle.tables = await PersonalTables(bundle, tables, eventKinds: kinds).fewest().map { .init($0) }
        return bundle
    }

    /// A statement without rows and figures.
    private func bundle(_ basis: StatementBasis) throws -> StatementBundle {
        StatementBundle(
            person: basis.person, period: basis.period, run: basis.run.id,
            text: basis.text.map { .init(path: $0.path, content: String(decoding: $0.bytes, as: UTF8.self)) },
            tables: [], results: [],
            settlement: try .init(
                basis.posted ?? basis.run.entries, isPosted: basis.posted != nil, Self.currency(basis.text)))
    }

    /// The currency in which a company pays, as some text of it says.
    static func currency(_ text: [SourceFile]) throws(PayrollFailure) -> Currency {
        if let currency = CompanyReader.currency(in: text) { return currency }
        // What is wrong with the text is said by a reading of it.
        throw .company(CompanyReader.read(text: text, tables: []).diagnostics)
    }
}

extension PayrollFailure {
    /// What keeps a statement from being made.
    fileprivate init(_ problem: StatementProblem) {
        switch problem {
        case .company(let diagnostics): self = .company(diagnostics)
        case .nobody(let person): self = .refused(.noSuchPerson(person))
        case .noSuchPeriod(let name): self = .refused(.noSuchPeriod(name))
        default: self = .unexpected(problem.text.en)
        }
    }
}

extension StatementBundle.Settlement {
    /// The sums of entries, by cause and accounts in the order in which they first come.
    fileprivate init(_ entries: [LedgerEntry], isPosted: Bool, _ currency: Currency) throws(QuantityError) {
        struct Kind: Hashable {
            let cause: LedgerEntry.Cause
            let from: Account
            let to: Account
        }
        var order: [Kind] = []
        var sums: [Kind: Int64] = [:]
        for entry in entries {
            let kind = Kind(cause: entry.cause, from: entry.from, to: entry.to)
            if sums[kind] == nil { order.append(kind) }
            let (sum, overflow) = (sums[kind] ?? 0).addingReportingOverflow(entry.amount)
            if overflow { throw .overflow(.addition) }
            sums[kind] = sum
        }
        self.init(
            isPosted: isPosted,
            movements: order.map { kind in
                StatementBundle.Movement(
                    cause: kind.cause.rawValue, from: kind.from.rawValue, to: kind.to.rawValue,
                    amount: Money(minorUnits: sums[kind] ?? 0, currency: currency).plainText)
            })
    }
}
