internal import Formulas

extension Writing {
    /// Enters an adjustment in the name of whoever writes, and tells its number.
    ///
    /// - Throws: ``Refusal/ownAdjustment(author:)``, ``Refusal/adjustmentTooLarge(_:)``,
    ///   ``Refusal/adjustmentsTooLarge(_:with:)``.
    @discardableResult
    public func adjust(
        _ person: String, period: String, amount: Int64, kind: Adjustment.Kind = .adjustment, order: String = "",
        reason: String
    ) throws(StorageFailure) -> Int64 {
        guard person != actor else { throw .refused(.ownAdjustment(author: actor)) }
        guard amount.magnitude <= Adjustment.largestAmount.magnitude else {
            throw .refused(.adjustmentTooLarge(amount))
        }
        try checkSum(with: amount)
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

    /// Refuses an amount that, with all others that count or may still count, would leave no room for the pay beside them.
    private func checkSum(with amount: Int64) throws(StorageFailure) {
        var sum = Int128(amount.magnitude)
        var largest: Adjustment?
        for adjustment in try adjustments() where adjustment.isInForce || adjustment.decision == nil {
            sum += Int128(adjustment.amount.magnitude)
            if adjustment.amount.magnitude > largest?.amount.magnitude ?? 0 { largest = adjustment }
        }
        guard sum > Int128(Int64.max / 2), let largest else { return }
        throw .refused(.adjustmentsTooLarge(amount, with: largest.number))
    }

    /// Decides, in the name of whoever writes, what waits about an adjustment: itself, or the proposal to withdraw it.
    ///
    /// - Throws: ``StorageFailure/noSuchAdjustment(_:)``, ``Refusal/ownDecision(_:author:)``,
    ///   ``Refusal/decisionOnOwnPay(_:person:)``, ``Refusal/decidedAlready(_:by:)``.
    public func decide(
        _ number: Int64, _ verdict: Adjustment.Decision.Verdict, reason: String = ""
    ) throws(StorageFailure) {
        guard let adjustment = try adjustment(number) else { throw .noSuchAdjustment(number) }
        if let withdrawal = adjustment.withdrawal, withdrawal.decision == nil {
            return try decide(withdrawal, of: adjustment, verdict, reason: reason)
        }
        if let decision = adjustment.decision {
            let last = adjustment.withdrawal?.decision ?? decision
            throw .refused(.decidedAlready(number, by: last.actor))
        }
        try checkDecider(of: adjustment, author: adjustment.author)
        try recorded("decision") { () throws(StorageFailure) in
            try append(
                to: "adjustment_decisions", [.integer(number), .text(verdict.rawValue), .text(actor), .text(reason)])
            return ((), detail: ["adjustment": .number(number), "verdict": .text(verdict.rawValue)])
        }
    }

    /// Proposes, in the name of whoever writes, that an approved adjustment counts no longer; somebody else must approve it.
    ///
    /// - Throws: ``StorageFailure/noSuchAdjustment(_:)``, ``Refusal/notInForce(_:)``,
    ///   ``Refusal/withdrawalWaits(_:author:)``, ``Refusal/decisionOnOwnPay(_:person:)``.
    public func withdraw(_ number: Int64, reason: String) throws(StorageFailure) {
        guard let adjustment = try adjustment(number) else { throw .noSuchAdjustment(number) }
        guard adjustment.isInForce else { throw .refused(.notInForce(number)) }
        if let waiting = adjustment.withdrawal, waiting.decision == nil {
            throw .refused(.withdrawalWaits(number, author: waiting.author))
        }
        guard adjustment.person != actor else { throw .refused(.decisionOnOwnPay(number, person: actor)) }
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
        guard author != actor else { throw .refused(.ownDecision(adjustment.number, author: actor)) }
        guard adjustment.person != actor else {
            throw .refused(.decisionOnOwnPay(adjustment.number, person: actor))
        }
    }
}

extension Reading {
    /// The adjustment with a number, or `nil`.
    public func adjustment(_ number: Int64) throws(StorageFailure) -> Adjustment? {
        try adjustments("WHERE adjustments.number = ?", [.integer(number)]).first
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
