/// The year on the wall: calendar months, and weeks by ISO 8601.
enum CivilYear {
    static func period(_ kind: PeriodKind, containing day: CivilDay) -> Period? {
        switch kind {
        case .day:
            let year = day.year
            return CivilDay(year: year, month: 1, day: 1).flatMap {
                period(.day, year: year, number: $0.days(until: day) + 1)
            }
        case .week:
            // The Thursday decides which year the week is counted in.
            let monday = day.adding(days: -day.weekday.daysAfter(.monday))
            guard
                let monday, let thursday = monday.adding(days: 3), let first = firstMonday(of: thursday.year)
            else { return nil }
            return period(.week, year: thursday.year, number: first.days(until: monday) / 7 + 1)
        case .month, .quarter, .half, .year:
            guard let perYear = kind.countPerYear else { return nil }
            let (year, month, _) = day.date
            return period(kind, year: year, number: (month - 1) * perYear / 12 + 1)
        case .all:
            return .all
        }
    }

    static func period(_ kind: PeriodKind, year: Int, number: Int) -> Period? {
        guard let range = range(kind, year: year, number: number) else { return nil }
        return Period(kind: kind, range: range, year: year, number: number, isFiscal: false)
    }

    private static func range(_ kind: PeriodKind, year: Int, number: Int) -> DayRange? {
        switch kind {
        case .day:
            guard 1...366 ~= number, let first = CivilDay(year: year, month: 1, day: 1) else { return nil }
            // Day 366 of a common year would be the next 1 January.
            guard let day = first.adding(days: number - 1), day.year == year else { return nil }
            return DayRange(from: day, through: day)
        case .week:
            guard 1...53 ~= number, let first = firstMonday(of: year) else { return nil }
            guard
                let monday = first.adding(days: (number - 1) * 7), let next = monday.adding(days: 7)
            else { return nil }
            // Week 53 of a short year would be week 1 of the next: its Thursday tells.
            guard monday.adding(days: 3)?.year == year else { return nil }
            return DayRange(from: monday, until: next)
        case .month, .quarter, .half, .year:
            guard let perYear = kind.countPerYear, 1...perYear ~= number else { return nil }
            let months = 12 / perYear
            let from = CivilDay(year: year, month: (number - 1) * months + 1, day: 1)
            guard let from, let until = from.adding(months: months) else { return nil }
            return DayRange(from: from, until: until)
        case .all:
            return .always
        }
    }

    /// The Monday of ISO week 1, which is the week that holds 4 January.
    private static func firstMonday(of year: Int) -> CivilDay? {
        guard let fourth = CivilDay(year: year, month: 1, day: 4) else { return nil }
        return fourth.adding(days: -fourth.weekday.daysAfter(.monday))
    }
}
