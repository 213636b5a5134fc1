internal import Formulas
internal import Messages

/// What a scenario supposes of rows: those that are added are tables of one row, the others change tables as they are
/// read.
struct SupposedRows {
    /// A row that is other than its table says.
    struct Change {
        let id: String
        let kind: String
        let place: Place
        /// The new cells; `nil` when the row is not there.
        let cells: [(column: String, data: ColumnData, place: Place)]?
    }

    /// The changes, by the word for their table.
    fileprivate(set) var changes: [String: [Change]] = [:]
    /// The rows that are added, as tables.
    fileprivate(set) var files: [SourceFile] = []
    /// Where they are written, by the path that stands for them.
    fileprivate(set) var places: [String: Place] = [:]

    /// Supposes nothing.
    init() {}

    /// Looks at the rows of a scenario, once it is known what a company's tables hold.
    init(_ scenario: Scenario, _ names: Names, _ findings: Findings) {
        var reader = SupposedRowsReader(names: names, findings: findings)
        reader.read(scenario)
        self = reader.supposed
    }

    /// Whether the scenario takes an event out.
    func cancels(_ id: String, _ event: String) -> Bool {
        (changes[event] ?? []).contains { $0.cells == nil && $0.id == id }
    }

    /// What was found, as one who wrote the rows sees it: what concerns an added one at the place where it is written.
    func placed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            guard let file = diagnostic.place?.file, let place = places[file] else { return diagnostic }
            var moved = diagnostic
            moved.place = place
            return moved
        }
    }
}

/// What a table has whose rows may be supposed.
private struct SupposedTable {
    /// The word for it in a company's tables.
    let name: String
    /// Its columns besides the identifier.
    let fields: [Field]
    /// Whether its rows have identifiers, without which none can be named.
    let hasIds: Bool
    /// Whether its rows are events: one that is added needs no identifier of its own.
    let isEvent: Bool
}

private struct SupposedRowsReader {
    let names: Names
    let findings: Findings
    var supposed = SupposedRows()

    /// Looks at the rows, once it is known what a company's tables hold.
    mutating func read(_ scenario: Scenario) {
        var numbers: [Scenario.Action: Int] = [:]
        for edit in scenario.rows {
            numbers[edit.action, default: 0] += 1
            suppose(SupposedRow(edit, number: numbers[edit.action] ?? 0, prefix: scenario.placePrefix))
        }
    }

    private mutating func suppose(_ row: SupposedRow) {
        guard let table = supposedTable(row), isWellFormed(row, table) else { return }
        switch row.action {
        case .add: add(row, table)
        case .change:
            guard let id = row.id else { return reportNoId(row) }
            let cells = SupposedCells(row, table.fields, names.currency, findings)
            if row.cells.isEmpty { reportNoValues(row, table) }
            guard let columns = cells.columns, !columns.isEmpty else { return }
            supposed.changes[table.name, default: []].append(
                SupposedRows.Change(id: id, kind: row.kind, place: row.place, cells: columns))
        case .cancel:
            guard let id = row.id else { return reportNoId(row) }
            supposed.changes[table.name, default: []].append(
                SupposedRows.Change(id: id, kind: row.kind, place: row.place, cells: nil))
        }
    }

    // MARK: Adding

    private mutating func add(_ row: SupposedRow, _ table: SupposedTable) {
        let written = row.cells.first { $0.name == "id" }?.value ?? row.id
        let cells = SupposedCells(row, table.fields, names.currency, findings)
        let missing =
            table.fields.filter { field in !field.isOptional && !cells.names.contains(field.name) }
            .map(\.name) + (table.hasIds && !table.isEvent && written == nil ? ["id"] : [])
        // A misspelt field is missing under its right name too.
        if !missing.isEmpty, !cells.hasUnknownNames { reportMissing(missing, row, table) }
        guard let texts = cells.texts, missing.isEmpty else { return }
        let id = table.hasIds ? [("id", written ?? "what-if-\(row.place.line)")] : []
        let columns = id + texts.map { ($0.column, $0.text) }
        let composed = PlainTable(
            kind: table.name, columns: columns.map(\.0), rows: [PlainRow(key: "", cells: columns.map(\.1))])
        let path = "\(row.place.file):\(row.place.line)/\(table.name).csv"
        supposed.files.append(SourceFile(path: path, bytes: composed.bytes).own)
        supposed.places[path] = row.place
    }

    // MARK: What may be written

