internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The rows of a scenario as changes of a company that was read already.
///
/// They are read with the small tables and, of the large ones, only with the rows they change or name: what a row means is decided
/// where it always is, and a million rows beside it are not read for that.
struct SupposedChanges {
    private let model: CompanyModel
    private let rows: [SupposedRow]
    /// By kind and identifier the rows of the company that have to be read too.
    private var beside: [Named: Int] = [:]

    /// A row by its kind and identifier.
    private struct Named: Hashable {
        let event: Int
        let id: String
    }

    /// - Returns: `nil` when something other than rows of events is supposed.
    init?(_ scenario: Scenario, _ model: CompanyModel) {
        // Figures over rows that are computed from others follow only when everything is read.
        guard !model.asksForDerivedRows else { return nil }
        guard scenario.definitions.isEmpty, scenario.withoutPlans.isEmpty, scenario.plansFrom == nil else { return nil }
        self.model = model
        var numbers: [Scenario.Action: Int] = [:]
        rows = scenario.rows.map { edit in
            numbers[edit.action, default: 0] += 1
            return SupposedRow(edit, number: numbers[edit.action] ?? 0, prefix: scenario.placePrefix)
        }
    }

    private func event(named name: String) -> Int? { model.eventKinds.firstIndex { $0.name == name } }

    // MARK: Reading

    /// The changes.
    ///
    /// - Parameters:
    ///   - scenario: The scenario.
    ///   - reading: Reads the small tables together with files of rows.
    /// - Returns: `nil` when the whole company has to be read to know what they are, or what is wrong with them.
    mutating func changes(
        _ scenario: Scenario, reading: (_ files: [SourceFile], _ scenario: Scenario) -> CompanyModel?
    ) -> [EventChange]? {
        var cancelled: [EventChange] = []
        var changed: [Named: Set<String>] = [:]
        for row in rows {
            guard let event = event(named: row.kind) else {
                // Shares of events that are added with them are read with them; whatever else is supposed may renumber records.
                guard row.action == .add, model.splitKinds.contains(where: { $0.name == row.kind }) else { return nil }
                continue
            }
            switch row.action {
            case .add:
                for cell in row.cells { guard addNamed(event, cell.name, cell.value) else { return nil } }
            case .change:
                guard let id = row.id, addBeside(event, id) else { return nil }
                for cell in row.cells { guard addNamed(event, cell.name, cell.value) else { return nil } }
                changed[Named(event: event, id: id), default: []].formUnion(row.cells.map(\.name))
            case .cancel:
                guard let id = row.id, let number = model.events[event].keys.row(of: id) else { return nil }
                cancelled.append(EventChange(event: event, row: number, version: nil))
            }
        }
        var others = scenario
        others.rows.removeAll { $0.action == .cancel }
        if others.rows.isEmpty { return cancelled }
        guard let files = besideFiles, let news = reading(files, others), model.hasSameRecords(as: news),
            let versions = versions(news, changed)
        else { return nil }
        return versions + cancelled
    }

    /// Names a row that has to be read too, and those that it names.
    private mutating func addBeside(_ event: Int, _ id: String) -> Bool {
        let named = Named(event: event, id: id)
        if beside[named] != nil { return true }
        guard let row = model.events[event].keys.row(of: id) else { return false }
        beside[named] = row
        let kind = model.eventKinds[event]
        // A moment has lost its minute in the column of days.
        if kind.ownFields.contains(where: \.isDerived) { return false }
        // Amounts are kept in the company's currency.
        if kind.ownFields.contains(where: { $0.currencyField != nil }) { return false }
        for (index, field) in kind.ownFields.enumerated() {
            guard case .event(let name) = field.type, let other = self.event(named: name),
                case .record(let rows) = model.events[event].columns[index], rows[row] >= 0
            else { continue }
            guard addBeside(other, model.events[other].keys[Int(rows[row])]) else { return false }
        }
        return true
    }

    /// Names the row that a cell names, unless it is one that is added with it.
    private mutating func addNamed(_ event: Int, _ field: String, _ id: String) -> Bool {
        guard let field = model.eventKinds[event].ownFields.first(where: { $0.name == field }),
            case .event(let name) = field.type, let other = self.event(named: name), !id.isEmpty,
            !rows.contains(where: { $0.action == .add && $0.kind == name && $0.id == id })
        else { return true }
        return addBeside(other, id)
    }

    /// The rows that have to be read too, as tables; `nil` when a value cannot be written down.
    private var besideFiles: [SourceFile]? {
        var files: [SourceFile] = []
        for (event, named) in Dictionary(grouping: beside.keys, by: \.event).sorted(by: { $0.key < $1.key }) {
            let kind = model.eventKinds[event]
            var rows: [PlainRow] = []
            for named in named.sorted(by: { $0.id < $1.id }) {
                guard let row = beside[named] else { return nil }
                let cells = kind.ownFields.indices.map { text(event, $0, row) }
                rows.append(PlainRow(key: named.id, cells: [named.id] + cells))
            }
            let table = PlainTable(kind: kind.name, columns: ["id"] + kind.ownFields.map(\.name), rows: rows)
            files.append(SourceFile(path: "kept/\(kind.name).csv", bytes: table.bytes).own)
        }
        return files
    }

