internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Targets, and the values of metrics that people enter.
struct WrittenValues {
    var targets = RecordedValues()
    var entered = RecordedValues()

    /// Has none.
    init() {}

    /// Reads their tables.
    init(_ metrics: [Metric], _ tables: TableSource, _ findings: Findings) {
        var reader = ValuesReader(metrics: metrics, tables: tables, findings: findings)
        for (file, spec) in tables.files(for: "targets", kind: "target") {
            reader.readValues(file, spec, entered: false)
        }
        for (file, spec) in tables.files(for: "entered", kind: "entered") {
            reader.readValues(file, spec, entered: true)
        }
        self = reader.read
    }

    /// Takes those that some reading of the same files left; `nil` when they are of another calendar.
    init?(_ stored: StoredTables, _ tables: TableSource) {
        _ = tables.files(for: "targets", kind: "target") + tables.files(for: "entered", kind: "entered")
        guard let targets = RecordedValues(stored.targets, tables.calendar),
            let entered = RecordedValues(stored.entered, tables.calendar)
        else { return nil }
        self.targets = targets
        self.entered = entered
    }
}

private struct ValuesReader {
    let metrics: [Metric]
    let tables: TableSource
    let findings: Findings
    var read = WrittenValues()

    mutating func readValues(_ file: SourceFile, _ spec: TableSpec, entered isEntered: Bool) {
        let table = tables.read(file, spec, RecordedValues.tableColumns(entered: isEntered))
        var cache = ValueKeys(table)
        var rows: [Int: [Int]] = [:]
        if isEntered {
            read.entered.values.reserveCapacity(read.entered.values.count + table.rowCount)
        } else {
            read.targets.values.reserveCapacity(read.targets.values.count + table.rowCount)
        }
        for row in 0..<table.rowCount {
            let place = tables.place(file, line: table.lineNumbers[row])
            guard let value = table.number("value", row), let key = key(table, row, place, &cache) else { continue }
            if isEntered, !isEnteredMetric(key.metric, place) { continue }
            let recorded = RecordedValue(
                value: value, author: table.text("author", row) ?? "", evidence: table.text("evidence", row) ?? "",
                place: place)
            let old =
                isEntered
                ? read.entered.values.updateValue(recorded, forKey: key)
                : read.targets.values.updateValue(recorded, forKey: key)
            if let old { reportRepeated(place, old.place) }
            if metrics[key.metric].unit.isPercent { rows[key.metric, default: []].append(row) }
        }
        lookAtPercentages(table, rows, file, as: isEntered ? .figure : .level)
    }

    /// Values of metrics that are percentages, those of each metric together.
    private func lookAtPercentages(
        _ table: ColumnTable, _ rows: [Int: [Int]], _ file: SourceFile, as role: PercentageRole
    ) {
        guard case .decimal(let numbers)? = table.columns["value"] else { return }
        for (metric, rows) in rows.sorted(by: { $0.key < $1.key }) {
            tables.lookAtPercentages(numbers, rows: rows, .column(metrics[metric].name), table, file, as: role)
        }
    }

    /// Subjects and periods already looked up, by their code: a table names the same few again and again.
    private struct ValueKeys {
        private let periodCodes: [Int32]
        private let subjectCodes: [Int32]
        private var periods: [Period??]
        private var subjects: [RecordedSubject??]

        init(_ table: ColumnTable) {
            (periodCodes, periods) = Self.codes(table.columns["period"])
            (subjectCodes, subjects) = Self.codes(table.columns["subject"])
        }

        private static func codes<Found>(_ column: ColumnData?) -> ([Int32], [Found??]) {
            guard case .code(let cells)? = column else { return ([], []) }
            return (cells.codes, [Found??](repeating: nil, count: cells.dictionary.count + 1))
        }

        /// The period of a row; an empty cell has the place behind the last code.
        mutating func period(_ row: Int, _ find: () -> Period?) -> Period? {
            Self.found(periodCodes[row], in: &periods, find)
        }

        /// The subject of a row.
        mutating func subject(_ row: Int, _ find: () -> RecordedSubject?) -> RecordedSubject? {
            Self.found(subjectCodes[row], in: &subjects, find)
        }

