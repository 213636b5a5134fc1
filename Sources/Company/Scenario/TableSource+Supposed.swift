internal import Formulas
internal import Messages

/// Rows of tables that a scenario changes.
extension TableSource {
    /// Changes the rows of a table that the scenario names; called when the table has been read.
    func suppose(_ table: inout ColumnTable, _ kind: String) {
        for change in supposed.changes[kind] ?? [] {
            guard let row = table.row(of: change.id, in: "id") else { continue }
            log.foundChanges.insert(change.place)
            guard let cells = change.cells else {
                table.remove(row: row)
                continue
            }
            for cell in cells where !table.put(cell.data, in: cell.column, row: row) {
                findings.report(
                    "number-range", at: cell.place,
                    LocalizedText(
                        en: "with it the numbers of '\(cell.column)' have too many digits for one column (18 in all)",
                        ru: "с ним у чисел «\(cell.column)» слишком много цифр для одного столбца (всего 18)"))
            }
        }
    }

    /// The rows that are to be changed but that no table has.
    ///
    /// - Parameter ids: The identifiers of events among which one that resembles a wrong one is looked for.
    func reportUnfoundRows(ids: (_ event: Int) -> [String]) {
        let changes = supposed.changes.values.joined().filter { !log.foundChanges.contains($0.place) }
        for change in changes.sorted(by: { $0.place < $1.place }) {
            let event = names.eventKind(named: change.kind)
            findings.report(
                event == nil ? "unknown-record" : "unknown-event", at: change.place,
                LocalizedText(
                    en: "there is no \(change.kind) '\(change.id)'", ru: "записи «\(change.id)» (\(change.kind)) нет"),
                remedy: Suggestion.remedy(
                    forRecord: change.id, among: event.map { ids($0) } ?? known.tables[change.kind]?.ids ?? [])
                    ?? LocalizedText(
                        en: "its identifier stands in the column 'id' of its table",
                        ru: "идентификатор стоит в колонке «id» её таблицы"))
        }
    }
}
