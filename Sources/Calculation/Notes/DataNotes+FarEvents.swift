internal import Company
internal import Formulas
internal import Messages
internal import Periods

extension DataNotes {
    /// Events decades from all others: a mistyped year is a legal day, and pays in a period that nobody looks at.
    static func farEvents(_ model: CompanyModel) -> [Diagnostic] {
        guard let usual = usualYears(model) else { return [] }
        return dayColumns(model).compactMap { farEvents($0, usual, model) }
    }

    /// The years of most events; `nil` when none lies far from them.
    static func usualYears(_ model: CompanyModel) -> ClosedRange<Int>? {
        let columns = dayColumns(model)
        let bounds = columns.compactMap { model.events[$0.event].columns.days(of: $0.field) }
        guard let first = bounds.map(\.lowerBound).min(), let last = bounds.map(\.upperBound).max(),
            year(last) - year(first) > gap
        else { return nil }
        var counts: [Int: Int] = [:]
        for column in columns {
            for day in days(column, model) where day != EventColumn.emptyDay { counts[year(day), default: 0] += 1 }
        }
        return usualYears(counts)
    }

    /// How many years without an event part those that belong together.
    private static let gap = 10

    private struct DayColumn: Hashable {
        let event: Int
        let field: Int
    }

    /// The fields that place events: those of the kinds, and those that figures have of their own.
    private static func dayColumns(_ model: CompanyModel) -> [DayColumn] {
        var columns = model.eventKinds.enumerated().map { DayColumn(event: $0, field: $1.dateField) }
        for figure in model.aggregates where figure.date < model.eventKinds[figure.event].ownFields.count {
            let column = DayColumn(event: figure.event, field: figure.date)
            if !columns.contains(column) { columns.append(column) }
        }
        return columns
    }

    private static func days(_ column: DayColumn, _ model: CompanyModel) -> [Int32] {
        if case .day(let days) = model.events[column.event].columns[column.field] { days } else { [] }
    }

    private static func year(_ day: Int32) -> Int { CivilDay(number: day).year }

    /// The years between two gaps that hold most events.
    private static func usualYears(_ counts: [Int: Int]) -> ClosedRange<Int>? {
        var runs: [(years: ClosedRange<Int>, events: Int)] = []
        for (year, events) in counts.sorted(by: { $0.key < $1.key }) {
            if let run = runs.last, year - run.years.upperBound <= gap {
                runs[runs.count - 1] = (run.years.lowerBound...year, run.events + events)
            } else {
                runs.append((year...year, events))
            }
        }
        guard runs.count > 1 else { return nil }
        return runs.max { $0.events < $1.events }?.years
    }

    private static func farEvents(
        _ column: DayColumn, _ usual: ClosedRange<Int>, _ model: CompanyModel
    ) -> Diagnostic? {
        let days = days(column, model)
        let rows = days.indices.filter { days[$0] != EventColumn.emptyDay && !usual.contains(year(days[$0])) }
        guard let first = rows.first else { return nil }
        let (kind, table, day) = (model.eventKinds[column.event], model.events[column.event], days[first])
        let years = year(day) > usual.upperBound ? year(day) - usual.upperBound : usual.lowerBound - year(day)
        let side =
            year(day) > usual.upperBound
            ? LocalizedText(en: "after", ru: "позже") : LocalizedText(en: "before", ru: "раньше")
        let name = "\(kind.name) \(table.keys[first])"
        let more = rows.count - 1
        return Diagnostic(
            .warning, code: "far-event", at: table.origin(of: first).map { Place(file: $0.file, line: $0.line) },
            LocalizedText(
                en:
                    "'\(name)' is on \(CivilDay(number: day)) (\(kind.fields[column.field].name)), \(years) years \(side.en) all others\(more > 0 ? "; and \(more) more like it" : "")",
                ru:
                    "«\(name)» стоит на \(CivilDay(number: day)) (\(kind.fields[column.field].name)) — на \(years) лет \(side.ru) остальных\(more > 0 ? "; и ещё таких: \(more)" : "")"
            ),
            remedy: LocalizedText(
                en: "mend the year; if it is right, name a period: without one all periods in between are calculated",
                ru: "исправьте год; если он верен, укажите период: без него считаются все периоды между ними"))
    }
}
