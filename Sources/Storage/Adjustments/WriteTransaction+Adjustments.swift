internal import Messages

extension WriteTransaction {
    /// Enters an adjustment in the name of whoever writes, and tells its number.
    ///
    /// - Throws: ``Invariant/ownPay``, ``Invariant/amountTooLarge``.
    @discardableResult
    public func adjust(
        _ person: String, period: String, amount: Int64, kind: Adjustment.Kind = .adjustment, order: String = "",
        reason: String
    ) throws(StorageFailure) -> Int64 {
        guard person != actor else { throw .broken(.ownPay) }
        guard amount.magnitude <= Adjustment.largestAmount.magnitude, try adjustmentWithoutSum(with: amount) == nil
        else {
            throw .broken(.amountTooLarge)
        }
        return try recorded("adjustment") { () throws(StorageFailure) in
            let number = try append(
                to: "adjustments",
                [
                    .text(period), .text(person.composed), .integer(amount), .text(kind.rawValue), .text(order),
                    .text(reason),
                    .text(actor),
                ])
            return (number, detail: ["number": .number(number), "period": .text(period)])
        }
    }

    /// Decides, in the name of whoever writes, what waits about an adjustment: itself, or the proposal to withdraw it.
    ///
    /// - Throws: ``StorageFailure/noSuchAdjustment(_:)``, ``Invariant/ownProposal``, ``Invariant/ownPay``,
    ///   ``Invariant/decidedTwice``.
    public func decide(
        _ number: Int64, _ verdict: Adjustment.Decision.Verdict, reason: String = ""
    ) throws(StorageFailure) {
        guard let adjustment = try adjustment(number) else { throw .noSuchAdjustment(number) }
        if let withdrawal = adjustment.withdrawal, withdrawal.decision == nil {
            return try decide(withdrawal, of: adjustment, verdict, reason: reason)
        }
        if adjustment.decision != nil { throw .broken(.decidedTwice) }
        try checkDecider(of: adjustment, author: adjustment.author)
        try recorded("decision") { () throws(StorageFailure) in
            try append(
                to: "adjustment_decisions", [.integer(number), .text(verdict.rawValue), .text(actor), .text(reason)])
            return ((), detail: ["adjustment": .number(number), "verdict": .text(verdict.rawValue)])
        }
    }

    /// Proposes, in the name of whoever writes, that an approved adjustment counts no longer; somebody else must approve it.
    ///
    /// - Throws: ``StorageFailure/noSuchAdjustment(_:)``, ``Invariant/nothingToWithdraw``, ``Invariant/ownPay``.
    public func withdraw(_ number: Int64, reason: String) throws(StorageFailure) {
        guard let adjustment = try adjustment(number) else { throw .noSuchAdjustment(number) }
        let waits = adjustment.withdrawal.map { $0.decision == nil } ?? false
        guard adjustment.isInForce, !waits else { throw .broken(.nothingToWithdraw) }
        guard adjustment.person != actor else { throw .broken(.ownPay) }
        try recorded("withdrawal") { () throws(StorageFailure) in
            try append(to: "adjustment_withdrawals", [.integer(number), .text(actor), .text(reason)])
            return ((), detail: ["adjustment": .number(number)])
        }
    }

    private func decide(
        _ withdrawal: Adjustment.Withdrawal, of adjustment: Adjustment, _ verdict: Adjustment.Decision.Verdict,
        reason: String
    ) throws(StorageFailure) {
        try checkDecider(of: adjustment, author: withdrawal.author)
        try recorded("withdrawal decision") { () throws(StorageFailure) in
            try append(
                to: "withdrawal_decisions",
                [.integer(withdrawal.number), .text(verdict.rawValue), .text(actor), .text(reason)])
            return ((), detail: ["adjustment": .number(adjustment.number), "verdict": .text(verdict.rawValue)])
        }
    }

    /// Two people decide, and neither is paid by it.
    private func checkDecider(of adjustment: Adjustment, author: String) throws(StorageFailure) {
        guard author != actor else { throw .broken(.ownProposal) }
        guard adjustment.person != actor else { throw .broken(.ownPay) }
    }
}

extension ReadTransaction {
    /// The adjustment with a number, or `nil`.
    public func adjustment(_ number: Int64) throws(StorageFailure) -> Adjustment? {
        try adjustments("WHERE adjustments.number = ?", [.integer(number)]).first
    }

    /// The largest of the adjustments that count or may still count, when an amount has no sum with them that leaves room for the
    /// pay beside them; `nil` when it has one.
    public func adjustmentWithoutSum(with amount: Int64) throws(StorageFailure) -> Int64? {
        var sum = Int128(amount.magnitude)
        var largest: Adjustment?
        for adjustment in try adjustments() where adjustment.isInForce || adjustment.decision == nil {
            sum += Int128(adjustment.amount.magnitude)
            if adjustment.amount.magnitude > largest?.amount.magnitude ?? 0 { largest = adjustment }
        }
        return sum > Int128(Int64.max / 2) ? largest?.number : nil
    }

    /// The adjustments of a period, or all, in the order in which they were entered.
    public func adjustments(period: String? = nil) throws(StorageFailure) -> [Adjustment] {
        guard let period else { return try adjustments("", []) }
        return try adjustments("WHERE period = ?", [.text(period)])
    }

    private func adjustments(_ condition: String, _ values: [SQLValue]) throws(StorageFailure) -> [Adjustment] {
        try connection.rows(
            """
            SELECT adjustments.number, period, person, amount, kind, order_text, adjustments.reason, adjustments.author,
                made.decision, made.actor, made.reason,
                proposed.number, proposed.author, proposed.reason, taken.decision, taken.actor, taken.reason
            FROM adjustments LEFT JOIN adjustment_decisions AS made ON made.adjustment = adjustments.number
                LEFT JOIN adjustment_withdrawals AS proposed ON proposed.number =
                    (SELECT max(number) FROM adjustment_withdrawals WHERE adjustment = adjustments.number)
                LEFT JOIN withdrawal_decisions AS taken ON taken.withdrawal = proposed.number
            \(condition) ORDER BY adjustments.number
            """, values
        ) { row throws(StorageFailure) in
            var withdrawal: Adjustment.Withdrawal?
            if !row.isNull(11) {
                withdrawal = Adjustment.Withdrawal(
                    number: row.integer(11), author: row.text(12), reason: row.text(13),
                    decision: try decision(row, from: 14))
            }
            return Adjustment(
                number: row.integer(0), period: row.text(1), person: row.text(2), amount: row.integer(3),
                kind: try connection.decoded(row.text(4), as: Adjustment.Kind.self), order: row.text(5),
                reason: row.text(6), author: row.text(7), decision: try decision(row, from: 8),
                withdrawal: withdrawal)
        }
    }

    private func decision(_ row: SQLStatement, from column: Int32) throws(StorageFailure) -> Adjustment.Decision? {
        if row.isNull(column) { return nil }
        let verdict = try connection.decoded(row.text(column), as: Adjustment.Decision.Verdict.self)
        return Adjustment.Decision(verdict: verdict, actor: row.text(column + 1), reason: row.text(column + 2))
    }
}
