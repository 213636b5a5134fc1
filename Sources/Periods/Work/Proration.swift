/// Which days a share of a period is counted by.
public enum DayCount: String, Sendable, Hashable, CaseIterable {
    /// Every day.
    case calendar
    /// Days worked by a ``WorkingCalendar``.
    case working
}

/// The share of a period that somebody was there for, or that a rate held.
public enum Proration {
    /// The days of the part that lie in the whole, of the days of the whole.
    ///
    /// A quarter from 1 April joined on 20 May gives 42 of 91 calendar days. Keep the pair as a fraction: rounding comes
    /// once, with the money.
    ///
    /// - Parameters:
    ///   - part: days of presence; those outside the whole do not count.
    ///   - whole: the period that is shared.
    ///   - count: by calendar days or by working ones.
    ///   - calendar: tells working days; unused for calendar ones.
    /// - Returns: nil when the whole has no such day, for then no share exists.
    public static func share(
        of part: DayRange, in whole: DayRange, by count: DayCount, _ calendar: WorkingCalendar
    ) -> (days: Int, of: Int)? {
        func days(_ range: DayRange) -> Int {
            switch count {
            case .calendar: range.count
            case .working: calendar.workingDays(in: range)
            }
        }
        let all = days(whole)
        guard all > 0 else { return nil }
        return (part.intersection(whole).map(days) ?? 0, all)
    }
}
