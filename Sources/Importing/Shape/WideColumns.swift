/// Columns that are values of one field: months, quarters or years beside each other.
///
///     Rep   Jan-26  Feb-26        →  Rep  period   value
///     Anna     100     120            Anna 2026-01    100
///                                     Anna 2026-02    120
public struct WideColumns: Hashable, Sendable {
    /// One such column.
    public struct Member: Hashable, Sendable {
        /// The place in the rows, from 0.
        public let index: Int
        /// The period in its canonical form; the header as it stands where its year is missing or it is no period.
        public let key: String
        /// What the column measures, where a second header row says it: `План`.
        public let measure: String
    }

    /// The columns, from left to right.
    public let members: [Member]
    /// Whether months stand there without a year.
    public let lacksYear: Bool

    /// The different measures, in their order.
    public var measures: [String] {
        var seen: Set<String> = []
        return members.map(\.measure).filter { seen.insert($0).inserted }
    }

    /// Finds columns whose headers are periods; at least two.
    init?(_ columns: [TableShape.Column], year: Int? = nil) {
        var members: [Member] = []
        var lacksYear = false
        for column in columns {
            guard let (text, measure) = Self.period(column) else { continue }
            let label = Self.label(text, year)
            if label == nil { lacksYear = true }
            members.append(Member(index: column.index, key: label ?? text, measure: measure))
        }
        guard Set(members.map(\.key)).count >= 2 else { return nil }
        self.members = members
        self.lacksYear = lacksYear
    }

    /// Takes columns by their names, which are the values of the field.
    init(named columns: [TableShape.Column]) {
        members = columns.map { Member(index: $0.index, key: $0.title, measure: "") }
        lacksYear = false
    }

    private static func label(_ text: String, _ year: Int?) -> String? {
        if text.utf8.count == 4, MonthNames.year(text) != nil { return text }
        if let period = PeriodSpelling(text) { return period.label(year: year) }
        return text.hasSuffix("-01") && text.utf8.count == 10 ? String(text.dropLast(3)) : nil
    }

    /// The header that is a period, and what is left of it.
    private static func period(_ column: TableShape.Column) -> (String, String)? {
        if isPeriod(column.title) { return (column.title, "") }
        if !column.group.isEmpty, isPeriod(column.group) { return (column.group, column.leaf) }
        if !column.group.isEmpty, isPeriod(column.leaf) { return (column.leaf, column.group) }
        return nil
    }

    private static func isPeriod(_ text: String) -> Bool {
        if text.utf8.count == 4, MonthNames.year(text) != nil { return true }
        if PeriodSpelling(text) != nil { return true }
        // A month that a spreadsheet keeps as its first day.
        return text.hasSuffix("-01") && text.utf8.count == 10 && DaySpelling(text)?.isYearFirst == true
    }
}
