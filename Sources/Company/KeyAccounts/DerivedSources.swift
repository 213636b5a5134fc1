internal import AccountRows
internal import Accounts
internal import Formulas
internal import Periods
public import Quantities

/// Down to which rows a computed row goes: a month of an account to the calls that kept its days in the norm, and to what was sold.
///
/// Made once for a question, for it reads the whole book of key accounts.
public struct DerivedSources: Sendable {
    private let data: AccountData
    private let book: AccountBook
    private let months: [String: AccountMonthRow]
    private let touches: [String: Int]
    private let touchKind: Int?

    /// A row that a computed one rests on.
    public struct SourceRow: Hashable, Sendable {
        /// The number of its kind of events.
        public let event: Int
        /// The row.
        public let row: Int
        /// What it brings, in the unit of the field that is asked about.
        public let value: FixedDecimal
        /// Whether it is of the year before, which the month is compared with.
        public let isBefore: Bool
    }

    /// What lies below the computed rows of a company; nil for a company that keeps no book of key accounts.
    public init?(_ model: CompanyModel) {
        guard let data = model.accountData else { return nil }
        self.data = data
        book = data.book
        months = Dictionary(book.months().map { ($0.id, $0) }) { first, _ in first }
        touchKind = data.kinds.firstIndex { $0.name == "touch" }
        let keys = touchKind.map { data.events[$0] }
        touches = Dictionary((0..<(keys?.rowCount ?? 0)).map { (keys?.keys[$0] ?? "", $0) }) { first, _ in first }
    }

    /// The rows below a field of a computed row, by day; empty for a field that counts nothing but days of the calendar.
    public func rows(below field: Int, of row: Int, event: Int) -> [SourceRow] {
        let kind = data.kinds[event]
        guard kind.isDerived, let month = months[data.events[event].keys[row]] else { return [] }
        return switch kind.fields[field].name {
        case "days_in_norm": calls(month)
        case "sales": trades(of: month, in: month.monthRange, isBefore: false)
        case "before": trades(of: month, in: yearBefore(month.monthRange), isBefore: true)
        case "retained":
            trades(of: month, in: month.monthRange, isBefore: false)
                + trades(of: month, in: yearBefore(month.monthRange), isBefore: true)
        default: []
        }
    }

    private func calls(_ month: AccountMonthRow) -> [SourceRow] {
        guard let touchKind else { return [] }
        return book.touches(covering: month).compactMap { covering in
            touches[covering.touch.text].map {
                SourceRow(event: touchKind, row: $0, value: FixedDecimal(covering.days), isBefore: false)
            }
        }
    }

    private func trades(of month: AccountMonthRow, in range: DayRange, isBefore: Bool) -> [SourceRow] {
        guard let client = data.records[BuiltInKind.client]?.number(of: month.client.text) else { return [] }
        let rows = data.settings.trades.flatMap { trade -> [(day: Int32, source: SourceRow)] in
            let (kind, table) = (data.kinds[trade.event], data.events[trade.event])
            guard case .record(let owners) = table.columns[trade.client],
                case .day(let days) = table.columns[kind.dateField],
                case .decimal(let amounts, let scale) = table.columns[trade.amount]
            else { return [] }
            return owners.indices.compactMap { row in
                guard owners[row] == client, days[row] != EventColumn.emptyDay,
                    range.contains(CivilDay(number: days[row])), amounts[row] != EventColumn.emptyNumber,
                    let amount = try? FixedDecimal(minorUnits: amounts[row], places: scale),
                    let signed = trade.isOrder ? amount : try? amount.negated()
                else { return nil }
                return (days[row], SourceRow(event: trade.event, row: row, value: signed, isBefore: isBefore))
            }
        }
        return rows.sorted { ($0.day, $0.source.row) < ($1.day, $1.source.row) }.map(\.source)
    }

    private func yearBefore(_ range: DayRange) -> DayRange {
        DayRange(
            from: range.from.adding(months: -12) ?? range.from,
            clampingUntil: range.until.adding(months: -12) ?? range.from)
    }
}
