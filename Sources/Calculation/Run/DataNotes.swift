public import Company
public import Formulas
internal import Quantities

/// What is worth knowing about data that are legal but will surprise: rows without a day, people without a plan.
public enum DataNotes {
    /// The notes, in order of event kinds.
    public static func notes(_ model: CompanyModel) -> [Diagnostic] {
        model.eventKinds.indices.compactMap { undated($0, model) }
            + model.eventKinds.indices.compactMap { uncredited($0, model) }
    }

    private static func undated(_ event: Int, _ model: CompanyModel) -> Diagnostic? {
        let kind = model.eventKinds[event]
        let table = model.events[event]
        let days = CreditIndex.days(table.columns[kind.dateField], count: table.rowCount)
        let rows = days.indices.filter { days[$0] == EventColumn.emptyDay }
        guard let first = rows.first else { return nil }
        let sums = sums(rows, kind, table, model)
        return Diagnostic(
            .note, code: "undated-events", at: table.origin(of: first).map { Place(file: $0.file, line: $0.line) },
            LocalizedText(
                en:
                    "\(rows.count) of \(table.rowCount) '\(kind.name)' have no day (\(kind.fields[kind.dateField].name))\(sums.en); they are in no month, only in figures over everything",
                ru:
                    "без даты (\(kind.fields[kind.dateField].name)) \(rows.count) из \(table.rowCount) событий «\(kind.name)»\(sums.ru); их нет ни в одном месяце, только в итогах за всё время"
            ),
            remedy: LocalizedText(en: "the first stands here", ru: "первое стоит здесь"))
    }

    private static func uncredited(_ event: Int, _ model: CompanyModel) -> Diagnostic? {
        let kind = model.eventKinds[event]
        if kind.credit == .nobody { return nil }
        let table = model.events[event]
        let days = CreditIndex.days(table.columns[kind.dateField], count: table.rowCount)
        let crediting = Crediting(model, event: event, rule: kind.credit, days: days)
        let rows = (0..<table.rowCount).filter { row in
            var credited = false
            crediting.forEach(row) { _, _ in credited = true }
            return !credited && days[row] != EventColumn.emptyDay
        }
        guard let first = rows.first else { return nil }
        let sums = sums(rows, kind, table, model)
        return Diagnostic(
            .note, code: "uncredited-events", at: table.origin(of: first).map { Place(file: $0.file, line: $0.line) },
            LocalizedText(
                en: "\(rows.count) of \(table.rowCount) '\(kind.name)' are credited to nobody\(sums.en)",
                ru: "\(rows.count) из \(table.rowCount) событий «\(kind.name)» никому не засчитаны\(sums.ru)"),
            remedy: LocalizedText(
                en: "the first stands here; 'stimul explain --event' says why",
                ru: "первое стоит здесь; «stimul explain --event» скажет почему"))
    }

    /// What the rows come to in each money field: `, amount 1 234.50 RUB`.
    private static func sums(_ rows: [Int], _ kind: EventKind, _ table: EventTable, _ model: CompanyModel)
        -> LocalizedText
    {
        let parts = kind.fields.indices.compactMap { field -> String? in
            guard kind.fields[field].type == .money, case .decimal(let numbers, let scale) = table.columns[field] else {
                return nil
            }
            let sum = rows.reduce(Int128(0)) { total, row in
                numbers[row] == EventColumn.emptyNumber ? total : total + Int128(numbers[row])
            }
            return "\(kind.fields[field].name) \(FigureText.money(.scaled(sum, places: scale), model.currency))"
        }
        return LocalizedText(parts.isEmpty ? "" : ", \(parts.joined(separator: ", "))")
    }
}
