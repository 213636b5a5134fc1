internal import Company

/// What putting a backup in the place of the present records would undo.
public struct Restoration: Sendable, Hashable {
    /// The end of the chain in the backup.
    public var backup: AuditHead
    /// The end of the present chain; `nil` while there is none, or it cannot be read.
    public internal(set) var present: AuditHead?
    /// Whether the present records could be read; what a damaged file would lose cannot be told.
    public internal(set) var isPresentReadable = true
    /// The last record that both have; 0 when they have none.
    public internal(set) var common: Int64 = 0
    /// The payments that the backup does not know, by period and person.
    public internal(set) var payments: [UndonePayment] = []
    /// The approvals that the backup does not know, in their order.
    public internal(set) var approvals: [Approval] = []
    /// Everybody whom the backup or the present records know as a person.
    public internal(set) var people: Set<String> = []

    /// Somebody's approval of a period.
    public struct Approval: Sendable, Hashable {
        /// The pay period.
        public var period: String
        /// Who approved it.
        public var actor: String
        /// When, as ISO 8601 in UTC.
        public var at: String
    }

    /// How many of the present records the backup does not have.
    public var undone: Int64 { (present?.number ?? common) - common }

    /// Whether anything would be lost that was recorded, as far as can be told.
    public var undoes: Bool { undone > 0 || !isPresentReadable }

    init(to backup: ReadTransaction) throws(StorageFailure) {
        self.backup = try backup.auditHead()
        people = try backup.knownPeople()
    }

    /// Finds where two chains part, and what stands in the present one from there on.
    mutating func compare(_ now: ReadTransaction, with backup: ReadTransaction) throws(StorageFailure) {
        let there = try backup.chain()
        for (own, other) in zip(try now.chain(), there) {
            guard own == other else { break }
            common += 1
        }
        people.formUnion(try now.knownPeople())
        approvals = try now.approvals(after: common)
        payments = try now.payments(after: common)
        present = try now.auditHead()
    }
}

/// Money that was handed to payroll, and that a restore took out of the records.
public struct UndonePayment: Sendable, Hashable {
    /// The pay period.
    public var period: String
    /// The person's identifier.
    public var person: String
    /// The sum in minor units.
    public var amount: Int64

    /// Makes one.
    public init(period: String, person: String, amount: Int64) {
        self.period = period
        self.person = person
        self.amount = amount
    }
}

extension ReadTransaction {
    /// The digests of the chain, first to last.
    fileprivate func chain() throws(StorageFailure) -> [[UInt8]] {
        try connection.rows("SELECT digest FROM audit ORDER BY number") { $0.bytes(0) }
    }

    fileprivate func knownPeople() throws(StorageFailure) -> Set<String> {
        Set(try tables { kind, _ in kind == "people" }.flatMap(\.rows).map(\.key))
    }

    fileprivate func approvals(after record: Int64) throws(StorageFailure) -> [Restoration.Approval] {
        try connection.rows(
            """
            SELECT period, period_steps.actor, at FROM period_steps JOIN audit ON audit.number = record
            WHERE record > ? AND period_steps.action = 'approve' ORDER BY period_steps.number
            """, [.integer(record)]
        ) { Restoration.Approval(period: $0.text(0), actor: $0.text(1), at: $0.text(2)) }
    }

    /// Payments of later records, and those that an earlier restore undid and that were not made again.
    fileprivate func payments(after record: Int64) throws(StorageFailure) -> [UndonePayment] {
        let own = try connection.rows(
            """
            SELECT period, person, sum(iif(to_account = 'paid', amount, -amount)) FROM entries
            WHERE record > ? AND 'paid' IN (from_account, to_account) GROUP BY period, person
            """, [.integer(record)], Self.payment)
        return (own + (try undonePayments(after: record))).sorted { ($0.period, $0.person) < ($1.period, $1.person) }
    }

    private func undonePayments(after record: Int64) throws(StorageFailure) -> [UndonePayment] {
        guard connection.schema.covered.contains(where: { $0.name == "undone_payments" }) else { return [] }
        return try connection.rows(
            """
            SELECT period, person, sum(amount) FROM undone_payments AS undone WHERE record > ? AND NOT EXISTS (
                SELECT 1 FROM period_steps AS step
                WHERE step.period = undone.period AND step.action = 'pay' AND step.record > undone.record)
            GROUP BY period, person
            """, [.integer(record)], Self.payment)
    }

    /// The payments that a restore undid, of periods that nobody has paid since.
    public func undonePayments() throws(StorageFailure) -> [UndonePayment] {
        try undonePayments(after: 0).sorted { ($0.period, $0.person) < ($1.period, $1.person) }
    }

    private static func payment(_ row: SQLStatement) -> UndonePayment {
        UndonePayment(period: row.text(0), person: row.text(1), amount: row.integer(2))
    }

    /// The restores so far, the last one last.
    public func restores() throws(StorageFailure) -> [Restore] {
        try connection.rows(
            """
            SELECT left_number, left_digest, backup_number, backup_digest, kept_as, reason, actor, at
            FROM restores JOIN audit ON audit.number = record ORDER BY restores.number
            """
        ) { row in
            Restore(
                left: row.isNull(0) ? nil : AuditHead(number: row.integer(0), digest: row.text(1)),
                backup: AuditHead(number: row.integer(2), digest: row.text(3)), keptAs: row.text(4),
                reason: row.text(5), actor: row.text(6), at: row.text(7))
        }
    }
}

/// A restore as it stands in the records.
public struct Restore: Sendable, Hashable {
    /// The end of the chain that was left; `nil` when there was none, or it could not be read.
    public var left: AuditHead?
    /// The end of the chain in the backup.
    public var backup: AuditHead
    /// The name under which the database that was there is kept; empty when there was none.
    public var keptAs: String
    /// Why.
    public var reason: String
    /// Who restored.
    public var actor: String
    /// When, as ISO 8601 in UTC.
    public var at: String
}

extension WriteTransaction {
    /// Records that a backup was restored, in the name of whoever writes.
    func note(_ restoration: Restoration, keptAs kept: String?, reason: String) throws(StorageFailure) {
        try recorded("restore") { () throws(StorageFailure) in
            let present = restoration.present
            let number = try append(
                to: "restores",
                [
                    .optional(present?.number), present.map { .text($0.digest) } ?? .null,
                    .integer(restoration.backup.number), .text(restoration.backup.digest),
                    .text(kept.map { String($0.split(separator: "/").last ?? "") } ?? ""), .text(reason),
                ])
            for payment in restoration.payments {
                try append(
                    to: "undone_payments",
                    [.integer(number), .text(payment.period), .text(payment.person), .integer(payment.amount)])
            }
            let left = present.map { "\($0)" } ?? ""
            return ((), detail: ["backup": .text("\(restoration.backup)"), "left": .text(left)])
        }
    }
}
