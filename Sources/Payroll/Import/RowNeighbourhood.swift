internal import Company
internal import Storage

/// The rows that have to do with rows that come in: so many that each of these means among them what it means among all.
///
/// Of small tables that is everything. Of large ones it is the events that are named, those that these name, the shares of all of
/// them, and the rows of other sources under the same keys. A row that is none of these neither makes a row that comes in faulty
/// nor becomes faulty by it.
struct RowNeighbourhood {
    private let text: [SourceFile]
    private let smallRows: SmallRows
    private let large: Set<String>
    private let declared: CompanyReader.DeclaredEvents

    /// More rows than this are not looked for one by one.
    private static let limit = 20_000

    init(_ text: [SourceFile], _ smallRows: SmallRows) {
        self.text = text
        self.smallRows = smallRows
        large = CompanyReader.declaredTables(in: text).large
        declared = CompanyReader.declaredEvents(in: text)
    }

    /// The small tables with those that come in.
    func smallTables(
        with incoming: [IncomingTable], source: String, _ kept: ReadTransaction, _ head: Int64
    ) throws -> [TableText] {
        let texts = try smallRows.texts(upTo: head, without: large, kept)
        let small = incoming.filter { !large.contains($0.kind) }.map(\.plain)
        if small.isEmpty { return texts }
        let coming = Set(small.map(\.kind))
        let own = try kept.tables(upTo: head) { coming.contains($0) && $1 == source }
        let others = try kept.tables(upTo: head) { coming.contains($0) && $1 != source }
        let joined = PlainTable.joining(others, PlainTable.overlay(small, on: own))
        return texts.filter { !coming.contains($0.kind) } + joined.map { TableText($0) }
    }

    /// The rows that come in, and those around them; `nil` when these are too many to be looked for.
    func tables(
        around incoming: [IncomingTable], source: String, _ kept: ReadTransaction, _ head: Int64
    ) throws -> [TableText]? {
        let coming = incoming.filter { large.contains($0.kind) }
        guard coming.reduce(0, { $0 + $1.rowCount }) <= Self.limit else { return nil }
        var rows = Rows(coming.map(\.plain), source: source)
        for table in coming {
            // Beside a row that comes in stand those of the same key from other sources.
            let keys = (0..<table.rowCount).map { table.key(of: $0) }
            rows.add(try kept.rows(of: table.kind, keys: keys).filter { $0.source != source })
            if let event = declared.splits[table.kind] {
                rows.add(try kept.rows(of: event, keys: Set(keys.map { Rows.event(of: $0) }).sorted()))
            }
        }
        try addNeighbours(&rows, kept)
        return try smallTables(with: incoming, source: source, kept, head) + rows.tables.map { TableText($0) }
    }

    private func addNeighbours(_ rows: inout Rows, _ kept: ReadTransaction) throws {
        var done: [String: Set<String>] = [:]
        var goesOn = true
        while goesOn {
            goesOn = false
            for kind in declared.kinds {
                let keys = rows.keys(of: kind.name).subtracting(done[kind.name, default: []])
                if keys.isEmpty { continue }
                goesOn = true
                done[kind.name, default: []].formUnion(keys)
                for reference in kind.references {
                    let named = rows.cells(reference.field, of: kind.name, keys)
                        .subtracting(rows.keys(of: reference.names))
                    rows.add(try kept.rows(of: reference.names, keys: named.sorted()))
                }
                for split in declared.splits.keys.sorted() where declared.splits[split] == kind.name {
                    for key in keys.sorted() { rows.add(try kept.rows(of: split, keysBeginningWith: key)) }
                }
            }
        }
    }
}

/// Rows by table and key; one that comes in stands in place of the kept one of its source.
private struct Rows {
    private struct Row {
        let source: String
        let columns: [String]
        let row: PlainRow
    }

    private let source: String
    private var incoming: [PlainTable]
    private var kept: [String: [Row]] = [:]
    private var known: [String: Set<String>]

    init(_ incoming: [PlainTable], source: String) {
        self.source = source
        self.incoming = incoming
        known = Dictionary(incoming.map { ($0.kind, Set($0.rows.map(\.key))) }) { $0.union($1) }
        given = known
        added = [:]
    }

    /// The keys of rows that come in.
    private let given: [String: Set<String>]
    private var added: [String: Set<String>]

    mutating func add(_ rows: [RowSince]) {
        for row in rows {
            guard let now = row.now else { continue }
            if row.source == source, given[row.kind]?.contains(row.key) == true { continue }
            guard added[row.kind, default: []].insert(row.source + "\u{0}" + row.key).inserted else { continue }
            known[row.kind, default: []].insert(row.key)
            kept[row.kind, default: []].append(Row(source: row.source, columns: row.columns, row: now))
        }
    }

    func keys(of kind: String) -> Set<String> { known[kind] ?? [] }

    /// What stands in a column of some rows.
    func cells(_ column: String, of kind: String, _ keys: Set<String>) -> Set<String> {
        var cells: Set<String> = []
        for table in incoming where table.kind == kind {
            guard let place = table.columns.firstIndex(of: column) else { continue }
            for row in table.rows where keys.contains(row.key) { cells.insert(row.cells[place]) }
        }
        for row in kept[kind] ?? [] where keys.contains(row.row.key) {
            if let place = row.columns.firstIndex(of: column) { cells.insert(row.row.cells[place]) }
        }
        cells.remove("")
        return cells
    }

    /// The event whose share a key is.
    static func event(of share: String) -> String { String(share.prefix { $0 != "\u{1F}" }) }

    /// Kept rows before those that come in.
    var tables: [PlainTable] {
        let others = kept.sorted { $0.key < $1.key }.flatMap { kind, rows in
            Dictionary(grouping: rows, by: \.columns).sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
                PlainTable(kind: kind, columns: $0.key, rows: $0.value.map(\.row))
            }
        }
        return PlainTable.joining(others, incoming)
    }
}