    /// A cell as a table has it.
    private func text(_ event: Int, _ field: Int, _ row: Int) -> String {
        let number = model.events[event].columns[field].number(at: row)
        if number == EventVersion.none { return "" }
        switch (model.events[event].columns[field], model.eventKinds[event].fields[field].type) {
        case (.day, _): return CivilDay(number: Int32(truncatingIfNeeded: number)).description
        case (.decimal(_, let scale), _):
            return (try? FixedDecimal(minorUnits: number, places: scale))?.description ?? ""
        case (.text(_, let dictionary), _): return dictionary[Int(number)]
        case (.record, .record(let kind)): return model.records(kind).id(Int32(truncatingIfNeeded: number))
        case (.record, .event(let name)):
            return self.event(named: name).map { model.events[$0].keys[Int(number)] } ?? ""
        case (.record, _): return ""
        case (.flag, _): return number == 0 ? "no" : "yes"
        }
    }

    // MARK: In the company's numbers

    /// What the rows that were read are in the numbers of the company.
    private func versions(_ news: CompanyModel, _ changed: [Named: Set<String>]) -> [EventChange]? {
        var edits: [EventEdits?] = []
        for event in model.eventKinds.indices {
            var old: [EventEdits.Changed] = []
            var came: [EventEdits.Came] = []
            let count = model.events[event].rowCount
            for row in 0..<news.events[event].rowCount {
                let id = news.events[event].keys[row]
                if let known = beside[Named(event: event, id: id)] {
                    old.append(.init(row: Int32(truncatingIfNeeded: known), news: Int32(truncatingIfNeeded: row)))
                } else {
                    // An identifier that is there already is a fault that a reading of everything tells of.
                    if model.events[event].keys.row(of: id) != nil { return nil }
                    came.append(
                        .init(before: Int32(truncatingIfNeeded: count), news: Int32(truncatingIfNeeded: row)))
                }
            }
            old.sort { $0.row < $1.row }
            edits.append(old.isEmpty && came.isEmpty ? nil : EventEdits(oldCount: count, changed: old, came: came))
        }
        let nothing = RecordedColumns(RecordedValues())
        let stored = StoredTables(events: model.events, splits: model.splits, targets: nothing, entered: nothing)
        guard
            let tables = EditedTables(
                stored, edits, news: news,
                day: { event, field, row in
                    if case .day(let days) = model.events[event].columns[field] {
                        days[row]
                    } else {
                        EventColumn.emptyDay
                    }
                })
        else { return nil }
        var changes: [EventChange] = []
        for event in model.eventKinds.indices {
            for row in 0..<news.events[event].rowCount {
                guard let found = change(event, row, news, tables, changed) else { return nil }
                if let found { changes.append(found) }
            }
        }
        return changes
    }

    /// The change that a row is; `nil` inside when it is only beside others, `nil` when its texts are new to the company.
    private func change(
        _ event: Int, _ row: Int, _ news: CompanyModel, _ tables: EditedTables, _ changed: [Named: Set<String>]
    ) -> EventChange?? {
        let named = Named(event: event, id: news.events[event].keys[row])
        let number = Int(tables.numbers[event][row])
        guard let known = beside[named] else {
            let values = tables.news[event].columns.map { $0.number(at: row) }
            guard number >= 0, knows(event, values) else { return nil }
            let shares = news.ownSplits(of: event).first.map { news.shares($0, row: row) } ?? []
            return .some(EventChange(event: event, row: number, version: EventVersion(values: values, shares: shares)))
        }
        guard let fields = changed[named] else { return .some(nil) }
        var version = model.version(of: event, row: known)
        for (index, field) in model.eventKinds[event].ownFields.enumerated() where fields.contains(field.name) {
            version.values[index] = tables.news[event].columns[index].number(at: row)
        }
        guard knows(event, version.values) else { return nil }
        return .some(EventChange(event: event, row: known, version: version))
    }

    /// Whether all texts among the values are known to the company: figures are laid out for those it has.
    private func knows(_ event: Int, _ values: [Int64]) -> Bool {
        model.eventKinds[event].ownFields.indices.allSatisfy { index in
            guard case .text(_, let dictionary) = model.events[event].columns.shape(of: index) else { return true }
            return values[index] == EventVersion.none || values[index] < dictionary.count
        }
    }
}

extension CompanyModel {
    /// Whether records have the same numbers in another company.
    func hasSameRecords(as other: CompanyModel) -> Bool {
        Set(records.keys) == Set(other.records.keys)
            && records.allSatisfy { kind, table in table.ids == other.records(kind).ids }
    }
}

extension CompanyReader {
    /// The rows of a scenario as changes of a company that was read already; nothing but the small tables is read for that.
    ///
    /// - Parameters:
    ///   - scenario: What is supposed.
    ///   - model: The company as it is.
    ///   - small: Its files without those of events, shares, targets and entered values.
    /// - Returns: `nil` when the whole company has to be read to know what they are, or what is wrong with them.
    public static func changes(
        _ scenario: Scenario, of model: CompanyModel, small: [SourceFile]
    ) -> [EventChange]? {
        guard var supposed = SupposedChanges(scenario, model) else { return nil }
        return supposed.changes(scenario) { CompanyReader.read(small + $0, supposing: $1).model }
    }

    /// The same of a company that is kept.
    ///
    /// - Parameters:
    ///   - text: Its YAML files.
    ///   - tables: Its tables without those of events, shares, targets and entered values.
    public static func changes(
        _ scenario: Scenario, of model: CompanyModel, text: [SourceFile], tables: [TableText]
    ) -> [EventChange]? {
        guard var supposed = SupposedChanges(scenario, model) else { return nil }
        return supposed.changes(scenario) { files, others in
            let request = ReadingRequest(text, tables, beside: files, supposing: others, stored: nil)
            return ReadCompany(request).modelOfKeptRows
        }
    }
}
