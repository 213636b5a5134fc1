import Company
import Importing
internal import Messages

/// The entry that makes a table readable: what its file shows, joined with what is said already.
struct EntryProposal {
    let entry: ProposedEntry

    /// Proposes an entry; `nil` when the table looks like none of the kinds, or its entry says all of it already.
    init?(_ table: TableToClean, at path: String, among kinds: [DeclaredKind]) {
        let targets = kinds.map(TargetKind.init)
        let known = table.knownNames(of: targets)
        var found: ProposedEntry?
        for opened in Self.openings(table, path) {
            guard let entry = Self.entry(for: table, opened, targets, known) else { continue }
            if found == nil || entry.isEnough { found = entry }
            if entry.isEnough { break }
        }
        guard let found else { return nil }
        entry = found
    }

    /// The table as it is said to be written, and as it looks.
    private static func openings(_ table: TableToClean, _ path: String) -> [OpenedTable] {
        var looked = TableDeclaration()
        looked.sheet = table.declaration.sheet
        return [
            try? OpenedTable(table, at: path, table.declaration), try? OpenedTable(table, at: path, looked),
            looked.sheet == nil ? nil : try? OpenedTable(table, at: path, TableDeclaration()),
        ].compactMap(\.self)
    }

    private static func entry(
        for table: TableToClean, _ opened: OpenedTable, _ kinds: [TargetKind], _ known: KnownNames
    ) -> ProposedEntry? {
        let name = table.file.path
        guard
            let proposal = MappingProposal(
                opened.rows, kinds: kinds, known: known, named: name, sheet: opened.sheet)
        else { return nil }
        let said = TableRules(table.declaration)
        // What is said is believed first; where that is what disturbs, the table is.
        var refusal: TableRefusal?
        for var rules in [said.completed(by: proposal.rules), proposal.rules.completed(by: said)] {
            rules.takeForm(of: proposal.rules)
            do {
                _ = try rules.applied(to: opened.rows, as: proposal.kind, known: known, named: name)
                guard opened.cellsWithoutColumn(rules) == nil else { continue }
                return made(rules, proposal, table, opened, refusal: nil)
            } catch {
                refusal = refusal ?? error
            }
        }
        var rules = said.completed(by: proposal.rules).namingMissing(proposal)
        rules.takeForm(of: proposal.rules)
        // What the table holds is known, and nothing else would be new.
        var same = said
        same.reads = rules.reads
        let doubts = refusal?.faults.contains { $0.isOfColumn } ?? false
        return rules == same && !doubts ? nil : made(rules, proposal, table, opened, refusal: refusal)
    }

    private static func made(
        _ rules: TableRules, _ proposal: MappingProposal, _ table: TableToClean, _ opened: OpenedTable,
        refusal: TableRefusal?
    ) -> ProposedEntry {
        var declaration = rules.declaration
        declaration.owners?.split = table.declaration.owners?.split
        declaration.query = table.declaration.query
        let doubts = refusal?.faults.filter(\.isOfColumn) ?? []
        return ProposedEntry(
            declaration, isEnough: refusal == nil && opened.cellsWithoutColumn(rules) == nil,
            firstRow: opened.firstRow,
            doubts: doubts.map {
                LocalizedText(en: "\($0.message.en): \($0.remedy.en)", ru: "\($0.message.ru): \($0.remedy.ru)")
            },
            questions: proposal.questions.filter { !$0.blocks }.map(\.text))
    }
}

extension TableFault {
    /// Whether it is about how a whole column is written, and not about single cells.
    fileprivate var isOfColumn: Bool {
        guard case .reading(_, _, let doubt) = self else { return false }
        switch doubt {
        case .either, .contradiction, .currencies, .zone, .yearless: return true
        case .misfit, .scaled, .time, .serial, .placeholder: return false
        }
    }
}

extension TableRules {
    /// Says how the file is written, as it was opened.
    fileprivate mutating func takeForm(of opened: TableRules) {
        (encoding, delimiter, sheet) = (opened.encoding, opened.delimiter, opened.sheet)
    }

    /// These rules, with others where they say nothing.
    fileprivate func completed(by other: TableRules) -> TableRules {
        var rules = self
        rules.reads = reads ?? other.reads
        if header == .first { rules.header = other.header }
        if decimal == nil, decimals.isEmpty { (rules.decimal, rules.decimals) = (other.decimal, other.decimals) }
        if dates == nil, datesByField.isEmpty { (rules.dates, rules.datesByField) = (other.dates, other.datesByField) }
        rules.dropsTime = dropsTime || other.dropsTime
        rules.zone = zone ?? other.zone
        rules.year = year ?? other.year
        rules.empty += other.empty.filter { !empty.contains($0) }
        rules.dropsTotals = dropsTotals || other.dropsTotals
        rules.dropsNotes = dropsNotes || other.dropsNotes
        rules.fill.merge(other.fill) { own, _ in own }
        rules.skip.merge(other.skip) { own, _ in own }
        rules.constants.merge(other.constants) { own, _ in own }
        for (field, column) in other.columns where columns[field] == nil && rules.constants[field] == nil {
            if !columns.values.contains(column) { rules.columns[field] = column }
        }
        rules.id = id ?? (columns["id"] == nil ? other.id : nil)
        rules.wide = wide ?? other.wide
        rules.owners = owners ?? other.owners
        rules.names += other.names.filter { !names.contains($0) }
        rules.fingerprint = fingerprint ?? other.fingerprint
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
            if !isWide, !isThere, constants[field.name] == nil {
                rules.columns[field.name] = .named(TableDeclaration.gap)
            }
        }
        return rules
    }
}
