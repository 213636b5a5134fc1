public import Ledger
internal import Storage

/// The steps after the calculation.
extension PayCycle {
    /// Shows people their statements; from now on they may dispute them.
    public func review(_ period: String, by principal: Principal) throws(PayrollFailure) {
        try take(.review(period: period), by: principal) { tx in
            try tx.append(PeriodStep(.review, by: tx.actor, run: try tx.life(of: period).run), period: period)
        }
    }

    /// Hands everything payable to payroll, once the ledger is known to be as it was written.
    ///
    /// - Parameter afterRestore: Whether it is paid although payments to the same people were made before a restore.
    /// - Returns: The payments, by person.
    /// - Throws: ``Refusal/paidBeforeRestore(_:_:)`` among others.
    @discardableResult
    public func pay(
        _ period: String, afterRestore: Bool = false, by principal: Principal
    ) throws(PayrollFailure) -> [LedgerEntry] {
        try write(by: principal) { tx in
            let payment = try Rules(cycle: self, principal: principal, books: tx)
                .payment(of: period, afterRestore: afterRestore)
            try tx.append(payment.step, period: period)
            if !payment.entries.isEmpty { try tx.post(payment.entries, run: payment.step.run) }
            return payment.entries
        }
    }

    /// Ends a period; what comes later is posted in a later one. The periods end in their order.
    public func close(_ period: String, by principal: Principal) throws(PayrollFailure) {
        try take(.close(period: period), by: principal) { tx in
            try tx.append(PeriodStep(.close, by: tx.actor, run: try tx.life(of: period).run), period: period)
        }
    }

    /// Opens a period again: a calculation is withdrawn; what was posted stays, and what then comes out differently is posted
    /// beside it.
    public func reopen(_ period: String, reason: String, by principal: Principal) throws(PayrollFailure) {
        try take(.reopen(period: period, reason: reason), by: principal) { tx in
            let step = PeriodStep(.reopen, by: tx.actor, run: try tx.life(of: period).run, reason: reason)
            try tx.append(step, period: period)
        }
    }
}
