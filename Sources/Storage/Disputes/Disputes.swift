internal import Messages

/// What somebody objects to in his statement.
public struct Dispute: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int64
    /// The pay period.
    public var period: String
    /// Whose pay it is about.
    public var person: String
    /// What he objects to.
    public var text: String
    /// The answer; `nil` while it is open.
    public var answer: Answer?

    /// What somebody answered.
    public struct Answer: Sendable, Hashable {
        /// Who answered.
        public var actor: String
        /// The answer.
        public var text: String
    }
}

extension WriteTransaction {
    /// Opens a dispute about a person's pay, and tells its number.
    @discardableResult
    public func dispute(period: String, person: String, text: String) throws(StorageFailure) -> Int64 {
        try recorded("dispute") { () throws(StorageFailure) in
            let number = try append(to: "disputes", [.text(period), .text(person.composed), .text(text)])
            return (number, detail: ["number": .number(number), "period": .text(period)])
        }
    }

    /// Answers a dispute in the name of whoever writes, which resolves it.
    ///
    /// - Throws: ``StorageFailure/noSuchDispute(_:)``, ``Invariant/ownPay``, ``Invariant/decidedTwice``.
    public func resolveDispute(_ number: Int64, answer: String) throws(StorageFailure) {
        guard let dispute = try dispute(number) else { throw .noSuchDispute(number) }
        if dispute.answer != nil { throw .broken(.decidedTwice) }
        guard dispute.person != actor else { throw .broken(.ownPay) }
        try recorded("answer") { () throws(StorageFailure) in
            try append(to: "dispute_answers", [.integer(number), .text(actor), .text(answer)])
            return ((), detail: ["dispute": .number(number)])
        }
    }
}

extension ReadTransaction {
    /// The dispute with a number, or `nil`.
    public func dispute(_ number: Int64) throws(StorageFailure) -> Dispute? {
        try disputes("WHERE disputes.number = ?", [.integer(number)]).first
    }

    /// The disputes of a period, or all, in the order in which they were opened.
    public func disputes(period: String? = nil) throws(StorageFailure) -> [Dispute] {
        guard let period else { return try disputes("", []) }
        return try disputes("WHERE period = ?", [.text(period)])
    }

    /// The disputes of a period that nobody has answered.
    public func openDisputes(_ period: String) throws(StorageFailure) -> [Dispute] {
        try disputes(period: period).filter { $0.answer == nil }
    }

    private func disputes(_ condition: String, _ values: [SQLValue]) throws(StorageFailure) -> [Dispute] {
        try connection.rows(
            """
            SELECT disputes.number, period, person, text, actor, answer
            FROM disputes LEFT JOIN dispute_answers ON dispute = disputes.number \(condition) ORDER BY disputes.number
            """, values
        ) { row in
            Dispute(
                number: row.integer(0), period: row.text(1), person: row.text(2), text: row.text(3),
                answer: row.isNull(4) ? nil : Dispute.Answer(actor: row.text(4), text: row.text(5)))
        }
    }
}
