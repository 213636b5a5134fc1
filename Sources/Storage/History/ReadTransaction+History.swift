internal import Foundation
internal import Ledger

extension ReadTransaction {
    /// Every record of the audit chain, first to last, with what it recorded.
    public func history() throws(StorageFailure) -> [HistoryRecord] {
        let rows = try RecordedRows(self)
        return try connection.rows("SELECT number, at, actor, action, detail FROM audit ORDER BY number") { row in
            HistoryRecord(
                number: row.integer(0), at: row.text(1), actor: row.text(2),
                event: rows.event(of: row.integer(0), row.text(3), detail: row.text(4)))
        }
    }

    /// What runs make payable, by run, in minor units: of all people, or of one. A run that does not concern the one is missing.
    public func payable(person: String? = nil) throws(StorageFailure) -> [String: Int64] {
        let sums = try connection.rows(
            """
            WITH concerned AS (
                SELECT DISTINCT run FROM run_lines WHERE ?1 IS NULL OR person = ?1
                UNION SELECT DISTINCT run FROM run_entries WHERE ?1 IS NULL OR person = ?1)
            SELECT runs.id, coalesce((
                SELECT sum(CASE WHEN to_account = 'payable' THEN amount WHEN from_account = 'payable' THEN -amount END)
                FROM run_entries WHERE run = runs.number AND (?1 IS NULL OR person = ?1)
                    AND cause <> 'payment'), 0)
            FROM runs WHERE ?1 IS NULL OR runs.number IN (SELECT run FROM concerned)
            """, [person.map(SQLValue.text) ?? .null]
        ) { ($0.text(0), $0.integer(1)) }
        return Dictionary(sums) { first, _ in first }
    }

    /// What the entries of a record paid a person, in minor units, by record.
    /// One that paid nobody who is asked about is missing.
    public func payments(person: String? = nil) throws(StorageFailure) -> [Int64: Int64] {
        let sums = try connection.rows(
            """
            SELECT record, sum(CASE WHEN to_account = 'paid' THEN amount ELSE -amount END) FROM entries
            WHERE cause = 'payment' AND (?1 IS NULL OR person = ?1) GROUP BY record
            """, [person.map(SQLValue.text) ?? .null]
        ) { ($0.integer(0), $0.integer(1)) }
        return Dictionary(sums) { first, _ in first }
    }
}

/// The rows of everything but facts and lines, by the record that covers them.
private struct RecordedRows {
    private var steps: [Int64: (PeriodStep, String)] = [:]
    private var adjustments: [Int64: Adjustment] = [:]
    private var decisions: [Int64: Adjustment] = [:]
    private var withdrawals: [Int64: HistoryRecord.Event] = [:]
    private var restores: [Int64: HistoryRecord.Event] = [:]
    private var disputes: [Int64: Dispute] = [:]
    private var answers: [Int64: Dispute] = [:]
    private var payments: [Int64: Int64] = [:]

    init(_ reading: ReadTransaction) throws(StorageFailure) {
        let connection = reading.connection
        let kept = try connection.rows(
            "SELECT record, period, action, actor, run, reason FROM period_steps ORDER BY number"
        ) { row throws(StorageFailure) in
            let action = try connection.decoded(row.text(2), as: PeriodStep.Action.self)
            let step = PeriodStep(action, by: row.text(3), run: row.text(4), reason: row.text(5))
            return (record: row.integer(0), step: step, period: row.text(1))
        }
        for row in kept { steps[row.record] = (row.step, row.period) }
        let allAdjustments = Dictionary(try reading.adjustments().map { ($0.number, $0) }) { first, _ in first }
        adjustments = try Self.covering(allAdjustments, "SELECT record, number FROM adjustments", connection)
        decisions = try Self.covering(
            allAdjustments, "SELECT record, adjustment FROM adjustment_decisions", connection)
        withdrawals = try Self.withdrawals(of: allAdjustments, connection)
        restores = try Self.restores(reading)
        let allDisputes = Dictionary(try reading.disputes().map { ($0.number, $0) }) { first, _ in first }
        disputes = try Self.covering(allDisputes, "SELECT record, number FROM disputes", connection)
        answers = try Self.covering(allDisputes, "SELECT record, dispute FROM dispute_answers", connection)
        payments = try reading.payments()
    }

