internal import Company
internal import Periods
internal import Quantities

/// A recorded value and the days of a stretch that it stands for.
struct RecordedPiece: Hashable {
    let period: Period
    let value: FixedDecimal
    let days: DayRange
}

/// Finds the recorded values that together fill a stretch of days: the longest period that has one comes first, and what
/// has none is filled by shorter ones, down to weeks and days.
///
///     targets for 2026-H1, 2026-Q3 and the months of the fourth quarter fill the year
struct RecordedStretch {
    let calendar: YearCalendar
    /// The kinds of periods for which there may be values.
    private(set) var kinds: PeriodKinds
    /// The days inside which the periods lie; only a week that may be divided sticks out.
    let bounds: DayRange
    /// Whether a week may stand for a part of its days.
    let dividesWeeks: Bool
    /// The value recorded for a period.
    let value: (Period) -> FixedDecimal?

    /// Kinds of which the shorter nest in the longer, the longest first.
    private static let nested: [PeriodKind] = [.year, .half, .quarter, .month]

    /// The same looking for periods of more kinds.
    func looking(atAlso more: PeriodKinds) -> RecordedStretch {
        var wider = self
        wider.kinds.formUnion(more)
        return wider
    }

    /// The values that fill days without gap or overlap; `nil` when they cannot be filled.
    ///
    /// The first and the last may stick out of the days, but not out of ``bounds``.
    func pieces(filling days: DayRange) -> [RecordedPiece]? {
        var pieces: [RecordedPiece] = []
        var day = days.from
        while day < days.until {
            if let piece = nestedPiece(at: day, days) {
                pieces.append(piece)
            } else {
                guard let piece = shortPiece(at: day, days) else { return nil }
                pieces.append(piece)
            }
            // Every piece takes at least a day, so that the search ends.
            day = pieces[pieces.count - 1].days.until
        }
        return pieces
    }

    /// Whether anything is recorded for a period inside the bounds that has days of the stretch.
    func touches(_ days: DayRange) -> Bool {
        // What has no beginning cannot be filled by anything.
        guard days.from != .earliest else { return false }
        return PeriodKind.allCases.contains { kind in
            guard kind != .all, kinds.contains(kind) else { return false }
            return calendar.periods(kind, in: days).contains { isInside($0) && value($0) != nil }
        }
    }

    private func isInside(_ period: Period) -> Bool {
        bounds.contains(period.range) || (dividesWeeks && period.kind == .week)
    }

    private func nestedPiece(at day: CivilDay, _ days: DayRange) -> RecordedPiece? {
        for kind in Self.nested where kinds.contains(kind) {
            guard let period = calendar.period(kind, containing: day), bounds.contains(period.range),
                period.range.from == day || day == days.from, let value = value(period),
                let part = period.range.intersection(days)
            else { continue }
            return RecordedPiece(period: period, value: value, days: part)
        }
        return nil
    }

    /// A week or a day, which goes no further than to where a longer period with a value begins.
    private func shortPiece(at day: CivilDay, _ days: DayRange) -> RecordedPiece? {
        if kinds.contains(.week), let week = calendar.period(.week, containing: day), let value = value(week) {
            let end = end(of: week.range, from: day, days)
            let begins = week.range.from == day || dividesWeeks || (day == days.from && bounds.contains(week.range))
            let ends =
                week.range.until == end || dividesWeeks || (end == days.until && bounds.contains(week.range))
            if begins, ends {
                return RecordedPiece(
                    period: week, value: value, days: DayRange(from: day, clampingUntil: end))
            }
        }
        guard kinds.contains(.day), let own = calendar.period(.day, containing: day), let value = value(own) else {
            return nil
        }
        return RecordedPiece(period: own, value: value, days: own.range)
    }

    /// Where a week that is taken from a day on ends: with itself, the stretch, or before a longer period with a value.
    private func end(of week: DayRange, from day: CivilDay, _ days: DayRange) -> CivilDay {
        var end = min(week.until, days.until)
        if let next = calendar.period(.month, containing: day)?.range.until, next < end,
            nestedPiece(at: next, days) != nil
        {
            end = next
        }
        return end
    }
}

extension EvaluationContext {
    /// All the days of the period, or of the stretch of periods that a window looks at, of which the context's days are a part.
    var wholeDays: DayRange {
        if days == .always || period == .all { return days }
        guard !period.range.contains(days) else { return period.range }
        return DayRange(
            from: min(days.from, period.range.from), clampingUntil: max(days.until, period.range.until))
    }
}
