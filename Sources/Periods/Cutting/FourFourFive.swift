/// A year of 52 whole weeks, sometimes 53, each quarter of 13 cut in a fixed pattern: the calendar of retail.
///
/// The year ends on the last day of a week, near the end of a chosen month. The retail year of the United States is:
///
///     FourFourFive(weeksStartOn: .sunday, pattern: .fourFiveFour, yearEnds: .nearest, toEndOf: 1, named: .byStart)
///
/// It has twelve periods in the place of months. The 53rd week, when there is one, belongs to the last of them, and so
/// to the fourth quarter and the second half.
public struct FourFourFive: Hashable, Sendable {
    /// How the 13 weeks of a quarter are dealt to its three periods.
    public enum Pattern: String, Sendable, Hashable, CaseIterable {
        /// Four weeks, four, then five.
        case fourFourFive = "4-4-5"
        /// Four weeks, five, then four.
        case fourFiveFour = "4-5-4"
        /// Five weeks, four, then four.
        case fiveFourFour = "5-4-4"
    }

    /// Which last day of a week ends the year.
    public enum YearEnd: String, Sendable, Hashable, CaseIterable {
        /// The last one in the month.
        case last
        /// The one nearest to the month's last day, up to three days into the next month.
        case nearest
    }

    /// Which calendar year gives the fiscal year its name, by the months it nominally runs over.
    public enum YearName: String, Sendable, Hashable, CaseIterable {
        /// That of the last month: the year to September 2026 is 2026.
        case byEnd
        /// That of the first month: the year from February 2025 to January 2026 is 2025.
        case byStart
    }

    /// The first day of every week; the day before it ends the year.
    public let weeksStartOn: Weekday
    /// How quarters are cut.
    public let pattern: Pattern
    /// Which last day of a week ends the year.
    public let yearEnds: YearEnd
    /// The month at whose end the year ends, 1 to 12.
    public let lastMonth: Int
    /// How the year is named.
    public let named: YearName

    /// A 4-4-5 calendar; nil when the month is not 1 to 12.
    public init?(
        weeksStartOn: Weekday, pattern: Pattern, yearEnds: YearEnd, toEndOf lastMonth: Int, named: YearName = .byEnd
    ) {
        guard 1...12 ~= lastMonth else { return nil }
        self.weeksStartOn = weeksStartOn
        self.pattern = pattern
        self.yearEnds = yearEnds
        self.lastMonth = lastMonth
        self.named = named
    }
}
