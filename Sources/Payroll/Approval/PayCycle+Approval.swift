internal import Company
public import Ledger
internal import Storage

extension PayCycle {
    /// Approves the period's run; with the second approval its entries are posted.
    ///
    /// Before either, the records that it relies on are compared with what was written; before the second, a sample of the run is
    /// calculated again by the reference (``RunSample``).
    ///
    /// - Parameter run: The run that the approver has looked at; the period's own when `nil`.
    /// - Returns: The state after it.
    @discardableResult
    public func approve(_ period: String, run: String? = nil, by actor: String) throws(PayrollFailure) -> PeriodState {
        let seen = try read { try self.approval(of: period, run, by: actor, $0) }
        // Outside of the transaction: others go on writing meanwhile.
        if seen.state == .approved { try RunSample(seen.run, self).check() }
        return try write(by: actor) { tx in
            let approval = try self.approval(of: period, run, by: actor, tx)
            guard approval.state != .approved || seen.state == .approved, approval.run.id == seen.run.id else {
                throw LifeCycleRefusal.otherRun(period, approving: seen.run.id, current: approval.run.id)
            }
            try tx.append(approval.step, period: period)
            if approval.state == .approved { try tx.post(approval.run.entries, run: approval.run.id) }
            return approval.state
        }
    }

    /// An approval that nothing stands against.
    private struct Approval {
        let step: PeriodStep
        let run: StoredRun
        /// The state after it.
        let state: PeriodState
    }

    private func approval(
        of period: String, _ run: String?, by actor: String, _ snapshot: Reading
    ) throws -> Approval {
        let before = try snapshot.life(of: period)
        let step = PeriodStep(.approve, by: actor, run: run ?? before.run)
        var after = before
        try after.take(step)
        try snapshot.checkRelied(runs: [before.run])
        let stored = try snapshot.run(before.run)
        try refuse(approving: stored, by: actor, snapshot)
        try RunSums(stored).check(after: try snapshot.balances())
        return Approval(step: step, run: stored, state: after.state)
    }

    /// Who may approve, and when: in the order of the periods, with no dispute open, nobody his own pay, nobody but those whom the
    /// company names, and nothing posted since.
    private func refuse(approving run: StoredRun, by actor: String, _ snapshot: Reading) throws {
        let period = run.period
        if run.entries.contains(where: { $0.obligation.person == actor })
            || run.lines.contains(where: { $0.person == actor && $0.amount != 0 })
        {
            throw LifeCycleRefusal.ownPay(period, approver: actor)
        }
        let text = try snapshot.model(run.model)
        guard Reading.modelDigest(of: text) == run.model else { throw PayrollFailure.otherBasis(period, .rules) }
        try Self.check(actor, among: CompanyReader.approvers(in: text))
        let open = try snapshot.openDisputes(period)
        if !open.isEmpty { throw LifeCycleRefusal.openDisputes(period, count: open.count) }
        let lives = try snapshot.periods()
        for life in lives where life.period < period && life.isWaiting {
            if try Self.isEmptyStart(life, lives, snapshot) { continue }
            throw LifeCycleRefusal.earlierUnapproved(period, earlier: life.period)
        }
        if try snapshot.ledgerHead != run.ledgerHead { throw LifeCycleRefusal.stale(period) }
    }

    /// Refuses an approver whom the company does not name, where it names any.
    static func check(_ actor: String, among approvers: [String]?) throws(StorageFailure) {
        guard let approvers, !approvers.contains(actor) else { return }
        throw .refused(.notAnApprover(actor, approvers: approvers))
    }

    /// Whether a period was only calculated, came to nothing and lies before all that was posted: a slip of the year, for instance.
    ///
    /// It holds nobody up. Between posted periods it would: what came later of its days would never be paid.
    private static func isEmptyStart(_ life: PeriodLife, _ lives: [PeriodLife], _ snapshot: Reading) throws -> Bool {
        guard life.state == .calculated, life.postedRun.isEmpty else { return false }
        guard !lives.contains(where: { $0.period < life.period && !$0.postedRun.isEmpty }) else { return false }
        return try snapshot.run(life.run).entries.isEmpty
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
