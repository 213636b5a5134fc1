internal import Messages

/// When a period came to the state in which it stands, and the end of the audit chain by then.
///
/// A document that carries it is the same whenever it is made again, as long as nothing more is done with the period; whoever has
/// the document can ask whether the chain still passes through that digest.
public struct PeriodSeal: Sendable, Hashable {
    /// The last record of the chain that belongs to the period.
    public var head: AuditHead
    /// The time of that record, as ISO 8601 in UTC.
    public var at: String

    /// Makes a seal.
    public init(head: AuditHead, at: String) {
        self.head = head
        self.at = at
    }
}

extension ReadTransaction {
    /// The last record of a period's steps and entries; `nil` while there is none.
    public func seal(of period: String) throws(StorageFailure) -> PeriodSeal? {
        try connection.first(
            """
            SELECT number, at, lower(hex(digest)) FROM audit WHERE number = (
                SELECT max(record) FROM (
                    SELECT record FROM period_steps WHERE period = ?1
                    UNION ALL SELECT record FROM entries WHERE period = ?1))
            """, [.text(period)]
        ) { PeriodSeal(head: AuditHead(number: $0.integer(0), digest: $0.text(2)), at: $0.text(1)) }
    }
}
