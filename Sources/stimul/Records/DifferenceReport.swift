internal import Messages
import Payroll
import Quantities

/// Why two runs differ, in the forms in which it is shown.
struct DifferenceReport {
    /// How many lines of text or rows are shown of a cause; JSON has all.
    private static let shown = 20

    /// Wide enough for the amounts to stand beside the lines of text, not under them.
    private static let nameWidth = 37

    private let difference: RunDifference
    private let person: String?
    private let language: Language
    private let amounts: AmountText

    /// - Parameter person: Whose changes alone are shown; everybody's when `nil`.
    init(_ difference: RunDifference, person: String?, language: Language) {
        self.difference = difference
        self.person = person
        self.language = language
        amounts = AmountText(currency: difference.currency)
    }

    /// The causes with what they changed for whom is asked about; without a person also those that changed nothing.
    private var effects: [(cause: Cause, changes: [PaidItem: Int128])] {
        difference.causes.compactMap { effect in
            guard let person else { return (effect.cause, effect.changes) }
            let own = effect.changes.filter { $0.key.person == person }
            return own.isEmpty ? nil : (effect.cause, own)
        }
    }

    /// The whole difference, from the runs themselves and not from the causes.
    private var total: Int128 {
        let changes = difference.byPerson
        return person.map { changes[$0] ?? 0 } ?? changes.values.reduce(0, +)
    }

    // MARK: For people

    var table: String {
        var rows: [[String]] = []
        for (number, effect) in effects.enumerated() {
            let kinds = effect.cause.kinds.map { $0.title[language] }.joined(separator: " + ")
            rows.append(["\(number + 1). \(kinds)", amounts.change(effect.changes.values.reduce(0, +))[language]])
            rows += what(effect.cause).map { ["   " + $0] }
            let people = Dictionary(grouping: effect.changes, by: \.key.person)
            for (id, changes) in people.sorted(by: { $0.key < $1.key }) {
                rows.append(["   " + id, amounts.change(changes.reduce(0) { $0 + $1.value })[language]])
            }
        }
        rows.append([word("total", "всего") + (person.map { " " + $0 } ?? ""), amounts.change(total)[language]])
        let runs = difference.runs.map(\.shortRun)
        let posted = runs.count == 1 ? [word("what was posted before", "что проведено раньше")] : []
        let header = "\(difference.period): " + (posted + runs).joined(separator: " → ")
        return header + "\n\n" + laidOut(rows)
    }

    /// Amounts in one column; a line without one may be as long as it is.
    private func laidOut(_ rows: [[String]]) -> String {
        let width = rows.filter { $0.count > 1 }.map { $0[0].count }.max().map { max($0, Self.nameWidth) } ?? 0
        let widest = rows.filter { $0.count > 1 }.map { $0[1].count }.max() ?? 0
        return rows.map { row in
            guard row.count > 1 else { return row[0] }
            let gap = width - row[0].count + widest - row[1].count + 2
            return row[0] + String(repeating: " ", count: gap) + row[1]
        }.joined(separator: "\n")
    }

    /// What changed, a line each; the first of them when there are many.
    func what(_ cause: Cause) -> [String] {
        let lines = cause.lines.map { line in
            let plan = line.plan.isEmpty ? "" : word("  (plan ", "  (план ") + line.plan + ")"
            return "\(line.file):\(line.line) \(line.isAdded ? "+" : "−") \(line.text)\(plan)"
        }
        let rows = cause.rows.map(rowText)
        let adjustments = cause.adjustments.map { word("adjustment ", "корректировка ") + String($0) }
        let program = word(
            "this version calculates otherwise than when a run was stored",
            "эта версия считает иначе, чем при сохранении расчёта")
        let all = lines + rows + adjustments + (cause.kinds.contains(.program) ? [program] : [])
        if all.count <= Self.shown { return all }
        let more = all.count - Self.shown
        return all.prefix(Self.shown) + [
            word("… and \(more) more; --format json shows all", "… и ещё \(more); все — в --format json")
        ]
    }

    /// `sale 7: amount 100 → 200`
    private func rowText(_ row: RowChange) -> String {
        let key = row.key.replacing("\u{1F}", with: ", ")
        let cells = row.changedColumns.map { column in
            let empty = "—"
            if row.before.isEmpty { return "\(column) \(row.after[column] ?? empty)" }
            return "\(column) \(row.before[column] ?? empty) → \(row.after[column] ?? empty)"
        }.joined(separator: ", ")
        let name = "\(row.kind) \(key)"
        if row.after.isEmpty { return word("\(name): removed", "\(name): удалено") }
        return row.before.isEmpty ? word("\(name): new: ", "\(name): новая строка: ") + cells : "\(name): \(cells)"
    }

    private func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }

    // MARK: For programs

    var csv: String {
        let rows = effects.enumerated().flatMap { number, effect in
            effect.changes.sorted { $0.key < $1.key }.map { item, change -> [RecordCSV.Cell] in
                [
                    .figure(String(number + 1)), .text(effect.cause.kindNames.joined(separator: " ")),
                    .text(item.person), .text(item.plan), .text(item.component), .text(item.period),
                    .figure(amounts.plain(change)), .text(difference.currency.code),
                ]
            }
        }
        return RecordCSV.text(
            ["cause", "kinds", "person", "plan", "component", "period", "change", "currency"], rows)
    }

    func json() throws -> String {
        try RecordJSON.text(
            DifferenceForm(
                period: difference.period, runs: difference.runs, currency: difference.currency.code,
                causes: effects.map { DifferenceForm.Effect($0.cause, $0.changes, amounts) },
                total: amounts.plain(total)))
    }
}

extension RowChange {
    /// The columns whose cells are not the same, by name; of a new row all that are filled.
    var changedColumns: [String] {
        Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    }
}

extension Cause {
    /// The kinds as programs read them.
    var kindNames: [String] { kinds.map(\.rawValue) }
}

/// Why two runs differ, as JSON.
struct DifferenceForm: Encodable {
    let period: String
    let runs: [String]
    let currency: String
    let causes: [Effect]
    let total: String

    struct Effect: Encodable {
        let kinds: [String]
        let lines: [Line]
        let rows: [Row]
        let adjustments: [Int64]
        let change: String
        let items: [Item]

        init(_ cause: Cause, _ changes: [PaidItem: Int128], _ amounts: AmountText) {
            kinds = cause.kindNames
            lines = cause.lines.map {
                Line(file: $0.file, line: $0.line, sign: $0.isAdded ? "+" : "-", text: $0.text, plan: $0.plan)
            }
            rows = cause.rows.map { Row(table: $0.kind, key: $0.key, before: $0.before, after: $0.after) }
            adjustments = cause.adjustments
            change = amounts.plain(changes.values.reduce(0, +))
            items = changes.sorted { $0.key < $1.key }.map { item, change in
                Item(
                    person: item.person, plan: item.plan, component: item.component, period: item.period,
                    change: amounts.plain(change))
            }
        }
    }

    struct Line: Encodable {
        let file: String
        let line: Int
        let sign: String
        let text: String
        let plan: String
    }

    struct Row: Encodable {
        let table: String
        let key: String
        let before: [String: String]
        let after: [String: String]
    }

    struct Item: Encodable {
        let person: String
        let plan: String
        let component: String
        let period: String
        let change: String
    }
}
