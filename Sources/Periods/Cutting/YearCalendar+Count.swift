extension YearCalendar {
    /// How many periods there are from one to another of the same kind, both counted: from March through May 3.
    ///
    /// - Returns: nil for all time, for two kinds, and when the last comes before the first.
    public func count(from first: Period, through last: Period) -> Int? {
        guard first.kind == last.kind, first.range.from <= last.range.from else { return nil }
        switch first.kind {
        case .all: return nil
        case .day: return first.range.from.days(until: last.range.from) + 1
        case .week: return first.range.from.days(until: last.range.from) / 7 + 1
        case .month, .quarter, .half, .year:
            guard let perYear = first.kind.countPerYear else { return nil }
            return (last.year - first.year) * perYear + last.number - first.number + 1
        }
    }
}
