internal import AccountRows
internal import Messages
internal import Periods
internal import Quantities

/// A table of events or records as the book of key accounts reads it.
struct ColumnRows: AccountTable {
    let rowCount: Int
    let fields: [String]
    private let names: [String: Int]
    private let columns: [EventColumn]
    private let texts: @Sendable (_ field: Int, _ number: Int32) -> String?
    private let ids: @Sendable (Int) -> String
    private let places: @Sendable (Int) -> Place?

    /// The events of a kind.
    init(_ event: Int, of data: AccountData) {
        let (kind, table) = (data.kinds[event], data.events[event])
        rowCount = table.rowCount
        names = Self.names(kind.fields)
        columns = table.columns.indices.map { table.columns[$0] }
        let fields = kind.fields
        self.fields = fields.map(\.name)
        let named = fields.map { field -> EventTable? in
            guard case .event(let other) = field.type else { return nil }
            return data.kinds.firstIndex { $0.name == other }.map { data.events[$0] }
        }
        texts = Self.texts(fields, data.records, named)
        ids = { table.keys[$0] }
        places = { row in table.origin(of: row).map { Place(file: $0.file, line: $0.line) } }
    }

    /// The records of a kind.
    init(_ records: RecordTable, of data: AccountData) {
        rowCount = records.count
        names = Self.names(records.kind.fields)
        fields = records.kind.fields.map(\.name)
        columns = records.columns
        texts = Self.texts(records.kind.fields, data.records, [])
        ids = { records.ids[$0] }
        places = { records.places[$0] }
    }

    private static func names(_ fields: [Field]) -> [String: Int] {
        Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func texts(
        _ fields: [Field], _ records: [String: RecordTable], _ named: [EventTable?]
    ) -> @Sendable (Int, Int32) -> String? {
        { field, number in
            guard number >= 0 else { return nil }
            if case .record(let kind) = fields[field].type { return records[kind]?.id(number) }
            if named.indices.contains(field), let table = named[field] { return table.keys[Int(number)] }
            return nil
        }
    }

    func id(of row: Int) -> String { ids(row) }

    func place(of row: Int) -> Place? { places(row) }

    private func column(_ field: String) -> (index: Int, cells: EventColumn)? {
        guard let index = names[field], columns.indices.contains(index) else { return nil }
        return (index, columns[index])
    }

    func text(_ field: String, _ row: Int) -> String? {
        guard let (index, cells) = column(field) else { return nil }
        switch cells {
        case .text(let codes, let dictionary):
            guard codes[row] >= 0 else { return nil }
            let text = dictionary[Int(codes[row])]
            return text.isEmpty ? nil : text
        case .record(let numbers): return texts(index, numbers[row])
        case .day, .decimal, .flag: return nil
        }
    }

    func day(_ field: String, _ row: Int) -> CivilDay? {
        guard case .day(let days)? = column(field)?.cells, days[row] != EventColumn.emptyDay else { return nil }
        return CivilDay(number: days[row])
    }

    func moment(_ field: String, _ row: Int) -> CivilMoment? {
        guard let day = day(field, row) else { return nil }
        let minute = number(field + Field.minuteSuffix, row).flatMap { try? $0.integer(.halfAwayFromZero) }
        return CivilMoment(day: day, minute: minute ?? 0)
    }

    func number(_ field: String, _ row: Int) -> FixedDecimal? {
        guard case .decimal(let numbers, let scale)? = column(field)?.cells, numbers[row] != EventColumn.emptyNumber
        else { return nil }
        return try? FixedDecimal(minorUnits: numbers[row], places: scale)
    }

    func flag(_ field: String, _ row: Int) -> Bool? {
        guard case .flag(let flags)? = column(field)?.cells, flags[row] != EventColumn.emptyFlag else { return nil }
        return flags[row] == 1
    }
}
