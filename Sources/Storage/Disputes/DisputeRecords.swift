internal import Ledger
internal import Messages

/// When a dispute was opened and answered, and what the books have of it since.
public struct DisputeRecords: Sendable, Hashable {
    /// When it was opened, as ISO 8601 in UTC.
    public var opened: String
    /// When it was answered; `nil` while it is open.
    public var answered: String?
    /// Corrections of the person's awards of that period that were posted since, in the order of the entries.
    public var corrections: [PostedEntry]
    /// The numbers of the adjustments of his pay that were entered since.
    public var adjustments: [Int64]
}

extension ReadTransaction {
    /// What the books have of a dispute; `nil` when there is none with this number.
    public func records(of dispute: Dispute) throws(StorageFailure) -> DisputeRecords? {
        let times = try connection.first(
            """
            SELECT disputes.record, opened.at, answered.at FROM disputes
            JOIN audit AS opened ON opened.number = disputes.record
            LEFT JOIN dispute_answers ON dispute = disputes.number
            LEFT JOIN audit AS answered ON answered.number = dispute_answers.record
            WHERE disputes.number = ?
            """, [.integer(dispute.number)]
        ) { (record: $0.integer(0), opened: $0.text(1), answered: $0.isNull(2) ? nil : $0.text(2)) }
        guard let times else { return nil }
        let since = try connection.rows(
            "SELECT number FROM entries WHERE person = ?1 AND record > ?2 AND cause = 'correction' AND origin_period = ?3",
            [.text(dispute.person), .integer(times.record), .text(dispute.period)]
        ) { $0.integer(0) }
        let wanted = Set(since)
        let corrections =
            wanted.isEmpty ? [] : try entries(person: dispute.person).filter { wanted.contains($0.number) }
        let adjustments = try connection.rows(
            "SELECT number FROM adjustments WHERE person = ?1 AND record > ?2 ORDER BY number",
            [.text(dispute.person), .integer(times.record)]
        ) { $0.integer(0) }
        return DisputeRecords(
            opened: times.opened, answered: times.answered, corrections: corrections, adjustments: adjustments)
    }
}
