/// How a company cuts its year into periods.
///
/// Periods of one kind follow each other without gap or overlap. None begins before the year 1 or ends after 9999, so
/// near those bounds some days belong to no period, and the functions say nil.
public enum YearCalendar: Hashable, Sendable {
    /// Months and years as on the wall; weeks by ISO 8601, from Monday, named by the year of their Thursday.
    case civil
    /// Years of 52 or 53 whole weeks.
    case fourFourFive(FourFourFive)
}

extension YearCalendar {
    /// The period of that kind that holds the day.
    public func period(_ kind: PeriodKind, containing day: CivilDay) -> Period? {
        if kind == .all { return .all }
        return switch self {
        case .civil: CivilYear.period(kind, containing: day)
        case .fourFourFive(let calendar): calendar.period(kind, containing: day)
        }
    }

    /// The period of that kind with that number in the year, counted from 1; nil when the year has none.
    public func period(_ kind: PeriodKind, year: Int, number: Int) -> Period? {
        if kind == .all { return .all }
        return switch self {
        case .civil: CivilYear.period(kind, year: year, number: number)
        case .fourFourFive(let calendar): calendar.period(kind, year: year, number: number)
        }
    }

    /// All periods of that kind that overlap the range, in order; an empty range has none.
    ///
    /// Called with the range of a longer period it gives what nests in it: the months of a quarter. Weeks nest in the
    /// months of a 4-4-5 year only; elsewhere the first and the last stick out.
    public func periods(_ kind: PeriodKind, in range: DayRange) -> [Period] {
        if kind == .all { return range.isEmpty ? [] : [.all] }
        var result: [Period] = []
        var start = max(range.from, firstDay)
        while start < range.until, let next = period(kind, containing: start) {
            result.append(next)
            start = next.range.until
        }
        return result
    }

    /// The first day that belongs to periods of every kind.
    private var firstDay: CivilDay {
        switch self {
        case .civil: .earliest
        case .fourFourFive(let calendar): calendar.firstDay
        }
    }
}
