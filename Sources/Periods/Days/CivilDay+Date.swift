// Years are counted from 1 March here, so that the leap day is the last of its year and a month's first day is a
// straight line of the month's number. The whole calendar repeats every 400 years, which are 146,097 days.

extension CivilDay {
    /// The year, 1 to 9999.
    public var year: Int { date.year }

    /// The month, 1 to 12.
    public var month: Int { date.month }

    /// The day of the month, 1 to 31.
    public var day: Int { date.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 1 January 1970 was a Thursday, three days after a Monday.
        Weekday(daysAfterMonday: Int(number) + 3)
    }

    /// Year, month and day at once, for those who need more than one of them.
    public var date: (year: Int, month: Int, day: Int) {
        // Day 719,468 before 1970 is 1 March of the year 0; no day here lies before it.
        let shifted = Int(number) + 719_468
        let cycle = shifted / 146_097
        let dayOfCycle = shifted % 146_097
        // Leap days are taken out first: one in 4 years, none in 100, one in 400.
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
    }

    /// The ``number`` of a date, or nil when the calendar has no such date in the years 1 to 9999.
    @inlinable
    public static func number(year: Int, month: Int, day: Int) -> Int32? {
        guard 1 <= year, year <= 9_999, 1 <= month, month <= 12, 1 <= day else { return nil }
        guard day <= 28 || day <= lengthOfMonth(month, in: year) else { return nil }
        let yearFromMarch = month <= 2 ? year - 1 : year
        let cycle = yearFromMarch / 400
        let yearOfCycle = yearFromMarch % 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return Int32(truncatingIfNeeded: cycle * 146_097 + dayOfCycle - 719_468)
    }

    /// How many days a month has, 28 to 31.
    @usableFromInline
    static func lengthOfMonth(_ month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 31
        }
    }

    /// True for a year of 366 days: every fourth, of the hundredth ones only the four-hundredth.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}
