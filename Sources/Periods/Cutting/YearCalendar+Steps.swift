extension YearCalendar {
    /// The period of the same kind so many places later, or earlier for a negative count.
    ///
    ///     YearCalendar.civil.period(after: april, by: -2)   // February: trailing three months start there
    ///
    /// - Returns: nil for all time, outside the years 1 to 9999, and for a period that another calendar made.
    public func period(after period: Period, by count: Int) -> Period? {
        guard isOwn(period) else { return nil }
        if let perYear = period.kind.countPerYear {
            let place = period.year * perYear + period.number - 1
            let (target, overflow) = place.addingReportingOverflow(count)
            guard !overflow, target >= perYear else { return nil }
            return self.period(period.kind, year: target / perYear, number: target % perYear + 1)
        }
        let (days, overflow) = count.multipliedReportingOverflow(by: period.range.count)
        guard !overflow, let day = period.range.from.adding(days: days) else { return nil }
        return self.period(period.kind, containing: day)
    }

    /// The days from the start of the period's year to the end of the period.
    ///
    /// A week belongs to the year in which it ends, so that only whole weeks are in: the year to date of 2026-W53, which ends
    /// on 3 January, begins with it. All time stays whole.
    public func yearToDate(_ period: Period) -> DayRange {
        guard period.kind != .all else { return period.range }
        let last = period.range.until.adding(days: -1) ?? period.range.from
        // Whatever the kind, the period with the year's first day is the first that ends in the year.
        let year = self.period(.year, containing: last)?.range.from ?? .earliest
        let first = self.period(period.kind, containing: year)
        return DayRange(from: first?.range.from ?? .earliest, clampingUntil: period.range.until)
    }

    /// The period to compare with a year before.
    ///
    /// A month, quarter or half goes to the one of the same number, a week too, and week 53 to week 52 where the year
    /// before has no 53. A day goes to the same date, 29 February to the 28th; in a 4-4-5 year to the same place in the
    /// year, hence to the same weekday, and week 53 to the year's last day.
    ///
    /// - Returns: nil for all time, before the year 1, and for a period that another calendar made.
    public func sameLastYear(_ period: Period) -> Period? {
        guard isOwn(period) else { return nil }
        if self == .civil, period.kind == .day {
            return period.range.from.adding(months: -12).flatMap { self.period(.day, containing: $0) }
        }
        let year = period.year - 1
        if let same = self.period(period.kind, year: year, number: period.number) { return same }
        // Only a longer year has a number that the one before lacks; the last of that one stands in for it.
        guard let start = yearStart(period.kind, period.year) else { return nil }
        return start.adding(days: -1).flatMap { self.period(period.kind, containing: $0) }
    }

    /// The day that the year starts on, as periods of that kind count it.
    private func yearStart(_ kind: PeriodKind, _ year: Int) -> CivilDay? {
        period(kind, year: year, number: 1)?.range.from
    }

    /// True when this calendar makes that very period; never for all time, which has no neighbours.
    private func isOwn(_ period: Period) -> Bool {
        period.kind != .all && self.period(period.kind, containing: period.range.from) == period
    }
}
