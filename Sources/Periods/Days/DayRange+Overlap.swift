extension DayRange {
    /// True when the day is in the range.
    public func contains(_ day: CivilDay) -> Bool {
        from <= day && day < until
    }

    /// True when every day of the other range is in this one; so an empty range is in any.
    public func contains(_ other: DayRange) -> Bool {
        other.isEmpty || (from <= other.from && other.until <= until)
    }

    /// True when some day is in both ranges; neighbours do not overlap.
    public func overlaps(_ other: DayRange) -> Bool {
        max(from, other.from) < min(until, other.until)
    }

    /// The days in both ranges, or nil when there are none.
    public func intersection(_ other: DayRange) -> DayRange? {
        guard overlaps(other) else { return nil }
        return DayRange(from: max(from, other.from), clampingUntil: min(until, other.until))
    }
}
