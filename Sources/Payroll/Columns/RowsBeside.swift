internal import Company
internal import Messages
internal import Storage

/// Rows of large tables that have changed between two states, with those that they name and the shares of all of them: what has to be
/// read so that each means what it means among all rows.
struct RowsBeside {
    /// The rows of events that have changed; those that came in the order in which they stand.
    private(set) var events: [RowFollower.Row] = []
    /// The rows of targets and entered values that have changed.
    private(set) var recorded: [RowFollower.Row] = []
    /// Whether a row of assignments has changed.
    private(set) var movesAssignments = false
    /// The rows as they are now, by table and key.
    private var rows: [String: [String: RowSince]] = [:]
    private var before: [FactChange] = []

    /// Finds them.
    ///
    /// - Parameters:
    ///   - head: The state whose rows are read.
    ///   - first: The state that is followed: a row that stands among its rows and was not there comes between others.
    /// - Returns: `nil` when what has changed cannot be told row by row.
    init?(
        _ changes: [FactChange], _ declared: CompanyReader.DeclaredEvents, upTo head: Int64, since first: Int64,
        _ snapshot: ReadTransaction
    ) throws {
        let kinds = Set(declared.kinds.map(\.name))
        var changedEvents: [String: [String: RowFollower.Row]] = [:]
        for change in changes {
            // Kept in another form of its letters than it is read in: of two forms of one key the later one holds.
            guard (change.after ?? change.before)?.key == change.key else { return nil }
            let row = RowFollower.Row(
                kind: change.kind, key: change.key, wasThere: change.before != nil, isThere: change.after != nil)
            if change.kind == RowCause.assignments {
                movesAssignments = true
            } else if kinds.contains(change.kind) {
                changedEvents[change.kind, default: [:]][change.key] = row
            } else if let event = declared.splits[change.kind] {
                let key = String(change.key.prefix { $0 != "\u{1F}" })
                let own = RowFollower.Row(kind: event, key: key, wasThere: true, isThere: true)
                if changedEvents[event]?[key] == nil { changedEvents[event, default: [:]][key] = own }
            } else {
                recorded.append(row)
                before.append(change)
            }
        }
        for (kind, own) in changedEvents {
            try add(kind, own.values.filter(\.isThere).map(\.key), head, snapshot)
        }
        try addNeighbours(declared, head, snapshot)
        for kind in declared.kinds.map(\.name) {
            let own = changedEvents[kind, default: [:]].values
            let there = own.filter(\.isThere).compactMap { row in rows[kind]?[row.key].map { (row: row, at: $0.first) }
            }
            // The shares of an event that is not there are none of anything.
            guard there.allSatisfy({ $0.row.wasThere || $0.at > first }) else { return nil }
            events += there.sorted { $0.at < $1.at }.map(\.row)
            events += own.filter { !$0.isThere }.sorted { $0.key < $1.key }
        }
        for table in ["targets", "entered"] {
            try add(table, recorded.filter { $0.kind == table && $0.isThere }.map(\.key), head, snapshot)
        }
    }

    /// Whether nothing is to be read.
    var isEmpty: Bool { events.isEmpty && recorded.isEmpty && !movesAssignments }

    private mutating func addNeighbours(
        _ declared: CompanyReader.DeclaredEvents, _ head: Int64, _ snapshot: ReadTransaction
    ) throws {
        var done: [String: Set<String>] = [:]
        var goesOn = true
        while goesOn {
            goesOn = false
            for kind in declared.kinds {
                let keys = Set(rows[kind.name, default: [:]].keys).subtracting(done[kind.name, default: []])
                if keys.isEmpty { continue }
                goesOn = true
                done[kind.name, default: []].formUnion(keys)
                for reference in kind.references {
                    let named = Set(keys.compactMap { rows[kind.name]?[$0]?.cell(reference.field) })
                    try add(reference.names, named.subtracting([""]).sorted(), head, snapshot)
                }
                for split in declared.splits.keys.sorted() where declared.splits[split] == kind.name {
                    for key in keys.sorted() {
                        for share in try snapshot.rows(of: split, keysBeginningWith: key, upTo: head) {
                            rows[split, default: [:]][share.key] = share
                        }
                    }
                }
            }
        }
    }

    private mutating func add(
        _ kind: String, _ keys: [String], _ head: Int64, _ snapshot: ReadTransaction
    ) throws {
        let missing = keys.filter { rows[kind]?[$0] == nil }
        if missing.isEmpty { return }
        for row in try snapshot.rows(of: kind, keys: missing, upTo: head) { rows[kind, default: [:]][row.key] = row }
    }

    /// The rows as they are now, as tables; one for every table of which a row is there.
    var tables: [TableText] {
        rows.sorted { $0.key < $1.key }.map { kind, rows in
            let columns = Set(rows.values.flatMap(\.columns)).sorted()
            return TableText(
                PlainTable(
                    kind: kind, columns: columns,
                    rows: rows.values.sorted { $0.first < $1.first }.map { row in
                        PlainRow(key: row.key, cells: columns.map { row.cell($0) ?? "" }, place: row.now?.place ?? "")
                    }))
        }
    }

    /// The rows of targets and entered values as they were.
    var tablesBefore: [TableText] {
        Dictionary(grouping: before.filter { $0.before != nil }, by: \.kind).sorted { $0.key < $1.key }.map {
            kind, changes in
            let columns = Set(changes.flatMap(\.columns)).sorted()
            return TableText(
                PlainTable(
                    kind: kind, columns: columns,
                    rows: changes.compactMap { change in
                        change.before.map { row in
                            PlainRow(
                                key: row.key,
                                cells: columns.map { column in
                                    change.columns.firstIndex(of: column).map { row.cells[$0] } ?? ""
                                }, place: row.place)
                        }
                    }))
        }
    }
}
