import Periods

/// The working days of the example: the year 2026 by the Russian calendar.
enum SampleYear {
    /// A day of 2026.
    static func day(_ month: Int, _ day: Int) -> CivilDay {
        CivilDay(year: 2026, month: month, day: day) ?? .earliest
    }

    /// Public holidays besides Saturdays and Sundays, as the example's company.yaml lists them.
    static let holidays: [CivilDay] =
        (1...9).map { day(1, $0) } + [
            day(2, 23), day(3, 9), day(5, 1), day(5, 11), day(6, 12), day(11, 4), day(12, 31),
        ]

    static let calendar = WorkingCalendar(weekend: [.saturday, .sunday], holidays: Set(holidays))

    /// The working days of each month, January first.
    static let months: [[CivilDay]] = (1...12).map { month in
        (1...31).compactMap { CivilDay(year: 2026, month: month, day: $0) }.filter(calendar.isWorking)
    }

    static let end = CivilDay(year: 2027, month: 1, day: 1) ?? .latest

    /// So many calendar days later, and from there the first day that is worked.
    static func working(_ day: CivilDay, plus days: Int) -> CivilDay {
        var result = CivilDay(number: day.number + Int32(days))
        while !calendar.isWorking(result) { result = CivilDay(number: result.number + 1) }
        return result
    }

    /// So many working days later.
    static func after(_ day: CivilDay, workingDays: Int) -> CivilDay {
        calendar.adding(workingDays: workingDays, to: day) ?? day
    }
}
