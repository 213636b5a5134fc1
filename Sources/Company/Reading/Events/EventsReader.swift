internal import Formulas
internal import Messages

/// Reads the tables of events one kind after the other.
struct EventsReader {
    let names: Names
    let tables: TableSource
    let finder: RecordFinder
    let findings: Findings
    /// Turns amounts into the company's currency.
    private let conversion: CurrencyConversion
    var events: Events
    /// What names events, until they are all read.
    private var namedEvents: [NamedEvents] = []

    /// The cells of one file that name events, kept until the events of every kind are read.
    private struct NamedEvents {
        let event: Int
        let field: Int
        let cells: KeyColumn
        let file: SourceFile
        let lines: [Int32]
    }

    init(_ rates: ExchangeRates, _ tables: TableSource, _ findings: Findings) {
        names = tables.names
        self.tables = tables
        finder = RecordFinder(tables)
        self.findings = findings
        conversion = CurrencyConversion(rates: rates, tables: tables, findings: findings)
        events = Events(tables.names)
    }

    mutating func readAll() {
        for event in names.eventKinds.indices where !names.eventKinds[event].isDerived { readEvents(event) }
        findNamedEvents()
        for split in names.splitKinds.indices where names.splitKinds[split].inherited == nil { readShares(split) }
    }

    mutating func readEvents(_ event: Int) {
        let kind = names.eventKinds[event]
        for (file, spec) in tables.files(for: kind.name, kind: kind.name) {
            append(tables.read(file, spec, kind.tableColumns), file, event)
        }
        reportRepeatedIds(event)
    }

    private mutating func append(_ read: ColumnTable, _ file: SourceFile, _ event: Int) {
        var table = read
        guard table.rowCount > 0, case .key(let keys)? = table.columns["id"] else { return }
        var target = events.tables[event]
        events.tables[event] = EventTable(fields: [])
        target.origins.append(
            EventTable.Origin(file: file.path, firstRow: target.rowCount, lines: table.lineNumbers))
        target.keys.parts.append((target.rowCount, keys))
        conversion.convert(&table, names.eventKinds[event], file, into: &target)
        for (index, field) in names.eventKinds[event].ownFields.enumerated() {
            if case .event = field.type, case .key(let cells)? = table.columns[field.name] {
                namedEvents.append(
                    NamedEvents(event: event, field: index, cells: cells, file: file, lines: table.lineNumbers))
                continue
            }
            if field.type == .moment, case .key(let cells)? = table.columns[field.name] {
                append(moments: cells, field, table, file, to: &target, index)
                continue
            }
            // The minute of a moment came with its day; what else is computed waits for the other kinds.
            if field.isDerived {
                if field.isInFormulas { target.columns[index].pad(by: table.rowCount, field.type) }
                continue
            }
            finder.append(table, field, file, to: &target.columns[index])
        }
        target.rowCount += table.rowCount
        events.tables[event] = target
    }

    /// An event has one id; a second one would be paid twice.
    private func reportRepeatedIds(_ event: Int) {
        let table = events.tables[event]
        for pair in IdentifierCheck.duplicates(in: table.keys.joined) {
            let first = table.origin(of: pair.first).map { "\($0.file):\($0.line)" } ?? ""
            let place = table.origin(of: pair.again).map { Place(file: $0.file, line: $0.line) }
            findings.report(
                "duplicate-id", at: place,
                LocalizedText(
                    en: "the \(names.eventKinds[event].name) '\(table.keys[pair.again])' is there already, at \(first)",
                    ru: "событие «\(table.keys[pair.again])» уже есть: \(first)"),
                remedy: .idOfEachRow, cell: table.keys[pair.again])
        }
    }

    // MARK: Events that events name

    /// Turns the identifiers in the cells into rows of the events they name.
    mutating func findNamedEvents() {
        var indices: [Int: EventKeyIndex] = [:]
        for named in namedEvents {
            let kind = names.eventKinds[named.event]
            guard case .event(let name) = kind.fields[named.field].type, let other = names.eventKind(named: name) else {
                continue
            }
            let index = indices[other] ?? EventKeyIndex(events.tables[other].keys)
            indices[other] = index
            events.tables[named.event].columns[named.field].append(records: rows(named, index, other))
        }
        namedEvents = []
    }

    private func rows(_ named: NamedEvents, _ index: EventKeyIndex, _ other: Int) -> [Int32] {
        var near: Int32 = 0
        return (0..<named.cells.count).map { cell -> Int32 in
            if named.cells.offsets[cell] == named.cells.offsets[cell + 1] { return EventColumn.emptyCode }
            if let row = index.row(named: cell, in: named.cells, near: near) {
                near = row
                return row
            }
            let key = named.cells[cell]
            let kind = names.eventKinds[named.event].name
            let isCancelled = tables.supposed.cancels(key, names.eventKinds[other].name)
            reportUnknownEvent(
                key, names.eventKinds[other].name, tables.place(named.file, line: named.lines[cell]),
                remedy: isCancelled ? cancelToo(kind) : remedy(forEvent: key, other),
                advice: isCancelled ? .cancelToo(kind: kind) : nil)
            return EventColumn.emptyCode
        }
    }

    /// What names an event that a scenario takes out cannot stay.
    private func cancelToo(_ event: String) -> LocalizedText {
        LocalizedText(
            en: "it is cancelled; cancel this \(event) too", ru: "оно отменено; отмените и это событие («\(event)»)")
    }

    private func remedy(forEvent key: String, _ event: Int) -> LocalizedText {
        let file = events.tables[event].origins.first?.file ?? names.eventKinds[event].name + ".csv"
        return Suggestion.remedy(forRecord: key, among: events.ids(of: event))
            ?? LocalizedText(
                en: "add it to \(file), or correct the id", ru: "добавьте его в \(file) или исправьте id")
    }

    func reportUnknownEvent(
        _ key: String, _ event: String, _ place: Place, remedy: @autoclosure () -> LocalizedText, advice: Advice? = nil
    ) {
        if tables.isConsequence(key, [event], at: place) { return }
        findings.report(
            "unknown-event", at: place,
            LocalizedText(en: "there is no \(event) '\(key)'", ru: "события «\(key)» (\(event)) нет"),
            remedy: remedy(), advice: advice, cell: key)
    }
}

extension LocalizedText {
    /// What to do about an identifier that comes again: which of two things it means is for the reader to say.
    static let idOfEachRow = LocalizedText(
        en:
            "is it the same row twice? Keep one. Are they rows of their own, such as the lines of an order? Then each needs an id of its own: put the order and the line number into one column before export",
        ru:
            "это одна и та же строка дважды? Оставьте одну. Это разные строки, например строки одного заказа? Тогда у каждой должен быть свой id: соедините номер заказа и номер строки в одной колонке перед выгрузкой"
    )
}
