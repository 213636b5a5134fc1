internal import Formulas
internal import Messages

/// The events of a company and their shares.
struct Events {
    /// One table for each event kind.
    var tables: [EventTable]
    /// One table for each split kind.
    var splits: [SplitTable]

    /// Has a table without rows for each kind.
    init(_ names: Names) {
        tables = names.eventKinds.map { EventTable(fields: Array($0.ownFields)) }
        splits = names.splitKinds.map { _ in SplitTable() }
    }

    /// Reads the tables of events, then whom events name, then their shares.
    init(_ rates: ExchangeRates, _ tables: TableSource, _ findings: Findings) {
        var reader = EventsReader(rates, tables, findings)
        reader.readAll()
        self = reader.events
    }

    /// Takes tables that some reading of the same files left; nothing is said again of what was found in them.
    init(_ stored: StoredTables, _ source: TableSource) {
        let names = source.names
        for kind in names.eventKinds { _ = source.files(for: kind.name, kind: kind.name) }
        for kind in names.splitKinds where kind.inherited == nil { _ = source.files(for: kind.name, kind: kind.name) }
        tables = stored.events
        splits = stored.splits
    }

    /// More identifiers than this are not looked through for one that resembles a wrong one.
    private static let suggestionLimit = 20_000

    /// The identifiers of events among which one that resembles a wrong one is looked for; none where there are too many.
    func ids(of event: Int) -> [String] {
        let table = tables[event]
        return table.rowCount <= Self.suggestionLimit ? (0..<table.rowCount).map { table.keys[$0] } : []
    }

    // MARK: Columns of named events

    /// Fills the columns that something asked for with the fields of the events that rows name.
    func gathered(_ names: Names) -> Events {
        var events = self
        for event in names.eventKinds.indices {
            for source in names.eventKinds[event].gathered {
                guard case .record(let rows) = events.tables[event].columns[source.reference] else { continue }
                let other = events.tables[source.event]
                events.tables[event].columns.append(
                    source.field.map { other.columns[$0].gathered(rows) } ?? other.keys.gathered(rows))
            }
        }
        events.splits += names.splitKinds.dropFirst(events.splits.count).map { _ in SplitTable() }
        for (number, kind) in names.splitKinds.enumerated() {
            guard let inherited = kind.inherited,
                case .record(let rows) = events.tables[kind.event].columns[inherited.reference]
            else { continue }
            events.splits[number] = events.splits[inherited.split].gathered(rows)
        }
        return events
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
