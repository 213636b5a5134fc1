internal import Formulas

extension CompanyReader {
    /// The cells of one file that name events, kept until the events of every kind are read.
    struct NamedEvents {
        let event: Int
        let field: Int
        let cells: KeyColumn
        let file: SourceFile
        let lines: [Int32]
    }

    /// Turns the identifiers in the cells into rows of the events they name.
    func findNamedEvents() {
        var indices: [Int: EventKeyIndex] = [:]
        for named in namedEvents {
            let kind = names.eventKinds[named.event]
            guard case .event(let name) = kind.fields[named.field].type, let other = names.eventKind(named: name) else {
                continue
            }
            let index = indices[other] ?? EventKeyIndex(eventTables[other].keys)
            indices[other] = index
            eventTables[named.event].columns[named.field].append(records: rows(named, index, other))
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
            let isCancelled = isCancelled(key, names.eventKinds[other].name)
            reportUnknownEvent(
                key, names.eventKinds[other].name, place(named.file, line: named.lines[cell]),
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

    /// More identifiers than this are not looked through for one that resembles a wrong one.
    private static let suggestionLimit = 20_000

    private func remedy(forEvent key: String, _ event: Int) -> LocalizedText {
        let file = eventTables[event].origins.first?.file ?? names.eventKinds[event].name + ".csv"
        return Suggestion.remedy(forRecord: key, among: ids(of: event))
            ?? LocalizedText(
                en: "add it to \(file), or correct the id", ru: "добавьте его в \(file) или исправьте id")
    }

    /// The identifiers of events among which one that resembles a wrong one is looked for; none where there are too many.
    func ids(of event: Int) -> [String] {
        let table = eventTables[event]
        return table.rowCount <= Self.suggestionLimit ? (0..<table.rowCount).map { table.keys[$0] } : []
    }

    // MARK: Columns of named events

    /// Fills the columns that something asked for with the fields of the events that rows name.
    func gatherNamedEvents() {
        if stored != nil { return }
        for event in names.eventKinds.indices {
            for source in names.eventKinds[event].gathered {
                guard case .record(let rows) = eventTables[event].columns[source.reference] else { continue }
                let other = eventTables[source.event]
                eventTables[event].columns.append(
                    source.field.map { other.columns[$0].gathered(rows) } ?? other.keys.gathered(rows))
            }
        }
        splitTables += names.splitKinds.dropFirst(splitTables.count).map { _ in SplitTable() }
        for (number, kind) in names.splitKinds.enumerated() {
            guard let inherited = kind.inherited,
                case .record(let rows) = eventTables[kind.event].columns[inherited.reference]
            else { continue }
            splitTables[number] = splitTables[inherited.split].gathered(rows)
        }
    }
}

extension EventColumn {
    /// The cells of the rows named; empty where none is.
    func gathered(_ rows: [Int32]) -> EventColumn {
        switch self {
        case .day(let days): .day(Self.pick(days, rows, empty: Self.emptyDay))
        case .decimal(let numbers, let scale): .decimal(Self.pick(numbers, rows, empty: Self.emptyNumber), scale: scale)
        case .text(let codes, let dictionary):
            .text(Self.pick(codes, rows, empty: Self.emptyCode), dictionary: dictionary)
        case .record(let numbers): .record(Self.pick(numbers, rows, empty: Self.emptyCode))
        case .flag(let flags): .flag(Self.pick(flags, rows, empty: Self.emptyFlag))
        }
    }

    private static func pick<Cell>(_ cells: [Cell], _ rows: [Int32], empty: Cell) -> [Cell] {
        rows.map { $0 < 0 ? empty : cells[Int($0)] }
    }
}

extension EventKeys {
    /// The identifiers of the rows named, each different one a text of the dictionary.
    fileprivate func gathered(_ rows: [Int32]) -> EventColumn {
        var codes: [Int32: Int32] = [:]
        var dictionary: [String] = []
        let cells = rows.map { row -> Int32 in
            if row < 0 { return EventColumn.emptyCode }
            if let known = codes[row] { return known }
            let code = Int32(truncatingIfNeeded: dictionary.count)
            codes[row] = code
            dictionary.append(self[Int(row)])
            return code
        }
        return .text(cells, dictionary: dictionary)
    }
}

extension SplitTable {
    /// The shares of the rows named.
    func gathered(_ rows: [Int32]) -> SplitTable {
        var table = SplitTable()
        if offsets.isEmpty { return table }
        table.offsets.reserveCapacity(rows.count + 1)
        table.offsets.append(0)
        for row in rows {
            if row >= 0 {
                let range = range(of: Int(row))
                table.persons += persons[range]
                table.shares += shares[range]
            }
            table.offsets.append(Int32(truncatingIfNeeded: table.persons.count))
        }
        return table
    }
}
