internal import Company
internal import Ledger
internal import Storage

/// The rules of approvals and payments.
extension Rules {
    /// An approval that nothing stands against.
    struct Approval {
        let step: PeriodStep
        let run: StoredRun
        /// The state after it.
        let state: PeriodState
    }

    /// Makes sure that the period's run may be approved: in the order of the periods, with no dispute open, nobody his own pay,
    /// nobody but those whom the company names, and nothing posted since.
    func approval(of period: String, _ run: String?) throws -> Approval {
        let (before, after, step) = try step(.approve, period, run: run)
        try books.checkRelied(runs: [before.run])
        let stored = try books.run(before.run)
        try checkApprover(of: stored)
        let open = try books.openDisputes(period)
        if !open.isEmpty { throw Refusal.openDisputes(period: period, count: open.count) }
        try checkEarlierApproved(than: period)
        if try books.ledgerHead != stored.ledgerHead { throw Refusal.stale(period: period) }
        try RunSums(stored).check(after: try books.balances())
        return Approval(step: step, run: stored, state: after.state)
    }

    private func checkApprover(of run: StoredRun) throws {
        if run.pays(try self.person()) {
            throw Refusal.ownPay(period: run.period, actor: principal.name)
        }
        let text = try books.model(run.model)
        guard ReadTransaction.modelDigest(of: text) == run.model else {
            throw Refusal.otherBasis(period: run.period, .rules)
        }
        try checkApprover(among: CompanyReader.approvers(in: text))
    }

    /// The person who approves or decides.
    private func person() throws(Refusal) -> String {
        guard let person = principal.person else { throw .notAPerson(actor: principal.name) }
        return person
    }

    /// Refuses an approver whom the company does not name, where it names any.
    func checkApprover(among approvers: [String]?) throws(Refusal) {
        let person = try person()
        guard let approvers, !approvers.contains(person) else { return }
        throw .notAnApprover(actor: principal.name, approvers: approvers)
    }

    private func checkEarlierApproved(than period: String) throws {
        let lives = try books.periods()
        let order = try order()
        for life in try order.before(period, lives.filter(\.isWaiting)) {
            if try isEmptyStart(life, lives, order) { continue }
            throw Refusal.earlierUnapproved(period: period, earlier: life.period)
        }
    }

    /// Whether a period was only calculated, came to nothing and lies before all that was posted: a slip of the year, for instance.
    ///
    /// It holds nobody up. Between posted periods it would: what came later of its days would never be paid.
    private func isEmptyStart(_ life: PeriodLife, _ lives: [PeriodLife], _ order: PeriodOrder) throws -> Bool {
        guard life.state == .calculated, life.postedRun.isEmpty else { return false }
        guard try order.before(life.period, lives.filter { !$0.postedRun.isEmpty }).isEmpty else { return false }
        return try books.run(life.run).entries.isEmpty
    }

    /// A payment that nothing stands against.
    struct Payment {
        let step: PeriodStep
        let entries: [LedgerEntry]
    }

    /// Makes sure that everything payable may be handed to payroll, once the ledger is known to be as it was written.
    func payment(of period: String, afterRestore: Bool) throws -> Payment {
        let life = try step(.pay, period).before
        try books.checkRelied(runs: [life.run])
        let entries = try Posting(period: period, LedgerRules()).payment(try books.balances())
        let paid = Set(entries.map(\.obligation.person))
        let before = try books.undonePayments().filter { paid.contains($0.person) }
        if !before.isEmpty, !afterRestore, let restore = try books.restores().last {
            throw Refusal.paidBeforeRestore(before, restore)
        }
        let reason = before.isEmpty ? "" : Self.paidAgain
        return Payment(
            step: PeriodStep(.pay, by: principal.name, run: life.run, reason: reason), entries: entries)
    }

    /// The reason that stands with a payment of what was paid before a restore.
    private static let paidAgain = "after a restore"
}

extension StoredRun {
    /// Whether it gives somebody anything, or takes it from him.
    fileprivate func pays(_ person: String) -> Bool {
        entries.contains { $0.obligation.person == person }
            || lines.contains { $0.person == person && $0.amount != 0 }
    }
}

extension PeriodLife {
    /// Whether something of it is still to be approved: a run, or what it was reopened for.
    fileprivate var isWaiting: Bool {
        switch state {
        case .calculated, .inReview, .halfApproved: true
        case .open: !postedRun.isEmpty
        case .approved, .paid, .closed: false
        }
    }
}
