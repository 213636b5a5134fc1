internal import Company

/// Picks the rows that one person's own figures need, out of all.
///
/// It may pick too few (he shares a pool, a unit is summed); whoever uses it calculates again and looks. It never shows what
/// others are paid: of other people only their identifiers and names are kept.
struct PersonalRows {
    private let person: String
    private let tables: [PlainTable]
    /// Events, by the names of their kinds.
    private let eventKinds: Set<String>
    /// Clients and territories the person has a role for.
    private let subjects: Set<String>
    /// The events he has a share of, by kind.
    private let sharedEvents: [String: Set<String>]

    init(of person: String, in tables: [PlainTable], eventKinds: Set<String>) {
        self.person = person
        self.tables = tables
        self.eventKinds = eventKinds
        let roles = tables.first { $0.kind == "teams" }
        subjects = Set(roles?.rows(where: "person", is: person).compactMap { roles?.cell("subject", $0) } ?? [])
        var shared: [String: Set<String>] = [:]
        for table in tables {
            guard let kind = table.splitOf(eventKinds) else { continue }
            shared[kind, default: []].formUnion(
                table.rows(where: "person", is: person).compactMap { table.cell(kind, $0) })
        }
        sharedEvents = shared
    }

    /// The tables with the rows picked.
    var picked: [PlainTable] {
        let events = tables.filter { eventKinds.contains($0.kind) && $0.splitOf(eventKinds) == nil }
        var ids = Dictionary(uniqueKeysWithValues: events.map { ($0.kind, Set(own($0).map(\.key))) })
        // Payments of his sales are his, whoever wrote them down.
        for table in events {
            for column in table.columns where ids[column] != nil && column != table.kind {
                let named = ids[column] ?? []
                let naming = table.rows.filter { named.contains(table.cell(column, $0) ?? "") }
                ids[table.kind]?.formUnion(naming.map(\.key))
            }
        }
        return tables.map { table in
            var table = table
            if let kind = table.splitOf(eventKinds) {
                table.rows = table.rows.filter { ids[kind]?.contains(table.cell(kind, $0) ?? "") ?? false }
            } else if let kept = ids[table.kind] {
                table.rows = table.rows.filter { kept.contains($0.key) }
            } else if table.kind == "people" {
                table.rows = table.rows.map { $0.key == person ? $0 : table.onlyNames($0) }
            } else if table.columns.contains("person") {
                table.rows = table.rows(where: "person", is: person)
            } else if table.kind == "targets" || table.kind == "entered" {
                table.rows = table.rows.filter { [person, ""].contains(table.cell("subject", $0)) }
            }
            return table
        }
    }

    /// The events that name the person or what he has a role for, or that he has a share of.
    private func own(_ table: PlainTable) -> [PlainRow] {
        table.rows.filter { row in
            sharedEvents[table.kind]?.contains(row.key) ?? false
                || row.cells.contains { $0 == person || subjects.contains($0) }
        }
    }
}

extension PlainTable {
    fileprivate func cell(_ column: String, _ row: PlainRow) -> String? {
        columns.firstIndex(of: column).map { row.cells[$0] }
    }

    fileprivate func rows(where column: String, is value: String) -> [PlainRow] {
        rows.filter { cell(column, $0) == value }
    }

    /// The kind of events whose shares these are.
    fileprivate func splitOf(_ kinds: Set<String>) -> String? {
        guard columns.count == 3, columns.dropFirst() == ["person", "share"], kinds.contains(columns[0]) else {
            return nil
        }
        return columns[0]
    }

    fileprivate func onlyNames(_ row: PlainRow) -> PlainRow {
        var row = row
        for (index, column) in columns.enumerated()
        where !["id", "name", "title", "title_en", "title_ru"].contains(column) {
            row.cells[index] = ""
        }
        return row
    }
}