        private static func found<Found>(_ code: Int32, in known: inout [Found??], _ find: () -> Found?) -> Found? {
            let place = code < 0 ? known.count - 1 : Int(code)
            if let found = known[place] { return found }
            let found = find()
            known[place] = .some(found)
            return found
        }
    }

    private func key(_ table: ColumnTable, _ row: Int, _ place: Place, _ cache: inout ValueKeys) -> RecordedValues.Key?
    {
        let period = cache.period(row) { tables.calendar.parse(table.text("period", row) ?? "") }
        let subject = cache.subject(row) { self.subject(table.text("subject", row) ?? "") }
        let name = table.text("metric", row) ?? ""
        if tables.names.faulty.contains(name) { return nil }
        guard let metric = tables.names.metrics[name]?.number else {
            findings.report(
                "unknown-name", at: place,
                LocalizedText(en: "there is no metric '\(name)'", ru: "показателя «\(name)» нет"),
                remedy: Suggestion.remedy(for: name, among: Array(tables.names.metrics.keys))
                    ?? LocalizedText(en: "define it under 'metrics'", ru: "опишите его в «metrics»"), cell: name)
            return nil
        }
        guard let subject else {
            let id = table.text("subject", row) ?? ""
            if tables.isConsequence(id, [BuiltInKind.person, BuiltInKind.unit], at: place) { return nil }
            findings.report(
                "unknown-record", at: place,
                LocalizedText(
                    en: "there is no person or unit '\(id)'", ru: "нет ни сотрудника, ни подразделения «\(id)»"),
                remedy: subjectRemedy(id, place), cell: id)
            return nil
        }
        guard let period = period ?? tables.period(table.text("period", row) ?? "", place) else { return nil }
        return RecordedValues.Key(metric: metric, subject: subject, period: period)
    }

    private func subjectRemedy(_ id: String, _ place: Place) -> LocalizedText {
        if let named = namedSubject(id) {
            let title = LocalizedText(
                en: "it is the name of '\(named)': write the id", ru: "это имя записи «\(named)»: пишите id")
            let entry = tables.entryRemedy(at: place)
            return entry.map { LocalizedText(en: "\(title.en); \($0.en)", ru: "\(title.ru); \($0.ru)") } ?? title
        }
        let known =
            (tables.known.tables[BuiltInKind.person]?.ids ?? []) + (tables.known.tables[BuiltInKind.unit]?.ids ?? [])
        return Suggestion.remedy(forRecord: id, among: known)
            ?? LocalizedText(
                en: "add it to people.csv or units.csv; leave 'subject' empty for everybody",
                ru: "добавьте его в people.csv или units.csv; для всех оставьте «subject» пустым")
    }

    /// The one person or unit that has this name.
    private func namedSubject(_ name: String) -> String? {
        let wanted = name.lowercased()
        let named = [BuiltInKind.person, BuiltInKind.unit].flatMap { kind -> [String] in
            guard let table = tables.known.tables[kind] else { return [] }
            return table.ids.indices.filter {
                table.titles[$0].en.lowercased() == wanted || table.titles[$0].ru.lowercased() == wanted
            }.map { table.ids[$0] }
        }
        return named.count == 1 ? named[0] : nil
    }

    private func subject(_ id: String) -> RecordedSubject? {
        if id.isEmpty { return .everybody }
        if let person = tables.known.tables[BuiltInKind.person]?.number(of: id) { return .person(person) }
        return tables.known.tables[BuiltInKind.unit]?.number(of: id).map { .unit($0) }
    }

    private func isEnteredMetric(_ metric: Int, _ place: Place) -> Bool {
        if case .entered = metrics[metric].source { return true }
        findings.report(
            "not-entered", at: place,
            LocalizedText(
                en: "'\(metrics[metric].name)' is calculated, so nobody can enter it",
                ru: "«\(metrics[metric].name)» вычисляется, его нельзя ввести"),
            remedy: LocalizedText(
                en: "give it 'value: entered', or remove the row",
                ru: "напишите у него «value: entered» или уберите строку"))
        return false
    }

    private func reportRepeated(_ place: Place, _ other: Place) {
        findings.report(
            "duplicate-value", at: place,
            LocalizedText(
                en: "this metric, subject and period have a value already, at \(other.address)",
                ru: "для этого показателя, субъекта и периода значение уже есть: \(other.address)"),
            remedy: LocalizedText(en: "keep one of them", ru: "оставьте одно"))
    }
}
