/// A day of the week, numbered as ISO 8601 does: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    /// The first day of an ISO week.
    case monday = 1
    /// The second day of an ISO week.
    case tuesday
    /// The third day of an ISO week.
    case wednesday
    /// The fourth day of an ISO week: the year it falls in names the week.
    case thursday
    /// The fifth day of an ISO week.
    case friday
    /// The sixth day of an ISO week.
    case saturday
    /// The last day of an ISO week.
    case sunday

    /// The weekday so many days after some Monday; negative counts go back.
    init(daysAfterMonday days: Int) {
        switch (days % 7 + 7) % 7 {
        case 0: self = .monday
        case 1: self = .tuesday
        case 2: self = .wednesday
        case 3: self = .thursday
        case 4: self = .friday
        case 5: self = .saturday
        default: self = .sunday
        }
    }

    /// Days from the other weekday forward to this one, 0 to 6: Wednesday is 2 after Monday.
    func daysAfter(_ other: Weekday) -> Int {
        (rawValue - other.rawValue + 7) % 7
    }
}
