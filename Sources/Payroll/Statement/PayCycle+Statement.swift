internal import Company
internal import Formulas
internal import Ledger
internal import Quantities
internal import Storage

extension PayCycle {
    /// A person's statement of a period, not signed yet, with no more rows than his figures need.
    ///
    /// The fewest rows are tried first: those that are his own. Where they do not give the same figures (he shares a pool, a
    /// contest is ranked, a unit is summed), more of them go with it.
    ///
    /// - Throws: ``PayrollFailure/notCalculated(_:)``, ``PayrollFailure/noSuchPerson(_:)``.
    public func statement(of person: String, _ period: String) async throws(PayrollFailure) -> StatementBundle {
        let (run, text, tables, posted) = try read { snapshot in
            let life = try snapshot.life(of: period)
            let id = life.run.isEmpty ? life.postedRun : life.run
            guard !id.isEmpty else { throw Refusal.notCalculated(period: period) }
            let run = try snapshot.run(id)
            let posted = try snapshot.entries(person: person, period: period).map(\.entry)
            return (
                run, try snapshot.model(run.model), try snapshot.tables(upTo: run.dataHead),
                life.postedRun == id ? posted : nil
            )
        }
        do {
            var bundle = StatementBundle(
                person: person, period: period, run: run.id,
                text: text.map { .init(path: $0.path, content: String(decoding: $0.bytes, as: UTF8.self)) },
                tables: tables.map { .init($0) }, results: [],
                settlement: try .init(
                    posted ?? run.entries.filter { $0.obligation.person == person }, isPosted: posted != nil,
                    Self.currency(text)))
            bundle.results = try await bundle.recalculated()
            let kinds = Set(CompanyReader.declaredTables(in: text).events)
            bundle.tables = await PersonalTables(bundle, tables, eventKinds: kinds).fewest().map { .init($0) }
            return bundle
        } catch let problem as StatementProblem {
            throw PayrollFailure(problem)
        } catch {
            throw PayrollFailure(error)
        }
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
    fileprivate init(_ entries: [Entry], isPosted: Bool, _ currency: Currency) throws(QuantityError) {
        struct Kind: Hashable {
            let cause: Entry.Cause
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
