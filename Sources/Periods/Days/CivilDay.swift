/// A day of the proleptic Gregorian calendar, without a clock and without a time zone.
///
///     CivilDay(year: 2026, month: 2, day: 28)?.description   // "2026-02-28"
///     CivilDay(year: 2026, month: 2, day: 31)                // nil
///
/// Every value lies between ``earliest`` and ``latest``, so its parts and its text always exist.
public struct CivilDay: Hashable, Sendable {
    /// Whole days since 1 January 1970, which is day 0; negative before it.
    public let number: Int32

    /// The day so many days after 1 January 1970.
    ///
    /// - Parameter number: a count of days; one outside the years 1 to 9999 is brought to the nearer bound.
    public init(number: Int32) {
        self.number = min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
    }

    /// The day of that date, or nil when the calendar has none: 31 February, month 13, year 0 or 10000.
    public init?(year: Int, month: Int, day: Int) {
        guard let number = Self.number(year: year, month: month, day: day) else { return nil }
        self.number = number
    }

    /// The numbers that days of the years 1 to 9999 have.
    static let numbers: ClosedRange<Int32> = -719_162...2_932_896

    /// 1 January of the year 1, the first day there is.
    public static let earliest = CivilDay(number: numbers.lowerBound)

    /// 31 December 9999, the last day there is; as the end of a range it means "with no end".
    public static let latest = CivilDay(number: numbers.upperBound)
}

extension CivilDay: Comparable {
    /// True when the left day comes first.
    public static func < (left: CivilDay, right: CivilDay) -> Bool {
        left.number < right.number
    }
}
