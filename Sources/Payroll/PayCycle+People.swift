public import Storage

/// What people change and object to between the calculations.
extension PayCycle {
    /// Enters an adjustment; somebody else must approve it.
    ///
    /// - Returns: Its number, and its amount in minor units.
    @discardableResult
    public func adjust(
        _ new: NewAdjustment, by principal: Principal
    ) throws(PayrollFailure) -> (number: Int64, amount: Int64) {
        try write(by: principal) { tx in
            let amount = try Rules(cycle: self, principal: principal, books: tx).adjustmentAmount(new)
            let number = try tx.adjust(
                new.person, period: new.period, amount: amount, kind: new.kind, order: new.order, reason: new.reason)
            return (number, amount)
        }
    }

    /// Approves or rejects an adjustment, or the proposal to withdraw it.
    public func decide(
        _ number: Int64, _ verdict: Adjustment.Decision.Verdict, reason: String, by principal: Principal
    ) throws(PayrollFailure) {
        try take(.decide(number, verdict, reason: reason), by: principal) { tx in
            try tx.decide(number, verdict, reason: reason)
        }
    }

    /// Proposes that an approved adjustment counts no longer; somebody else must approve it.
    public func withdraw(_ number: Int64, reason: String, by principal: Principal) throws(PayrollFailure) {
        try take(.withdraw(number, reason: reason), by: principal) { try $0.withdraw(number, reason: reason) }
    }

    /// Opens a dispute about a person's pay, and tells its number.
    @discardableResult
    public func dispute(
        _ person: String, period: String, text: String, by principal: Principal
    ) throws(PayrollFailure) -> Int64 {
        try take(.dispute(person: person, period: period, text: text), by: principal) { tx in
            try tx.dispute(period: period, person: person, text: text)
        }
    }

    /// Answers a dispute, which resolves it.
    public func resolveDispute(_ number: Int64, answer: String, by principal: Principal) throws(PayrollFailure) {
        try take(.answer(number, text: answer), by: principal) { try $0.resolveDispute(number, answer: answer) }
    }
}
