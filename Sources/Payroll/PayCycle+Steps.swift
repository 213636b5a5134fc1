internal import Company
internal import Formulas
public import Ledger
internal import Storage

/// The steps after the calculation.
extension PayCycle {
    /// Shows people their statements; from now on they may dispute them.
    public func review(_ period: String, by actor: String) throws(PayrollFailure) {
        try write(by: actor) { tx in
            try tx.append(PeriodStep(.review, by: actor, run: try tx.life(of: period).run), period: period)
        }
    }

    /// Approves the period's run; with the second approval its entries are posted.
    ///
    /// - Parameter run: The run that the approver has looked at; the period's own when `nil`.
    /// - Returns: The state after it.
    @discardableResult
    public func approve(_ period: String, run: String? = nil, by actor: String) throws(PayrollFailure) -> PeriodState {
        try write(by: actor) { tx in
            let before = try tx.life(of: period)
            let step = PeriodStep(.approve, by: actor, run: run ?? before.run)
            var after = before
            try after.take(step)
            let stored = try tx.run(before.run)
            try refuse(approving: stored, by: actor, tx)
            try tx.append(step, period: period)
            if after.state == .approved { try tx.post(stored.entries, run: stored.id) }
            return after.state
        }
    }

    /// Who may approve, and when: in the order of the periods, with no dispute open, nobody his own pay, and nothing posted since.
    private func refuse(approving run: StoredRun, by actor: String, _ tx: Writing) throws {
        let period = run.period
        if run.entries.contains(where: { $0.obligation.person == actor })
            || run.lines.contains(where: { $0.person == actor && $0.amount != 0 })
        {
            throw LifeCycleRefusal.ownPay(period, approver: actor)
        }
        let open = try tx.openDisputes(period)
        if !open.isEmpty { throw LifeCycleRefusal.openDisputes(period, count: open.count) }
        let lives = try tx.periods()
        for life in lives where life.period < period && life.isWaiting {
            if try Self.isEmptyStart(life, lives, tx) { continue }
            throw LifeCycleRefusal.earlierUnapproved(period, earlier: life.period)
        }
        if try tx.ledgerHead != run.ledgerHead { throw LifeCycleRefusal.stale(period) }
    }

    /// Whether a period was only calculated, came to nothing and lies before all that was posted: a slip of the year, for instance.
    ///
    /// It holds nobody up. Between posted periods it would: what came later of its days would never be paid.
    private static func isEmptyStart(_ life: PeriodLife, _ lives: [PeriodLife], _ tx: Writing) throws -> Bool {
        guard life.state == .calculated, life.postedRun.isEmpty else { return false }
        guard !lives.contains(where: { $0.period < life.period && !$0.postedRun.isEmpty }) else { return false }
        return try tx.run(life.run).entries.isEmpty
    }

    /// Hands everything payable to payroll.
    ///
    /// - Returns: The payments, by person.
    @discardableResult
    public func pay(_ period: String, by actor: String) throws(PayrollFailure) -> [Entry] {
        try write(by: actor) { tx in
            let life = try tx.life(of: period)
            try tx.append(PeriodStep(.pay, by: actor, run: life.run), period: period)
            let entries = try Posting(period: period, LedgerRules()).payment(try tx.balances())
            if !entries.isEmpty { try tx.post(entries, run: life.run) }
            return entries
        }
    }

    /// Ends a period; what comes later is posted in a later one.
    public func close(_ period: String, by actor: String) throws(PayrollFailure) {
        try write(by: actor) { tx in
            try tx.append(PeriodStep(.close, by: actor, run: try tx.life(of: period).run), period: period)
        }
    }

    /// Opens a period again: a calculation is withdrawn; what was posted stays, and what then comes out differently is posted
    /// beside it.
    public func reopen(_ period: String, reason: String, by actor: String) throws(PayrollFailure) {
        try write(by: actor) { tx in
            let life = try tx.life(of: period)
            let later = try tx.periods().first { $0.period > period && !$0.postedRun.isEmpty }
            if let later, !life.postedRun.isEmpty {
                throw LifeCycleRefusal.laterApproved(period, later: later.period)
            }
            try tx.append(PeriodStep(.reopen, by: actor, run: life.run, reason: reason), period: period)
        }
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
