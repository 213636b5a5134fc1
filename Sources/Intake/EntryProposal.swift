import Company
import Importing

/// The entry that makes a table readable: what its file shows, joined with what is said already.
struct EntryProposal {
    let entry: ProposedEntry

    /// Proposes an entry; `nil` when the table looks like none of the kinds, or its entry says all of it already.
    init?(_ table: TableToClean, at path: String, among kinds: [DeclaredKind]) {
        guard let opened = Self.open(table, path) else { return nil }
        let targets = kinds.map(TargetKind.init)
        let known = table.knownNames(of: targets)
        let name = table.file.path
        guard
            let proposal = MappingProposal(
                opened.rows, kinds: targets, known: known, named: name, sheet: table.declaration.sheet)
        else { return nil }
        let said = TableRules(table.declaration)
        // What is said is believed first; where that is what disturbs, the table is.
        let candidates = [said.completed(by: proposal.rules), proposal.rules.completed(by: said)]
        let read = candidates.first { rules in
            guard (try? rules.applied(to: opened.rows, as: proposal.kind, known: known, named: name)) != nil else {
                return false
            }
            return opened.cellsWithoutColumn(rules) == nil
        }
        let rules = read ?? candidates[0].namingMissing(proposal)
        if read == nil {
            // What the table holds is known, and nothing else would be new.
            var known = said
            known.reads = rules.reads
            if rules == known { return nil }
        }
        var declaration = rules.declaration
        declaration.owners?.split = table.declaration.owners?.split
        entry = ProposedEntry(
            declaration, isEnough: read != nil, firstRow: opened.firstRow,
            questions: proposal.questions.filter { !$0.blocks }.map(\.text))
    }

    /// The table as it is said to be written, or, where that cannot be, as it looks.
    private static func open(_ table: TableToClean, _ path: String) -> OpenedTable? {
        if let said = try? OpenedTable(table, at: path, table.declaration), said.rows.width > 1 { return said }
        var looked = TableDeclaration()
        looked.sheet = table.declaration.sheet
        if let found = try? OpenedTable(table, at: path, looked) { return found }
        looked.sheet = nil
        return try? OpenedTable(table, at: path, looked)
    }
}

extension TableRules {
    /// These rules, with others where they say nothing.
    fileprivate func completed(by other: TableRules) -> TableRules {
        var rules = self
        rules.reads = reads ?? other.reads
        rules.encoding = encoding ?? other.encoding
        rules.delimiter = delimiter ?? other.delimiter
        rules.sheet = sheet ?? other.sheet
        if header == .first { rules.header = other.header }
        if decimal == nil, decimals.isEmpty { (rules.decimal, rules.decimals) = (other.decimal, other.decimals) }
        if dates == nil, datesByField.isEmpty { (rules.dates, rules.datesByField) = (other.dates, other.datesByField) }
        rules.dropsTime = dropsTime || other.dropsTime
        rules.zone = zone ?? other.zone
        rules.year = year ?? other.year
        rules.empty += other.empty.filter { !empty.contains($0) }
        rules.dropsTotals = dropsTotals || other.dropsTotals
        rules.dropsNotes = dropsNotes || other.dropsNotes
        rules.constants.merge(other.constants) { own, _ in own }
        for (field, column) in other.columns where columns[field] == nil && rules.constants[field] == nil {
            if !columns.values.contains(column) { rules.columns[field] = column }
        }
        rules.id = id ?? (columns["id"] == nil ? other.id : nil)
        rules.wide = wide ?? other.wide
        rules.owners = owners ?? other.owners
        rules.names += other.names.filter { !names.contains($0) }
        return rules
    }

    /// Shows in the entry what it lacks: a required field without a column.
    fileprivate func namingMissing(_ proposal: MappingProposal) -> TableRules {
        var rules = self
        for field in proposal.kind.fields where !field.isOptional && field.type != .identifier {
            let isWide = wide.map { $0.key == field.name || $0.values.values.contains(field.name) } ?? false
            let isThere =
                proposal.pairs.contains { $0.field == field.name } || columns[field.name] != nil
                || proposal.shape.column(named: field.name) != nil
            if !isWide, !isThere, constants[field.name] == nil { rules.columns[field.name] = .named("…") }
        }
        return rules
    }
}
