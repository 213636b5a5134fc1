internal import Calculation
internal import Company
internal import Storage
internal import StoredColumns

/// The rows of large tables that have changed since columns were made of them, together with those that they name, those that take
/// something from them, and the shares of all these events: what has to be read so that each means what it means among all rows.
struct ChangedRows {
    /// The rows as they are now, by table and key.
    private(set) var rows: [String: [String: RowSince]] = [:]
    /// Where rows stood that are cancelled, by table.
    private(set) var cancelled: [String: [Int64]] = [:]
    /// Every table that a row has changed in, small ones too.
    let tables: Set<String>

    private let snapshot: ReadTransaction
    private let declared: CompanyReader.DeclaredEvents
    private let columns: CompanyColumns

    /// Finds them.
    ///
    /// - Parameters:
    ///   - since: The rows that have changed.
    ///   - large: The tables that columns stand for.
    init(
        _ since: [RowSince], large: Set<String>, _ declared: CompanyReader.DeclaredEvents, in columns: CompanyColumns,
        _ snapshot: ReadTransaction
    ) throws {
        tables = Set(since.map(\.kind))
        self.snapshot = snapshot
        self.declared = declared
        self.columns = columns
        for row in since where large.contains(row.kind) {
            if row.now == nil {
                cancelled[row.kind, default: []].append(row.first)
            } else {
                rows[row.kind, default: [:]][row.key] = row
            }
        }
        try addEventsOfShares(since)
        try addFollowers(since)
        try addNeighbours()
    }

    /// An event whose shares have changed is another one, though its own row is not.
    private mutating func addEventsOfShares(_ since: [RowSince]) throws {
        for row in since {
            if let event = declared.splits[row.kind] { try add(event, [Self.eventKey(row.key)]) }
        }
    }

    /// The identifier of the event in the key of a share.
    private static func eventKey(_ key: String) -> String {
        String(key.prefix { $0 != "\u{1F}" })
    }

    /// Rows that name a row that has changed: fields and shares that they take from it have changed with it.
    private mutating func addFollowers(_ since: [RowSince]) throws {
        for (event, kind) in declared.kinds.enumerated() {
            for reference in kind.references {
                let named = (rows[reference.names]?.values.map(\.first) ?? []) + (cancelled[reference.names] ?? [])
                guard !named.isEmpty, let firsts = try columns.firsts(of: reference.names) else { continue }
                let places = Set(named.compactMap { firsts.place(of: $0).map { Int64($0) } })
                guard !places.isEmpty, let own = try columns.firsts(of: kind.name),
                    let column = columns.packedEvents.column(of: event, reference.index)
                else { continue }
                let followers = column.positions(of: places).map { Int64(own[$0]) }
                try add(kind.name, try snapshot.keys(ofFirst: followers))
            }
        }
    }

    /// The events that rows name, what those name, and the shares of all of them.
    private mutating func addNeighbours() throws {
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
                    let named = keys.compactMap { rows[kind.name]?[$0]?.cell(reference.field) }
                    try add(reference.names, Set(named).subtracting([""]).sorted())
                }
                for split in declared.splits.keys.sorted() where declared.splits[split] == kind.name {
                    for key in keys.sorted() { try addShares(split, of: key) }
                }
            }
        }
    }

    private mutating func addShares(_ split: String, of event: String) throws {
        for share in try snapshot.rows(of: split, keysBeginningWith: event) {
            rows[split, default: [:]][share.key] = share
        }
    }

    private mutating func add(_ kind: String, _ keys: [String]) throws {
        let missing = keys.filter { rows[kind]?[$0] == nil }
        if missing.isEmpty { return }
        for row in try snapshot.rows(of: kind, keys: missing) { rows[kind, default: [:]][row.key] = row }
    }

    /// The rows as tables, in the order in which they stand; one for every table of which a row is there.
    var plainTables: [PlainTable] {
        rows.sorted { $0.key < $1.key }.map { kind, rows in
            let columns = Set(rows.values.flatMap(\.columns)).sorted()
            return PlainTable(
                kind: kind, columns: columns,
                rows: inOrder(kind).map { row in
                    PlainRow(key: row.key, cells: columns.map { row.cell($0) ?? "" }, place: row.now?.place ?? "")
                })
        }
    }

    /// How many rows have changed or left.
    var count: Int {
        rows.values.reduce(0) { $0 + $1.count } + cancelled.values.reduce(0) { $0 + $1.count }
    }

    /// Where the rows of large tables stand now, as ``DataState/firsts``.
    func firsts(of kinds: [String]) throws -> [String: [Int64]] {
        var firsts: [String: [Int64]] = [:]
        for kind in kinds {
            let old = try columns.firsts(of: kind) ?? []
            let gone = Set(cancelled[kind] ?? [])
            let known = old.lazy.map { Int64($0) }.filter { !gone.contains($0) }
            let more = inOrder(kind).map(\.first).filter { old.place(of: $0) == nil }
            firsts[kind] = (Array(known) + more).sorted()
        }
        return firsts
    }

    /// The rows of a table, as ``plainTables`` has them.
    private func inOrder(_ kind: String) -> [RowSince] {
        rows[kind, default: [:]].values.sorted { $0.first < $1.first }
    }

    /// What has become of the rows of a table.
    ///
    /// - Returns: `nil` when nothing has; an error when it is not known where its rows stood.
    func edits(of kind: String, rowCount: Int) throws -> EventEdits? {
        let rows = inOrder(kind)
        let gone = cancelled[kind] ?? []
        if rows.isEmpty, gone.isEmpty { return nil }
        // A table without rows has none that stand anywhere.
        let firsts = try columns.firsts(of: kind) ?? []
        guard firsts.count == rowCount else { throw CannotFollow() }
        var changed: [EventEdits.Changed] = []
        var came: [EventEdits.Came] = []
        for (news, row) in rows.enumerated() {
            let news = Int32(truncatingIfNeeded: news)
            if let place = firsts.place(of: row.first) {
                changed.append(EventEdits.Changed(row: Int32(truncatingIfNeeded: place), news: news))
            } else {
                let before = firsts.firstPlace(notBefore: row.first)
                came.append(EventEdits.Came(before: Int32(truncatingIfNeeded: before), news: news))
            }
        }
        let left = gone.compactMap { firsts.place(of: $0).map { Int32(truncatingIfNeeded: $0) } }.sorted()
        return EventEdits(oldCount: rowCount, changed: changed, left: left, came: came)
    }
}

/// Columns do not follow what has happened: all rows have to be read.
struct CannotFollow: Error {}

extension [Int] {
    /// Where a number stands among those that rise.
    fileprivate func place(of number: Int64) -> Int? {
        let place = firstPlace(notBefore: number)
        return place < count && self[place] == Int(number) ? place : nil
    }

    fileprivate func firstPlace(notBefore number: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle] < Int(number) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
