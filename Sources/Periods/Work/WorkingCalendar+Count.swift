extension WorkingCalendar {
    /// How many days of the range are worked.
    ///
    /// Whole weeks are multiplied and the exceptions found by binary search, so a century costs as little as a month.
    public func workingDays(in range: DayRange) -> Int {
        let bounds = range.from.number..<range.until.number
        let (weeks, rest) = range.count.quotientAndRemainder(dividingBy: 7)
        let first = range.from.weekday.rawValue - 1
        let worked = (0..<rest).count { !weekend.contains(Weekday(daysAfterMonday: first + $0)) }
        return weeks * (7 - weekend.count) + worked - daysOff.count(within: bounds) + daysOn.count(within: bounds)
    }

    /// The so-manieth working day after the day, or before it for a negative count; for 0 the day itself.
    ///
    /// - Returns: nil when there are not so many working days in the years 1 to 9999.
    public func adding(workingDays count: Int, to day: CivilDay) -> CivilDay? {
        if count == 0 { return day }
        return count > 0 ? workingDay(count, after: day) : workingDay(count.magnitude, before: day)
    }

    /// The first day by whose end so many working days have passed since the end of the given one.
    private func workingDay(_ count: Int, after day: CivilDay) -> CivilDay? {
        guard let next = day.adding(days: 1) else { return nil }
        func hasPassed(_ until: Int32) -> Bool {
            workingDays(in: DayRange(from: next, clampingUntil: CivilDay(number: until))) >= count
        }
        var low = next.number
        var high = CivilDay.latest.number
        guard hasPassed(high) else { return nil }
        while low < high {
            let middle = low + (high - low) / 2
            if hasPassed(middle) { high = middle } else { low = middle + 1 }
        }
        // The found bound is the first day out; the working day is the last one in.
        return CivilDay(number: low - 1)
    }

    /// The last day from whose start so many working days pass until the start of the given one.
    private func workingDay(_ count: UInt, before day: CivilDay) -> CivilDay? {
        func isFarEnough(_ from: Int32) -> Bool {
            workingDays(in: DayRange(from: CivilDay(number: from), clampingUntil: day)).magnitude >= count
        }
        var low = CivilDay.earliest.number
        var high = day.number
        guard isFarEnough(low) else { return nil }
        while low < high {
            let middle = high - (high - low) / 2
            if isFarEnough(middle) { low = middle } else { high = middle - 1 }
        }
        return CivilDay(number: low)
    }
}

extension Array where Element == Int32 {
    /// How many elements of this sorted array lie within the bounds.
    fileprivate func count(within bounds: Range<Int32>) -> Int {
        count(before: bounds.upperBound) - count(before: bounds.lowerBound)
    }

    /// How many elements of this sorted array are less than the bound.
    private func count(before bound: Int32) -> Int {
        firstIndexInSorted { $0 >= bound }
    }
}
