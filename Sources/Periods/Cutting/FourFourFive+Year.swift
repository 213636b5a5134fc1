extension FourFourFive {
    /// The days of one fiscal year and its name.
    struct Year {
        let name: Int
        let range: DayRange

        /// 52 or 53.
        var weeks: Int { range.count / 7 }
    }

    /// The fiscal year that holds the day; nil where it would leave the years 1 to 9999.
    func year(containing day: CivilDay) -> Year? {
        // The end strays from the month's end by less than a week, so it is in this calendar year or in a neighbour.
        let around = day.year - 1...day.year + 1
        return around.lazy.compactMap(year(ending:)).first { $0.range.contains(day) }
    }

    /// The fiscal year of that name.
    func year(named name: Int) -> Year? {
        guard 1...9_999 ~= name else { return nil }
        return year(ending: name + nameOffset)
    }

    /// The first day of the first fiscal year.
    var firstDay: CivilDay {
        lastDay(ofYearEnding: 1)?.adding(days: 1) ?? .latest
    }

    /// The fiscal year that nominally ends in the calendar year.
    private func year(ending calendarYear: Int) -> Year? {
        guard
            let from = lastDay(ofYearEnding: calendarYear - 1)?.adding(days: 1),
            let last = lastDay(ofYearEnding: calendarYear),
            let range = DayRange(from: from, through: last)
        else { return nil }
        return Year(name: calendarYear - nameOffset, range: range)
    }

    /// The calendar year of the nominal end less that of the name. A year to December starts where it ends.
    private var nameOffset: Int {
        named == .byStart && lastMonth < 12 ? 1 : 0
    }

    /// The day that ends the fiscal year: the end of a week, the last in the month or the nearest to the month's end.
    private func lastDay(ofYearEnding calendarYear: Int) -> CivilDay? {
        guard let firstOfMonth = CivilDay(year: calendarYear, month: lastMonth, day: 1) else { return nil }
        let length = CivilDay.lengthOfMonth(lastMonth, in: calendarYear)
        guard let endOfMonth = firstOfMonth.adding(days: length - 1) else { return nil }
        // A week that starts the day after the month's end is over: nothing to go back.
        let back = (endOfMonth.weekday.daysAfter(weeksStartOn) + 1) % 7
        let goesForward = yearEnds == .nearest && back > 3
        return endOfMonth.adding(days: goesForward ? 7 - back : -back)
    }
}
