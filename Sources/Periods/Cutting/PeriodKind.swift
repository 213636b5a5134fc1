/// How long a stretch of time a result is counted over.
public enum PeriodKind: String, Sendable, CaseIterable, Hashable {
    /// One day.
    case day
    /// Seven days: an ISO week, or a week of a 4-4-5 year.
    case week
    /// A month, or one of the twelve periods of a 4-4-5 year.
    case month
    /// Three months.
    case quarter
    /// Six months.
    case half
    /// Twelve months.
    case year
    /// Everything recorded: one period without end, which also holds what carries no date.
    case all
}

extension PeriodKind: Comparable {
    /// True when the left kind is the shorter one: day < week < month < quarter < half < year < all.
    public static func < (left: PeriodKind, right: PeriodKind) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .day: 0
        case .week: 1
        case .month: 2
        case .quarter: 3
        case .half: 4
        case .year: 5
        case .all: 6
        }
    }

    /// How many of them every year has; nil for days and weeks, whose number differs from year to year, and for all.
    var countPerYear: Int? {
        switch self {
        case .month: 12
        case .quarter: 4
        case .half: 2
        case .year: 1
        case .day, .week, .all: nil
        }
    }
}
