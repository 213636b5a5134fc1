public import Accounts
public import Periods
import Quantities

/// A row of `account_month`: a client's month, or the part of it that one account manager had the client.
public struct AccountMonthRow: Sendable {
    /// `c034 2026-09`; the second part of a month ends in `-2`.
    public let id: String
    /// Whose.
    public let client: Key<Client>
    /// The last day of the part.
    public let day: CivilDay
    /// Days as key account or watched.
    public let days: Int
    /// Those with a call near enough.
    public let daysInNorm: Int
    /// What the whole month brought, in its last part.
    public let month: AccountMonth?
    /// The days of the row.
    public let range: DayRange
    /// The days of its month.
    public let monthRange: DayRange
}

extension AccountBook {
    /// The months of all clients from the first day they are looked after to the last recorded trade or touch.
    ///
    /// Days go to whoever had the client on each: a handover makes two rows of a month. Sales, retention and power of the
    /// month stand in its last row alone, so that no handover changes what the company's figures are.
    public func months() -> [AccountMonthRow] {
        let last = max(
            source.trades.map(\.day).max() ?? .earliest,
            records.values.compactMap { $0.touches.last?.at.day }.max() ?? .earliest)
        // A month in which the records begin is one of them: what lies before its first row is a holiday more often than a gap.
        let firstDay = source.trades.map(\.day).min() ?? last
        let first = source.year.period(.month, containing: firstDay)?.range.from ?? firstDay
        return records.values.sorted { $0.client < $1.client }.flatMap { record in
            months(record, through: last, recordedFrom: first)
        }
    }

    private func months(_ record: AccountRecord, through last: CivilDay, recordedFrom: CivilDay) -> [AccountMonthRow] {
        guard let calls = record.calls, let from = record.daysLookedAfter.first?.from,
            let range = DayRange(from: from, through: max(last, from))
        else { return [] }
        return source.year.periods(.month, in: range).flatMap { month -> [AccountMonthRow] in
            guard let end = month.range.until.adding(days: -1) else { return [] }
            let whole = try? AccountMonth(
                record.client, month: month, statusDays: record.daysLookedAfter, norm: calls,
                coverage: coverage(record, on: end), recordedFrom: recordedFrom, sales: record.sales)
            guard let whole else { return [] }
            let parts = parts(of: month.range, record)
            return parts.enumerated().map { number, part in
                let tally = calls.tally(in: part)
                let isLast = number + 1 == parts.count
                return AccountMonthRow(
                    id: "\(record.client) \(month)" + (number > 0 ? "-\(number + 1)" : ""), client: record.client,
                    day: part.until.adding(days: -1) ?? end, days: tally.days, daysInNorm: tally.inNorm,
                    month: isLast ? whole : nil, range: part, monthRange: month.range)
            }.filter { $0.days > 0 || $0.month != nil && !($0.month?.sales.isZero ?? true) }
        }
    }

    /// A month cut where the client changed hands.
    private func parts(of month: DayRange, _ record: AccountRecord) -> [DayRange] {
        let cuts = record.managers.flatMap { [$0.validity.from, $0.validity.until] }
            .filter { $0 > month.from && $0 < month.until }
        let bounds = [month.from] + Set(cuts).sorted() + [month.until]
        return zip(bounds, bounds.dropFirst()).map { DayRange(from: $0, clampingUntil: $1) }
    }

    /// Whether each promise counts for pay, by its identifier: written down in time, and before it was done.
    public func promisesThatCount() -> [String: Bool] {
        var counts: [String: Bool] = [:]
        for row in promiseRows {
            guard let promise = try? row.given() else { continue }
            counts[row.id.text] = promise.counts(source.calendar) && row.isDoneAfterRecorded
        }
        return counts
    }

    /// The rungs gained and lost by all clients, by the last recorded day.
    public func rungSteps() -> [(client: Key<Client>, step: RungStep)] {
        let last = max(
            source.trades.map(\.day).max() ?? .earliest,
            records.values.compactMap { $0.touches.last?.at.day }.max() ?? .earliest)
        return records.values.sorted { $0.client < $1.client }.flatMap { record in
            rungSteps(record, through: last).map { (record.client, $0) }
        }
    }
}
