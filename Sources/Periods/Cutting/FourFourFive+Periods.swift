extension FourFourFive {
    func period(_ kind: PeriodKind, containing day: CivilDay) -> Period? {
        guard let year = year(containing: day) else { return nil }
        let days = year.range.from.days(until: day)
        // The 53rd week has no place of its own in the pattern: it counts as the 52nd.
        let week = min(days / 7, 51)
        let month = (0..<12).last { firstWeek(ofMonth: $0) <= week } ?? 0
        let number =
            switch kind {
            case .day: days + 1
            case .week: days / 7 + 1
            case .month: month + 1
            case .quarter: month / 3 + 1
            case .half: month / 6 + 1
            case .year: 1
            case .all: 0
            }
        return period(kind, in: year, number: number)
    }

    func period(_ kind: PeriodKind, year name: Int, number: Int) -> Period? {
        year(named: name).flatMap { period(kind, in: $0, number: number) }
    }

    private func period(_ kind: PeriodKind, in year: Year, number: Int) -> Period? {
        guard let days = days(kind, in: year, number: number) else { return nil }
        let start = year.range.from
        guard
            let from = start.adding(days: days.lowerBound), let until = start.adding(days: days.upperBound),
            let range = DayRange(from: from, until: until)
        else { return nil }
        return Period(kind: kind, range: range, year: year.name, number: number, isFiscal: true)
    }

    /// Which days of the year the period takes, the first being 0; nil when the year has no such number.
    private func days(_ kind: PeriodKind, in year: Year, number: Int) -> Range<Int>? {
        switch kind {
        case .day:
            return 1...year.range.count ~= number ? number - 1..<number : nil
        case .week:
            return 1...year.weeks ~= number ? (number - 1) * 7..<number * 7 : nil
        case .month, .quarter, .half, .year:
            guard let perYear = kind.countPerYear, 1...perYear ~= number else { return nil }
            let months = 12 / perYear
            let first = firstWeek(ofMonth: (number - 1) * months)
            let next = number < perYear ? firstWeek(ofMonth: number * months) : year.weeks
            return first * 7..<next * 7
        case .all:
            return nil
        }
    }

    /// The week that one of the twelve periods starts with, both counted from 0.
    private func firstWeek(ofMonth month: Int) -> Int {
        let weeksBefore =
            switch (month % 3, pattern) {
            case (0, _): 0
            case (1, .fiveFourFour): 5
            case (1, _): 4
            case (_, .fourFourFive): 8
            case (_, _): 9
            }
        return month / 3 * 13 + weeksBefore
    }
}
