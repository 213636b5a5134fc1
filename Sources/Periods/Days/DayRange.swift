/// Days in a row, half-open: the first is in, the last is out, so that neighbours share no day.
///
/// January 2026 is `2026-01-01..<2026-02-01`. The end is never before the start.
public struct DayRange: Hashable, Sendable {
    /// The first day in the range, unless the range is empty.
    public let from: CivilDay
    /// The first day after the range.
    public let until: CivilDay

    /// The days from one up to, but without, the other; nil when the end comes before the start.
    public init?(from: CivilDay, until: CivilDay) {
        guard from <= until else { return nil }
        self.init(from: from, clampingUntil: until)
    }

    /// The days from one up to, but without, the other; empty when the end comes before the start.
    public init(from: CivilDay, clampingUntil until: CivilDay) {
        self.from = from
        self.until = max(from, until)
    }

    /// The days from one to the other, both in; nil when the last comes before the first, or is ``CivilDay/latest``.
    public init?(from: CivilDay, through last: CivilDay) {
        guard from <= last, let until = last.adding(days: 1) else { return nil }
        self.init(from: from, clampingUntil: until)
    }

    /// All days with no end in sight: from the year 1 until 31 December 9999, which itself stands for "never".
    public static let always = DayRange(from: .earliest, clampingUntil: .latest)

    /// How many days are in the range.
    public var count: Int { from.days(until: until) }

    /// True when no day is in the range.
    public var isEmpty: Bool { from == until }
}

extension DayRange: CustomStringConvertible {
    /// Both bounds, the second marked as not in: `2026-01-01..<2026-02-01`.
    public var description: String { "\(from)..<\(until)" }
}
