/// Which days are worked: a weekend, the holidays besides it, and the days off that are worked all the same.
public struct WorkingCalendar: Hashable, Sendable {
    /// The weekdays that are off.
    public let weekend: Set<Weekday>
    /// Single days that are off.
    public let holidays: Set<CivilDay>
    /// Single days that are worked although the weekend or a holiday falls on them, as when a day off is moved.
    public let extraWorkingDays: Set<CivilDay>

    /// Days that the weekend leaves in work and a holiday takes off, by number, sorted.
    let daysOff: [Int32]
    /// Days that the weekend takes off and that are worked, by number, sorted.
    let daysOn: [Int32]

    /// A calendar of working days; an extra working day wins over a holiday on the same date.
    public init(weekend: Set<Weekday>, holidays: Set<CivilDay> = [], extraWorkingDays: Set<CivilDay> = []) {
        self.weekend = weekend
        self.holidays = holidays
        self.extraWorkingDays = extraWorkingDays
        daysOff = holidays.subtracting(extraWorkingDays)
            .filter { !weekend.contains($0.weekday) }.map(\.number).sorted()
        daysOn = extraWorkingDays.filter { weekend.contains($0.weekday) }.map(\.number).sorted()
    }

    /// Monday to Friday with no holidays.
    public static let fiveDays = WorkingCalendar(weekend: [.saturday, .sunday])

    /// True when the day is worked.
    public func isWorking(_ day: CivilDay) -> Bool {
        extraWorkingDays.contains(day) || !(weekend.contains(day.weekday) || holidays.contains(day))
    }
}
