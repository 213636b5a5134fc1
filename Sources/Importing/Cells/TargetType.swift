/// What a field of a target takes.
public enum TargetType: Hashable, Sendable {
    /// A day: `2026-01-31`.
    case day
    /// A period: `2026-01`, `2026-Q1`.
    case period
    /// An amount of money.
    case money
    /// A number that is no money: pieces, days, minutes.
    case number
    /// A ratio: `4.5%` or `0.045`.
    case percent
    /// Yes or no.
    case flag
    /// Any text.
    case text
    /// The id of the row itself.
    case identifier
    /// The id of a record of a kind: `reference("person")`.
    case reference(String)

    var isNumber: Bool { self == .money || self == .number || self == .percent }
    var isText: Bool {
        switch self {
        case .text, .identifier, .reference: true
        default: false
        }
    }
}

/// How the cells of a column are read, all in the same way.
public enum CellForm: Hashable, Sendable {
    /// There is nothing in the column.
    case empty
    /// Numbers with this decimal mark; groups may be marked by spaces, apostrophes or the other mark.
    case number(DecimalMark)
    /// Days in this order.
    case day(DayOrder)
    /// Days as spreadsheets count them: 46053 is 31 January 2026.
    case serialDay
    /// Months, quarters, halves or years.
    case period
    /// Yes or no.
    case flag
    /// Texts as they stand.
    case text
}

/// What somebody has said about the cells of a column.
public struct CellRules: Hashable, Sendable {
    /// The decimal mark.
    public var decimal: DecimalMark?
    /// The order of days.
    public var dates: DayOrder?
    /// Whether days are the serial numbers of a spreadsheet.
    public var hasSerialDays = false
    /// Whether a time behind a day is left out.
    public var dropsTime = false
    /// The zone in which days are meant, in minutes from UTC, for times that state their own.
    public var zone: Int?
    /// The year of months that name none.
    public var year: Int?
    /// Texts that mean nothing, folded.
    public var empty: Set<String> = []

    /// Says nothing.
    public init() {}
}
