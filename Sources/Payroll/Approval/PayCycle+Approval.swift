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
    public func approve(
        _ period: String, run: String? = nil, by principal: Principal
    ) throws(PayrollFailure) -> PeriodState {
        let seen = try read { try Rules(cycle: self, principal: principal, books: $0).approval(of: period, run) }
        // Outside of the transaction: others go on writing meanwhile.
        if seen.state == .approved { try RunSample(seen.run, self).check() }
        return try write(by: principal) { tx in
            let approval = try Rules(cycle: self, principal: principal, books: tx).approval(of: period, run)
            guard approval.state != .approved || seen.state == .approved, approval.run.id == seen.run.id else {
                throw Refusal.otherRun(period: period, approving: seen.run.id, current: approval.run.id)
            }
            try tx.append(approval.step, period: period)
            if approval.state == .approved { try tx.post(approval.run.entries, run: approval.run.id) }
            return approval.state
        }
    }
}
