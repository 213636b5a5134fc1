internal import Formulas
internal import Messages

/// The records by whose names cells may call them: those of the files, as far as they are read, and those that are kept
/// elsewhere.
struct KnownRecords {
    /// The records of the files, by kind.
    var tables: [String: RecordTable] = [:]
    /// Other spellings of them.
    var aliases = Aliases()
    /// The records that are kept elsewhere.
    let kept: KeptRecords

    /// The records of a kind by their names.
    func named(_ kind: String) -> [KnownRecord] {
        let kinds = kind == DeclaredField.subject ? [BuiltInKind.person, BuiltInKind.unit] : [kind]
        return kinds.flatMap { kind in
            let table = tables[kind] ?? RecordTable(kind: RecordKind(name: kind, fields: []))
            let own = table.ids.indices.map { row in
                KnownRecord(
                    id: table.ids[row], names: [table.titles[row].en, table.titles[row].ru].unique,
                    aliases: aliases.spellings[kind]?[table.ids[row]] ?? [])
            }
            return own + kept.records(of: kind).filter { table.number(of: $0.id) == nil }
        }
    }
}

/// The records that are kept elsewhere, each kind looked up when somebody first asks for it.
final class KeptRecords {
    private let tables: ((Set<String>) -> [PlainTable])?
    private var known: [String: [KnownRecord]] = [:]

    /// Looks nothing up yet.
    init(_ tables: ((Set<String>) -> [PlainTable])?) { self.tables = tables }

    /// The records of a kind, with their other spellings.
    func records(of kind: String) -> [KnownRecord] {
        if let known = known[kind] { return known }
        let name = BuiltInKind.tableName(of: kind)
        let tables = tables?([name, Aliases.table]) ?? []
        let spellings = tables.filter { $0.kind == Aliases.table }.flatMap { $0.spellings(of: kind) }
        let aliases = Dictionary(grouping: spellings, by: \.id).mapValues { $0.map(\.alias) }
        let records = tables.filter { $0.kind == name }.flatMap { $0.records(aliases) }
        known[kind] = records
        return records
    }
}

extension PlainTable {
    /// The records of a table that is kept.
    fileprivate func records(_ aliases: [String: [String]]) -> [KnownRecord] {
        guard let id = columns.firstIndex(of: "id") else { return [] }
        let titles = ["title", "title_en", "title_ru", "name"].compactMap { columns.firstIndex(of: $0) }
        return rows.map { row in
            KnownRecord(
                id: row.cells[id], names: titles.map { row.cells[$0] }.filter { !$0.isEmpty }.unique,
                aliases: aliases[row.cells[id]] ?? [])
        }
    }

    /// The other spellings of a kind's records in a table of them that is kept.
    fileprivate func spellings(of kind: String) -> [(id: String, alias: String)] {
        guard let id = columns.firstIndex(of: "id"), let alias = columns.firstIndex(of: "alias") else { return [] }
        let kinds = columns.firstIndex(of: "kind")
        return rows.filter { row in
            let own = kinds.map { row.cells[$0] } ?? ""
            return (own.isEmpty ? BuiltInKind.person : own) == kind
        }.map { ($0.cells[id], $0.cells[alias]) }
    }
}

extension [String] {
    /// Each once.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
