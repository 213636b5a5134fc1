internal import Company

/// Picks the rows that one person's own figures need, out of all.
///
/// It may pick too few (he shares a pool, a unit is summed); whoever uses it calculates again and looks. It never shows what
/// others are paid: of other people only their identifiers and names are kept.
struct PersonalRows {
    private let person: String
    private let tables: [PlainTable]
    /// Events and their splits, by the names of their kinds.
    private let eventKinds: Set<String>
    private let people: Set<String>
    /// Clients and territories the person has a role for.
    private let subjects: Set<String>
    /// The events the person's figures may rest on, by kind.
    private let events: [String: Set<String>]

    init(of person: String, in tables: [PlainTable], eventKinds: Set<String>) {
        self.person = person
        self.tables = tables
        self.eventKinds = eventKinds
        people = Set(tables.first { $0.kind == "people" }?.rows.map(\.key) ?? [])
        let roles = tables.first { $0.kind == "teams" }
        let subjects = Set(roles?.rows(where: "person", is: person).compactMap { roles?.cell("subject", $0) } ?? [])
        self.subjects = subjects
        events = Self.events(of: person, subjects, tables.filter { eventKinds.contains($0.kind) })
    }

    /// The tables with the rows picked.
    var picked: [PlainTable] { tables.map(picked) }

    /// Whether a row is about the person, or about nobody in particular.
    func isOwn(_ row: PlainRow, in table: PlainTable) -> Bool {
        guard let column = ownerColumn(table) else { return true }
        let owner = table.cell(column, row) ?? ""
        return owner == person || !people.contains(owner)
    }

    /// Whether a table holds what happened.
    func holdsEvents(_ table: PlainTable) -> Bool { eventKinds.contains(table.kind) }

    private func picked(_ table: PlainTable) -> PlainTable {
        var table = table
        if holdsEvents(table) {
            let split = table.splitKind
            let kept = events[split ?? table.kind] ?? []
            table.rows = table.rows.filter { row in
                kept.contains(split.map { table.cell($0, row) ?? "" } ?? row.key)
            }
        } else if table.kind == "people" {
            table.rows = table.rows.map { $0.key == person ? $0 : table.onlyNames($0) }
        } else {
            table.rows = table.rows.filter { isOwn($0, in: table) }
        }
        return table
    }

    /// The column that says whom a row is about; rate tables call it as they like.
    private func ownerColumn(_ table: PlainTable) -> String? {
        if table.kind == "people" { return "id" }
        if ["targets", "entered"].contains(table.kind) { return "subject" }
        if table.columns.contains("person") { return "person" }
        if table.columns.contains("id") { return nil }
        return table.columns.first { column in
            let named = table.rows.compactMap { table.cell(column, $0) }.filter { !$0.isEmpty }
            return !named.isEmpty && named.allSatisfy(people.contains)
        }
    }
}