    private static func withdrawals(
        of adjustments: [Int64: Adjustment], _ connection: Connection
    ) throws(StorageFailure) -> [Int64: HistoryRecord.Event] {
        var events: [Int64: HistoryRecord.Event] = [:]
        let proposed = try connection.rows("SELECT record, adjustment, reason FROM adjustment_withdrawals") {
            (record: $0.integer(0), adjustment: $0.integer(1), reason: $0.text(2))
        }
        for row in proposed {
            events[row.record] = adjustments[row.adjustment].map { .withdrawal($0, reason: row.reason) }
        }
        let decided = try connection.rows(
            """
            SELECT withdrawal_decisions.record, adjustment, decision, withdrawal_decisions.reason
            FROM withdrawal_decisions JOIN adjustment_withdrawals ON adjustment_withdrawals.number = withdrawal
            """
        ) { row throws(StorageFailure) in
            (
                record: row.integer(0), adjustment: row.integer(1),
                verdict: try connection.decoded(row.text(2), as: Adjustment.Decision.Verdict.self), reason: row.text(3)
            )
        }
        for row in decided {
            events[row.record] = adjustments[row.adjustment].map {
                .withdrawalDecision($0, row.verdict, reason: row.reason)
            }
        }
        return events
    }

    private static func restores(_ reading: ReadTransaction) throws(StorageFailure) -> [Int64: HistoryRecord.Event] {
        let kept = try reading.connection.rows(
            """
            SELECT record, (SELECT coalesce(sum(amount), 0) FROM undone_payments WHERE restore = restores.number)
            FROM restores ORDER BY number
            """
        ) { (record: $0.integer(0), undone: $0.integer(1)) }
        let pairs = zip(kept, try reading.restores()).map {
            ($0.record, HistoryRecord.Event.restored($1, undone: $0.undone))
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func covering<Value>(
        _ values: [Int64: Value], _ query: String, _ connection: Connection
    ) throws(StorageFailure) -> [Int64: Value] {
        var byRecord: [Int64: Value] = [:]
        let rows = try connection.rows(query) { (record: $0.integer(0), number: $0.integer(1)) }
        for row in rows { byRecord[row.record] = values[row.number] }
        return byRecord
    }

    func event(of record: Int64, _ action: String, detail: String) -> HistoryRecord.Event {
        if let (step, period) = steps[record] { return .step(step, period: period) }
        if let adjustment = adjustments[record] { return .adjustment(adjustment) }
        if let adjustment = decisions[record] { return .decision(adjustment) }
        if let event = withdrawals[record] ?? restores[record] { return event }
        if let dispute = disputes[record] { return .dispute(dispute) }
        if let dispute = answers[record] { return .answer(dispute) }
        let values = RecordDetail(detail)
        switch action {
        case "import": return .imported(source: values.texts["source"] ?? "", values.counts)
        case "model": return .model(values.texts["digest"] ?? "")
        case "run": return .run(values.texts["id"] ?? "")
        case "post": return .posted(run: values.texts["run"] ?? "", paid: payments[record] ?? 0)
        default: return .other(action: action, detail: detail)
        }
    }
}

/// The detail of a record, read again.
private struct RecordDetail {
    var texts: [String: String] = [:]
    var counts: [String: ImportReport.Counts] = [:]

    private enum Value: Decodable {
        case text(String)
        case numbers([String: Int])
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let numbers = try? container.decode([String: Int].self) {
                self = .numbers(numbers)
            } else {
                self = .other
            }
        }
    }

    init(_ json: String) {
        let values = (try? JSONDecoder().decode([String: Value].self, from: Data(json.utf8))) ?? [:]
        for (name, value) in values {
            switch value {
            case .text(let text): texts[name] = text
            case .numbers(let numbers) where name.hasPrefix("kind "):
                var kind = ImportReport.Counts()
                kind.accepted = numbers["accepted"] ?? 0
                kind.changed = numbers["changed"] ?? 0
                kind.cancelled = numbers["cancelled"] ?? 0
                counts[String(name.dropFirst("kind ".count))] = kind
            case .numbers, .other: break
            }
        }
    }
}
