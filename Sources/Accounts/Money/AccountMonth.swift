public import Periods
public import Quantities

/// What one client brought in one month, beside the same month a year before: derived, never entered.
///
/// Sums of these rows give retention and care over any time and any group of clients.
public struct AccountMonth: Hashable, Sendable {
    /// The client.
    public let client: Key<Client>
    /// The last day of the month, which is the day of the row.
    public let day: CivilDay
    /// Days as key account or watched: watching must not hide an account.
    public let days: Int
    /// Those with a call of our own accord near enough.
    public let daysInNorm: Int
    /// Sales less returns.
    public let sales: FixedDecimal
    /// Sales less returns of the same month a year before, 0 where below; absent outside the cohort.
    public let before: FixedDecimal?
    /// The smaller of sales and before, 0 where below; absent outside the cohort.
    public let retained: FixedDecimal?
    /// Why the month has no ``before``.
    public let unknown: NoFigure?
    /// The power of contacts on the last day.
    public let power: Int
    /// The power of those touched within the norm.
    public let powerCovered: Int

    /// Derives the row of a month.
    ///
    /// - Parameters:
    ///   - statusDays: days as key account or watched.
    ///   - sales: sales less returns of any days, asked for two months.
    ///   - recordedFrom: the first day of the company's records.
    public init?(
        _ client: Key<Client>, month: Period, statusDays: [DayRange], norm: CallNorm, coverage: Coverage,
        recordedFrom: CivilDay, sales: (DayRange) throws(QuantityError) -> FixedDecimal
    ) throws(NoFigure) {
        guard let last = month.range.until.adding(days: -1),
            let yearAgo = month.range.from.adding(months: -12), let yearAgoEnd = month.range.until.adding(months: -12)
        else { return nil }
        let tally = norm.tally(in: month.range)
        (self.client, day, days, daysInNorm) = (client, last, tally.days, tally.inNorm)
        (power, powerCovered) = (coverage.power, coverage.covered)
        let former = DayRange(from: yearAgo, clampingUntil: yearAgoEnd)
        let wasKey = statusDays.contains { $0.contains(yearAgo) }
        do {
            self.sales = try sales(month.range)
            if yearAgo < recordedFrom {
                (before, retained, unknown) = (nil, nil, .noYearBefore)
            } else if !wasKey {
                (before, retained, unknown) = (nil, nil, .notInCohort)
            } else {
                let before = max(try sales(former), .zero)
                (self.before, retained, unknown) = (before, min(max(self.sales, .zero), before), nil)
            }
        } catch {
            throw .arithmetic(error)
        }
    }
}
