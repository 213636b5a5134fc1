internal import Company

/// The fewest rows that still give a statement's figures.
///
/// Nothing here knows what the company's rules need: what is left out is tried, by calculating again.
struct PersonalTables {
    private let bundle: StatementBundle
    private let tables: [PlainTable]
    private let rows: PersonalRows

    /// Makes it for a statement with all rows of a company.
    init(_ bundle: StatementBundle, _ tables: [PlainTable], eventKinds: Set<String>) {
        self.bundle = bundle
        self.tables = tables
        rows = PersonalRows(of: bundle.person, in: tables, eventKinds: eventKinds)
    }

    /// The rows that are his own, where they are enough; else, table by table, no more than it takes.
    func fewest() async -> [PlainTable] {
        if let own = await own() { return own }
        let fewest = await narrowed()
        let mentioned = withoutUnmentioned(fewest)
        return await give(mentioned) ? mentioned : fewest
    }

    /// The rows that are his own; `nil` where they are not enough.
    func own() async -> [PlainTable]? {
        let own = rows.picked
        let mentioned = withoutUnmentioned(own)
        if await give(mentioned) { return mentioned }
        return await give(own) ? own : nil
    }

    private func narrowed() async -> [PlainTable] {
        var kept = tables
        for (index, own) in rows.picked.enumerated() where own != kept[index] {
            var fewer = kept
            fewer[index] = own
            if await give(fewer) {
                kept = fewer
            } else if !rows.holdsEvents(own) {
                await narrow(&kept, index)
            }
        }
        return kept
    }

    /// Leaves out what a table says about others, column by column: who shares a pool does not learn their base pay.
    private func narrow(_ kept: inout [PlainTable], _ index: Int) async {
        for column in kept[index].columns.indices {
            var fewer = kept
            for row in fewer[index].rows.indices where !rows.isOwn(fewer[index].rows[row], in: fewer[index]) {
                fewer[index].rows[row].cells[column] = ""
            }
            if fewer != kept, await give(fewer) { kept = fewer }
        }
    }

    /// People, clients and products that no other row names are left out; who is unknown to the rules stays unknown to the reader.
    private func withoutUnmentioned(_ tables: [PlainTable]) -> [PlainTable] {
        let isRecord = { (table: PlainTable) in
            table.columns.contains("id") && !rows.holdsEvents(table)
                && AwardTable(rawValue: table.kind) == nil && !["positions", "units"].contains(table.kind)
        }
        var mentioned: Set<String> = [bundle.person]
        for table in tables {
            let own = table.columns.firstIndex(of: "id")
            for row in table.rows {
                for (index, cell) in row.cells.enumerated() where index != own { mentioned.insert(cell) }
            }
        }
        return tables.map { table in
            guard isRecord(table) else { return table }
            var table = table
            table.rows.removeAll { !mentioned.contains($0.key) }
            return table
        }
    }

    private func give(_ tables: [PlainTable]) async -> Bool {
        var smaller = bundle
        smaller.tables = tables.map { .init($0) }
        guard let results = try? await smaller.recalculated() else { return false }
        return results == bundle.results
    }
}
