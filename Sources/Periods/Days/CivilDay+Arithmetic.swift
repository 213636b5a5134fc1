extension CivilDay {
    /// The day so many days later, or earlier for a negative count; nil outside the years 1 to 9999.
    public func adding(days: Int) -> CivilDay? {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        guard !overflow, let exact = Int32(exactly: sum), Self.numbers.contains(exact) else { return nil }
        return CivilDay(number: exact)
    }

    /// The same day of the month so many months later, or earlier for a negative count.
    ///
    /// A month too short for it gives its last day: 31 January plus one month is 28 February. Count every step from the
    /// first day, not from the step before: 31 January plus two months is 31 March.
    ///
    /// - Returns: nil outside the years 1 to 9999.
    public func adding(months: Int) -> CivilDay? {
        let (year, month, day) = date
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, sum >= 12 else { return nil }
        let target = (year: sum / 12, month: sum % 12 + 1)
        let last = Self.lengthOfMonth(target.month, in: target.year)
        return CivilDay(year: target.year, month: target.month, day: min(day, last))
    }

    /// Days from this one to another: 1 to tomorrow, negative when the other comes first.
    public func days(until other: CivilDay) -> Int {
        Int(other.number) - Int(number)
    }
}
