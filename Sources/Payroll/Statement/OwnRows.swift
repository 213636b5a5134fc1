internal import Calculation
internal import Company
internal import Storage
internal import StoredColumns

/// The rows of large tables that may be one person's, found by stored columns instead of by going through all rows.
///
/// More may be found than are his, and rows that only a text names him in are not: whoever uses them calculates again and looks.
struct OwnRows {
    private let person: String
    private let text: [SourceFile]
    private let columns: CompanyColumns
    /// The company with its small tables, in whose numbers the columns are.
    private let company: CompanyModel
    private let declared: CompanyReader.DeclaredEvents

    /// So many rows may have changed between the state of the columns and the one that is asked for.
    private static let limit = 20_000

    /// - Returns: `nil` when the columns number people or records otherwise.
    init?(
        of person: String, _ text: [SourceFile], in columns: CompanyColumns, _ company: CompanyModel
    ) {
        guard columns.records.allSatisfy({ $0.value.hold(in: company.records($0.key)) }) else { return nil }
        self.person = person
        self.text = text
        self.columns = columns
        self.company = company
        declared = CompanyReader.declaredEvents(in: text)
    }

    /// The rows as they stood at a state; `nil` when it is not known where rows stand, or when too many have changed since.
    func tables(upTo head: Int64, _ snapshot: ReadTransaction) throws -> [PlainTable]? {
        guard let old = columns.rows, try snapshot.stillHolds(old) else { return nil }
        let large = CompanyReader.declaredTables(in: text).large
        guard let since = try snapshot.rows(since: min(old.head, head), limit: Self.limit) else { return nil }
        var keys: [String: Set<String>] = [:]
        for row in since where large.contains(row.kind) { keys[row.kind, default: []].insert(row.key) }
        let places = events()
        for (event, rows) in places.enumerated() {
            let kind = declared.kinds[event].name
            // Of a table that was never there it is not kept where rows stand.
            if rows.isEmpty { continue }
            guard let firsts = try columns.firsts(of: kind) else { return nil }
            let own = try snapshot.keys(ofFirst: rows.sorted().map { Int64(firsts[$0]) })
            keys[kind, default: []].formUnion(own)
        }
        for (kind, values) in [("targets", columns.stored.targets), ("entered", columns.stored.entered)] {
            let places = rows(of: values)
            if places.isEmpty { continue }
            guard let firsts = try columns.firsts(of: kind) else { return nil }
            let own = try snapshot.keys(ofFirst: places.map { Int64(firsts[$0]) })
            keys[kind, default: []].formUnion(own)
        }
        var found: [RowSince] = []
        for (kind, keys) in keys where declared.splits[kind] == nil {
            found += try snapshot.rows(of: kind, keys: keys.sorted(), upTo: head)
        }
        for (split, event) in declared.splits {
            for key in keys[event, default: []].sorted() {
                found += try snapshot.rows(of: split, keysBeginningWith: key, upTo: head)
            }
        }
        let kinds = try snapshot.sourcesOfTables().keys.filter(large.contains).sorted()
        return try kinds.map { kind in
            Self.table(kind, found.filter { $0.kind == kind }, try snapshot.firstColumns(of: kind))
        }
    }

    /// By event kind the rows of events that name the person or what he has a role for, those he has a share of, what refers to
    /// them, and what they refer to.
    private func events() -> [Set<Int>] {
        let people = company.records(BuiltInKind.person)
        guard let number = people.number(of: person) else { return declared.kinds.map { _ in [] } }
        let subjects = Set(
            company.teams.members.values.flatMap { $0 }.filter { $0.value.contains { $0.person == number } }.map(\.key))
        var rows = declared.kinds.indices.map { event in
            named(in: event, number, subjects)
        }
        for (split, kind) in company.splitKinds.enumerated() {
            let table = columns.stored.splits[split].loaded
            guard table.rowCount != nil else { continue }
            for row in 0..<table.offsets.count - 1
            where table.range(of: row).contains(where: { table.persons[$0] == number }) {
                rows[kind.event].insert(row)
            }
        }
        while follow(&rows, backwards: true) {}
        while follow(&rows, backwards: false) {}
        return rows
    }

    private func named(in event: Int, _ person: Int32, _ subjects: Set<String>) -> Set<Int> {
        var rows: Set<Int> = []
        for (field, description) in company.eventKinds[event].fields.enumerated() {
            guard case .record(let kind) = description.type,
                let column = columns.packedEvents.column(of: event, field)
            else { continue }
            let records = company.records(kind)
            var wanted = Set(subjects.compactMap { records.number(of: $0) }.map { Int64($0) })
            if kind == BuiltInKind.person { wanted.insert(Int64(person)) }
            if !wanted.isEmpty { rows.formUnion(column.positions(of: wanted)) }
        }
        return rows
    }

    /// Follows every reference from one event to another once; tells whether it led anywhere new.
    private func follow(_ rows: inout [Set<Int>], backwards: Bool) -> Bool {
        var isNew = false
        for reference in company.eventReferences {
            guard let column = columns.packedEvents.column(of: reference.event, reference.field) else { continue }
            let (to, found): (Int, Set<Int>) =
                backwards
                ? (reference.event, Set(column.positions(of: Set(rows[reference.named].map { Int64($0) }))))
                : (reference.named, Set(rows[reference.event].map { Int(column[$0]) }.filter { $0 >= 0 }))
            if !found.isSubset(of: rows[to]) {
                rows[to].formUnion(found)
                isNew = true
            }
        }
        return isNew
    }

    /// The rows of targets or entered values of the person, and of nobody in particular.
    private func rows(of values: RecordedColumns) -> [Int] {
        let number = company.records(BuiltInKind.person).number(of: person)
        return values.subjects.indices.filter { values.subjects[$0] == number || values.subjects[$0] < 0 }
            .map { Int(values.lines[$0]) - 2 }
    }

    /// Rows as a table, in the order in which they stand.
    private static func table(_ kind: String, _ rows: [RowSince], _ usual: [String]) -> PlainTable {
        let columns = Set(rows.flatMap(\.columns) + usual).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return PlainTable(
            kind: kind, columns: columns,
            rows: rows.sorted { $0.first < $1.first }.map { row in
                PlainRow(key: row.key, cells: columns.map { row.cell($0) ?? "" }, place: row.now?.place ?? "")
            })
    }
}