    private func supposedTable(_ row: SupposedRow) -> SupposedTable? {
        if let event = names.eventKind(named: row.kind) {
            let kind = names.eventKinds[event]
            return SupposedTable(
                name: kind.name, fields: kind.ownFields.filter { !$0.isDerived }, hasIds: true, isEvent: true)
        }
        if let split = names.splitKind(named: row.kind), row.action == .add {
            let event = names.eventKinds[names.splitKinds[split].event].name
            let fields = [
                Field(event, .event(event)), Field("person", .record(BuiltInKind.person)), Field("share", .percent),
            ]
            return SupposedTable(name: row.kind, fields: fields, hasIds: false, isEvent: false)
        }
        if let kind = names.recordKinds[row.kind], row.action != .cancel {
            let titles = ["title", "title_en", "title_ru", "name"].map { Field($0, .text, isOptional: true) }
            return SupposedTable(
                name: BuiltInKind.tableName(of: kind.name), fields: titles + kind.fields, hasIds: true, isEvent: false)
        }
        let known = names.eventKinds.map(\.name)
        let others =
            (row.action == .add ? names.splitKinds.map(\.name) : [])
            + (row.action == .cancel ? [] : Array(names.recordKinds.keys))
        findings.report(
            "unknown-name", at: row.kind.isEmpty ? row.place : row.kindPlace,
            LocalizedText(
                en: "there is no kind of event '\(row.kind)'", ru: "вида событий «\(row.kind)» нет"),
            remedy: Suggestion.remedy(for: row.kind, among: known + others)
                ?? LocalizedText(
                    en: "there is \(known.joined(separator: ", ")); write for instance '\(example(known.first))'",
                    ru: "есть \(known.joined(separator: ", ")); пишите, например, «\(example(known.first))»"))
        return nil
    }

    private func example(_ kind: String?) -> String {
        guard let kind = kind.flatMap({ names.eventKind(named: $0) }).map({ names.eventKinds[$0] }) else {
            return "sale: amount=100"
        }
        return "\(kind.name): "
            + kind.ownFields.filter { !$0.isOptional }.map { "\($0.name)=…" }.joined(separator: ", ")
    }

    private func isWellFormed(_ row: SupposedRow, _ table: SupposedTable) -> Bool {
        if let stray = row.stray {
            findings.report(
                "wrong-shape", at: stray,
                LocalizedText(en: "expected 'field=value' here", ru: "здесь ожидается «поле=значение»"),
                remedy: LocalizedText(
                    en: "its fields are \(Self.list(table))", ru: "её поля: \(Self.list(table))"))
            return false
        }
        guard row.action == .cancel, let cell = row.cells.first else { return true }
        findings.report(
            "wrong-shape", at: cell.namePlace,
            LocalizedText(en: "what is cancelled has no values", ru: "у отменённого нет значений"),
            remedy: LocalizedText(
                en: "cancel it without values, or change its values instead",
                ru: "отмените его без значений или измените его значения"),
            advice: .cancelOrChange(kind: row.kind, id: row.id))
        return false
    }

    private static func list(_ table: SupposedTable) -> String {
        table.fields.map { $0.isOptional ? $0.name + "?" : $0.name }.joined(separator: ", ")
    }

    private func reportMissing(_ fields: [String], _ row: SupposedRow, _ table: SupposedTable) {
        let (en, ru) = (fields.map { "'\($0)'" }, fields.map { "«\($0)»" })
        findings.report(
            "missing-field", at: row.place,
            LocalizedText(
                en: "\(en.joined(separator: ", ")) must be given", ru: "не хватает: \(ru.joined(separator: ", "))"),
            remedy: LocalizedText(
                en: "the fields of '\(row.kind)' are \(Self.list(table)); those with '?' may be left out",
                ru: "поля «\(row.kind)»: \(Self.list(table)); поля с «?» можно не писать"))
    }

    private func reportNoId(_ row: SupposedRow) {
        findings.report(
            "missing-field", at: row.kindPlace,
            LocalizedText(en: "which '\(row.kind)'?", ru: "какая запись «\(row.kind)»?"),
            remedy: LocalizedText(
                en: "write its identifier: '\(row.kind) 1042'", ru: "напишите идентификатор: «\(row.kind) 1042»"))
    }

    private func reportNoValues(_ row: SupposedRow, _ table: SupposedTable) {
        findings.report(
            "missing-field", at: row.place,
            LocalizedText(en: "nothing is said about what changes", ru: "не сказано, что меняется"),
            remedy: LocalizedText(
                en: "write '\(row.kind) \(row.id ?? "…"): field=value'; its fields are \(Self.list(table))",
                ru: "пишите «\(row.kind) \(row.id ?? "…"): поле=значение»; поля: \(Self.list(table))"))
    }
}
