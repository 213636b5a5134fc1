extension Writing {
    /// Enters an adjustment in the name of whoever writes, and tells its number.
    ///
    /// - Throws: ``Refusal/ownAdjustment(author:)``.
    @discardableResult
    public func adjust(
        _ person: String, period: String, amount: Int64, kind: Adjustment.Kind = .adjustment, order: String = "",
        reason: String
    ) throws(StorageFailure) -> Int64 {
        guard person != actor else { throw .refused(.ownAdjustment(author: actor)) }
        return try recorded("adjustment") { () throws(StorageFailure) in
            let number = try append(
                to: "adjustments",
                [
                    .text(period), .text(person), .integer(amount), .text(kind.rawValue), .text(order), .text(reason),
                    .text(actor),
                ])
            return (number, detail: ["number": .number(number), "period": .text(period)])
        }
    }

    /// Approves or rejects an adjustment in the name of whoever writes.
    ///
    /// - Throws: ``StorageFailure/noSuchAdjustment(_:)``, ``Refusal/ownDecision(_:author:)``,
    ///   ``Refusal/decisionOnOwnPay(_:person:)``, ``Refusal/decidedAlready(_:by:)``.
    public func decide(
        _ number: Int64, _ verdict: Adjustment.Decision.Verdict, reason: String = ""
    ) throws(StorageFailure) {
        guard let adjustment = try adjustment(number) else { throw .noSuchAdjustment(number) }
        if let decision = adjustment.decision { throw .refused(.decidedAlready(number, by: decision.actor)) }
        guard adjustment.author != actor else { throw .refused(.ownDecision(number, author: actor)) }
        guard adjustment.person != actor else { throw .refused(.decisionOnOwnPay(number, person: actor)) }
        try recorded("decision") { () throws(StorageFailure) in
            try append(
                to: "adjustment_decisions", [.integer(number), .text(verdict.rawValue), .text(actor), .text(reason)])
            return ((), detail: ["adjustment": .number(number), "verdict": .text(verdict.rawValue)])
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
            SELECT adjustments.number, period, person, amount, kind, order_text, adjustments.reason, author,
                decision, actor, adjustment_decisions.reason
            FROM adjustments LEFT JOIN adjustment_decisions ON adjustment = adjustments.number
            \(condition) ORDER BY adjustments.number
            """, values
        ) { row throws(StorageFailure) in
            var decision: Adjustment.Decision?
            if !row.isNull(8) {
                let verdict = try connection.decoded(row.text(8), as: Adjustment.Decision.Verdict.self)
                decision = Adjustment.Decision(verdict: verdict, actor: row.text(9), reason: row.text(10))
            }
            return Adjustment(
                number: row.integer(0), period: row.text(1), person: row.text(2), amount: row.integer(3),
                kind: try connection.decoded(row.text(4), as: Adjustment.Kind.self), order: row.text(5),
                reason: row.text(6), author: row.text(7), decision: decision)
        }
    }
}
