public import Company
public import Ledger
internal import Messages
internal import Quantities
public import Storage

/// What people ask about before they act.
extension PayCycle {
    /// How far a pay period has come, and what it pays.
    public struct PeriodOverview: Sendable, Hashable {
        /// Its life so far.
        public var life: PeriodLife
        /// What became payable in it, with what its run proposes; in minor units.
        public var payable: Int64
        /// What was handed to payroll in it, in minor units.
        public var paid: Int64
        /// How many disputes of it nobody has answered.
        public var openDisputes: Int
    }

    /// A run as it is looked at: what each person gets of it.
    public struct Reviewed: Sendable {
        /// The run.
        public var run: StoredRun
        /// The people of its lines and entries, by identifier, each with what the entries come to.
        public var people: [(person: String, pay: PayBreakdown)]
    }

    /// The company without its large tables: who works there, in what currency and by what periods it pays.
    ///
    /// When the text does not fit the kept rows just now, somebody is writing at it; then the text of the last calculation holds.
    ///
    /// - Throws: ``Refusal/nothingImported``, ``PayrollFailure/company(_:)``.
    public func reference() throws(PayrollFailure) -> CompanyModel {
        try read { try reference(in: $0) }
    }

    /// The same by a state of the records.
    func reference(in snapshot: ReadTransaction) throws -> CompanyModel {
        let (model, found) = try reference(text, snapshot)
        if let model { return model }
        let last = try snapshot.latestModel().flatMap { try reference(try snapshot.model($0), snapshot).model }
        guard let last else { throw PayrollFailure.company(found) }
        return last
    }

    private func reference(
        _ text: [SourceFile], _ snapshot: ReadTransaction
    ) throws -> (model: CompanyModel?, found: [Diagnostic]) {
        let head = try snapshot.factHead
        let large = CompanyReader.declaredTables(in: text).large
        let texts = try smallRows.texts(upTo: head, without: large, snapshot)
        guard texts.contains(where: { $0.kind == "people" }) else { throw Refusal.nothingImported }
        let company = try smallRows.company(upTo: head, text, snapshot)
        return (company.model, company.found)
    }

    /// Every pay period that anything was done to, by name.
    public func overview() throws(PayrollFailure) -> [PeriodOverview] {
        try read { snapshot in
            try snapshot.periods().sorted { $0.period < $1.period }.map { life in
                let posted = try snapshot.entries(period: life.period).map(\.entry)
                let isPosted = life.run.isEmpty || life.run == life.postedRun
                let proposed = isPosted ? [] : try snapshot.run(life.run).entries
                let pay = try PayBreakdown(posted + proposed)
                return PeriodOverview(
                    life: life, payable: pay.payable, paid: pay.paid,
                    openDisputes: try snapshot.openDisputes(life.period).count)
            }
        }
    }

    /// What of the steps, the ledger and the runs of the periods is not as it was written; nothing as a rule.
    ///
    /// Who approved what is worth nothing while there is something.
    public func doubts() throws(PayrollFailure) -> [AuditFault] {
        try read { snapshot in
            try snapshot.reliedFaults(runs: try snapshot.periods().flatMap { [$0.run, $0.postedRun] })
        }
    }

    /// Who has imported for the first time since the last posting and had done nothing before, with the time of it.
    public func newcomers() throws(PayrollFailure) -> [(actor: String, at: String)] {
        try read { try $0.newcomers() }
    }

    /// The run on which a period stands.
    ///
    /// - Throws: ``Refusal/notCalculated(period:)``.
    public func reviewed(_ period: String) throws(PayrollFailure) -> Reviewed {
        let run = try read { snapshot in
            let life = try snapshot.life(of: period)
            if life.run.isEmpty { throw Refusal.notCalculated(period: period) }
            return try snapshot.run(life.run)
        }
        var entries = Dictionary(grouping: run.entries, by: \.obligation.person)
        for line in run.lines where entries[line.person] == nil { entries[line.person] = [] }
        var people: [(person: String, pay: PayBreakdown)] = []
        do throws(QuantityError) {
            for (person, own) in entries.sorted(by: { $0.key < $1.key }) {
                people.append((person, try PayBreakdown(own)))
            }
        } catch {
            throw .quantity(error)
        }
        return Reviewed(run: run, people: people)
    }

    /// The full identifier of a run of which the beginning is known.
    public func run(startingWith prefix: String) throws(PayrollFailure) -> String { try read { try $0.run(prefix).id } }

    /// A disciplinary cut that takes less than was asked for, because the law does not let it take more.
    public struct LimitedCut: Sendable, Hashable {
        /// What was asked for.
        public var adjustment: Adjustment
        /// What it takes, in minor units; never above zero.
        public var amount: Int64
    }

    /// The disciplinary cuts that a run decides and that take less than was asked for, by number.
    public func limitedCuts(of run: StoredRun) throws(PayrollFailure) -> [LimitedCut] {
        let moved = Set(run.entries.map(\.obligation))
        let included = Set(run.adjustments)
        return try read { snapshot in
            let cuts = try snapshot.adjustments().filter { included.contains($0.number) && $0.kind == .discipline }
            if cuts.isEmpty { return [] }
            var balances = try snapshot.balances(upTo: run.ledgerHead)
            for entry in run.entries { try balances.add(entry) }
            return cuts.compactMap { cut in
                let obligation = Obligation(person: cut.person, .adjustment(cut.number))
                let earned = balances[obligation, .earned]
                // What an earlier period has taken was told of then, and stands.
                guard cut.period == run.period || moved.contains(obligation) || earned == 0 else { return nil }
                // What was granted stands below zero on the company's side.
                return earned.magnitude == cut.amount.magnitude
                    ? nil : LimitedCut(adjustment: cut, amount: -max(0, earned))
            }
        }
    }

    /// The disputes of all periods, in the order in which they were opened.
    public func disputes() throws(PayrollFailure) -> [Dispute] { try read { try $0.disputes() } }

    /// The adjustments of all periods, in the order in which they were entered.
    public func adjustments() throws(PayrollFailure) -> [Adjustment] { try read { try $0.adjustments() } }
}
