/// One stretch of a company's year: a day, a week, a month, a quarter, a half, a year, or all time.
///
/// A ``YearCalendar`` makes it, and reads it back from its label:
///
///     YearCalendar.civil.parse("2026-Q3")?.range.description   // "2026-07-01..<2026-10-01"
public struct Period: Hashable, Sendable {
    /// How long a stretch it is.
    public let kind: PeriodKind
    /// The days it holds.
    public let range: DayRange
    /// The year it is counted in: for an ISO week the week's year, for a 4-4-5 calendar the fiscal one; 0 for all time.
    public let year: Int
    /// Its place among those of its kind in the year, from 1: July is 7, a day is its day of the year; 0 for all time.
    public let number: Int
    /// True when a 4-4-5 calendar made it: its months are then labelled by P and a number.
    let isFiscal: Bool

    /// Everything recorded, with a date or without.
    public static let all = Period(kind: .all, range: .always, year: 0, number: 0, isFiscal: false)

    /// True when the day is in the period; all time holds every day there is.
    public func contains(_ day: CivilDay) -> Bool {
        kind == .all || range.contains(day)
    }
}

extension Period: Comparable {
    /// True when the left period starts first or, of two with the same start, is the longer one.
    public static func < (left: Period, right: Period) -> Bool {
        left.place < right.place
    }

    /// All that tells two periods apart, the start first.
    private var place: (CivilDay, Int, PeriodKind, Int, Int, Int) {
        (range.from, -range.count, kind, year, number, isFiscal ? 1 : 0)
    }
}
