internal import Company
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

    /// Hands everything payable to payroll, once the ledger is known to be as it was written.
    ///
    /// - Parameter afterRestore: Whether it is paid although payments to the same people were made before a restore.
    /// - Returns: The payments, by person.
    /// - Throws: ``PayrollFailure/paidBeforeRestore(_:_:)``.
    @discardableResult
    public func pay(
        _ period: String, afterRestore: Bool = false, by actor: String
    ) throws(PayrollFailure) -> [Entry] {
        try write(by: actor) { tx in
            var life = try tx.life(of: period)
            try life.take(PeriodStep(.pay, by: actor, run: life.run))
            try tx.checkRelied(runs: [life.run])
            let entries = try Posting(period: period, LedgerRules()).payment(try tx.balances())
            let paid = Set(entries.map(\.obligation.person))
            let before = try tx.undonePayments().filter { paid.contains($0.person) }
            if !before.isEmpty, !afterRestore, let restore = try tx.restores().last {
                throw PayrollFailure.paidBeforeRestore(before, restore)
            }
            let reason = before.isEmpty ? "" : Self.paidAgain
            try tx.append(PeriodStep(.pay, by: actor, run: life.run, reason: reason), period: period)
            if !entries.isEmpty { try tx.post(entries, run: life.run) }
            return entries
        }
    }

    /// The reason that stands with a payment of what was paid before a restore.
    private static let paidAgain = "after a restore"

    /// Ends a period; what comes later is posted in a later one. The periods end in their order.
    public func close(_ period: String, by actor: String) throws(PayrollFailure) {
        try write(by: actor) { tx in
            let life = try tx.life(of: period)
            let earlier = try tx.periods().first {
                $0.period < period && !$0.postedRun.isEmpty && $0.state != .closed
            }
            if let earlier, life.state == .paid {
                throw LifeCycleRefusal.earlierUnclosed(period, earlier: earlier.period, earlier.state)
            }
            try tx.append(PeriodStep(.close, by: actor, run: life.run), period: period)
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
