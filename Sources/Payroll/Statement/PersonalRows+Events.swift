internal import Company

extension PersonalRows {
    /// The events a person's figures may rest on: those that name him or what he has a role for, those he has a share of, what
    /// refers to them (payments of his sales, whoever wrote them down), and what they refer to.
    static func events(
        of person: String, _ subjects: Set<String>, _ tables: [PlainTable]
    ) -> [String: Set<String>] {
        let happened = tables.filter { $0.splitKind == nil }
        var kept = Dictionary(uniqueKeysWithValues: happened.map { ($0.kind, Set<String>()) })
        for table in tables {
            if let kind = table.splitKind {
                kept[kind, default: []].formUnion(
                    table.rows(where: "person", is: person).compactMap { table.cell(kind, $0) })
            } else {
                let own = table.rows.filter { $0.cells.contains { $0 == person || subjects.contains($0) } }
                kept[table.kind, default: []].formUnion(own.map(\.key))
            }
        }
        // What refers to his events first: what they refer to is not his, and what refers to that is none of his business.
        while follow(happened, &kept, backwards: true) {}
        while follow(happened, &kept, backwards: false) {}
        return kept
    }

    /// Follows every reference from one event to another once; tells whether it led anywhere new.
    private static func follow(
        _ tables: [PlainTable], _ kept: inout [String: Set<String>], backwards: Bool
    ) -> Bool {
        var found = false
        for table in tables {
            for column in table.columns where kept[column] != nil {
                for row in table.rows {
                    guard let named = table.cell(column, row), !named.isEmpty else { continue }
                    let (from, to) =
                        backwards ? ((column, named), (table.kind, row.key)) : ((table.kind, row.key), (column, named))
                    guard kept[from.0]?.contains(from.1) == true else { continue }
                    if kept[to.0, default: []].insert(to.1).inserted { found = true }
                }
            }
        }
        return found
    }
}

extension PlainTable {
    func cell(_ column: String, _ row: PlainRow) -> String? {
        columns.firstIndex(of: column).map { row.cells[$0] }
    }

    func rows(where column: String, is value: String) -> [PlainRow] {
        rows.filter { cell(column, $0) == value }
    }

    /// The kind of events whose shares these are; `nil` when these are no shares.
    var splitKind: String? {
        guard Set(columns).isSuperset(of: ["person", "share"]), columns.count == 3 else { return nil }
        return columns.first { $0 != "person" && $0 != "share" }
    }

    func onlyNames(_ row: PlainRow) -> PlainRow {
        var row = row
        for (index, column) in columns.enumerated()
        where !["id", "name", "title", "title_en", "title_ru"].contains(column) {
            row.cells[index] = ""
        }
        return row
    }
}
