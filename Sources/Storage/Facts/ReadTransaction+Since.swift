public import Company
internal import Messages

/// A row that has come, changed or left since a state of the rows.
public struct RowSince: Sendable {
    /// What the row is.
    public var kind: String
    /// Where it comes from; empty for the company's own files.
    public var source: String
    /// What identifies it.
    public var key: String
    /// Where it stands: the number of its first version.
    public var first: Int64
    /// The row as it is now, under ``columns``; `nil` when it is cancelled.
    public var now: PlainRow?
    /// The names of its cells.
    public var columns: [String]

    /// The cell of a column; `nil` when the row has none.
    public func cell(_ column: String) -> String? {
        guard let place = columns.firstIndex(of: column) else { return nil }
        return now?.cells[place]
    }
}

extension ReadTransaction {
    /// Whether the rows that a state names are all still there, at the beginning of those of now.
    public func stillHolds(_ rows: KeptRows) throws(StorageFailure) -> Bool {
        try connection.first(
            "SELECT audit.digest FROM facts JOIN audit ON audit.number = facts.record WHERE facts.number = ?",
            [.integer(rows.head)]
        ) { $0.bytes(0).hex } == rows.record
    }

    /// The rows that have come, changed or left since a version, each once, by kind, source and key.
    ///
    /// - Parameters:
    ///   - limit: The most versions that are looked at.
    /// - Returns: `nil` when there are more, or when a key was written in two ways of composing letters: then which version is
    ///   the row cannot be told from one of them alone.
    public func rows(since head: Int64, limit: Int) throws(StorageFailure) -> [RowSince]? {
        guard try factHead - head <= Int64(limit) else { return nil }
        let lists = try columnLists()
        let touched = try connection.rows(
            """
            SELECT DISTINCT fact_sets.number, kind, source, key FROM facts JOIN fact_sets ON fact_sets.number = fact_set
            WHERE facts.number > ? ORDER BY kind, source, key
            """, [.integer(head)]
        ) { (set: FactSet(number: $0.integer(0), kind: $0.text(1), source: $0.text(2)), key: $0.bytes(3)) }
        var rows: [RowSince] = []
        rows.reserveCapacity(touched.count)
        for (set, key) in touched {
            if key.withUnsafeBufferPointer({ Composition.mayChange($0) }) { return nil }
            if let row = try row(key, set, lists) { rows.append(row) }
        }
        return rows
    }

    /// The tables of which a row has come, changed or left since a version; `nil` when there are more versions than are looked at.
    public func kinds(since head: Int64, limit: Int) throws(StorageFailure) -> Set<String>? {
        guard try factHead - head <= Int64(limit) else { return nil }
        let kinds = try connection.rows(
            """
            SELECT kind FROM fact_sets WHERE number IN (SELECT DISTINCT fact_set FROM facts WHERE number > ?)
            """, [.integer(head)]
        ) { $0.text(0) }
        return Set(kinds)
    }

    /// The rows of a kind that have some keys, whatever source they come from, as they are now or were at a version.
    public func rows(
        of kind: String, keys: [String], upTo head: Int64 = .max
    ) throws(StorageFailure) -> [RowSince] {
        let lists = try columnLists()
        var rows: [RowSince] = []
        for set in try factSets() where set.kind == kind {
            for key in keys {
                if let row = try row(Array(key.utf8), set, lists, upTo: head), row.now != nil { rows.append(row) }
            }
        }
        return rows
    }

    /// The rows of a kind whose keys begin with a cell, as they are now or were at a version: the shares of an event, by its
    /// identifier.
    public func rows(
        of kind: String, keysBeginningWith cell: String, upTo head: Int64 = .max
    ) throws(StorageFailure) -> [RowSince] {
        let lists = try columnLists()
        // A cell ends with U+001F, and the next byte value begins after all keys that go on so.
        let (from, until) = (cell + "\u{1F}", cell + "\u{20}")
        var rows: [RowSince] = []
        for set in try factSets() where set.kind == kind {
            let keys = try connection.rows(
                "SELECT DISTINCT key FROM facts WHERE fact_set = ? AND key >= ? AND key < ? ORDER BY key",
                [.integer(set.number), .text(from), .text(until)]
            ) { $0.bytes(0) }
            for key in keys {
                if let row = try row(key, set, lists, upTo: head), row.now != nil { rows.append(row) }
            }
        }
        return rows
    }

    /// The columns under which the first row of a table was kept, from each source.
    public func firstColumns(of kind: String) throws(StorageFailure) -> [String] {
        let lists = try columnLists()
        var columns: [String] = []
        for set in try factSets() where set.kind == kind {
            let first = try connection.first(
                "SELECT coalesce(column_list, 0) FROM facts WHERE fact_set = ? ORDER BY key, version LIMIT 1",
                [.integer(set.number)]
            ) { $0.integer(0) }
            columns += first.flatMap { lists[$0] }?.names ?? []
        }
        return columns
    }

    /// Every table of which a row was ever kept, or of which it was said that it has none, with its sources.
    public func sourcesOfTables() throws(StorageFailure) -> [String: [String]] {
        Dictionary(grouping: try factSets(), by: \.kind).mapValues { $0.map(\.source) }
    }

    /// Whether rows that come in replace all that are kept of their table from a source.
    public func areAll(_ rows: some KeepableRows, source: String) throws(StorageFailure) -> Bool {
        guard let set = try factSets().first(where: { $0.kind == rows.kind && $0.source == source }) else {
            return true
        }
        let index = try KeptIndex(of: set.number, connection)
        var key: [UInt8] = []
        var found = 0
        for row in 0..<rows.rowCount {
            key.removeAll(keepingCapacity: true)
            rows.append(keyOf: row, to: &key)
            if let kept = index.latest(key), kept.list != 0 { found += 1 }
        }
        return found == index.liveCount
    }

    /// The keys of rows by the numbers of their first versions.
    public func keys(ofFirst numbers: [Int64]) throws(StorageFailure) -> [String] {
        try numbers.map { number throws(StorageFailure) in
            try connection.first("SELECT key FROM facts WHERE number = ?", [.integer(number)]) { $0.text(0) } ?? ""
        }
    }

    private func row(
        _ key: [UInt8], _ set: FactSet, _ lists: [Int64: ColumnList], upTo head: Int64 = .max
    ) throws(StorageFailure) -> RowSince? {
        guard let version = try latestVersion(of: key, in: set.number, upTo: head, lists) else { return nil }
        let first = try connection.first(
            "SELECT number FROM facts WHERE fact_set = ? AND key = ? ORDER BY version LIMIT 1",
            [.integer(set.number), .text(String(decoding: key, as: UTF8.self))]
        ) { $0.integer(0) }
        let columns = version.list?.names ?? []
        let now = version.list.flatMap {
            version.row(at: $0.places(in: columns), of: columns.count, source: set.source)
        }
        return RowSince(
            kind: set.kind, source: set.source, key: String(decoding: key, as: UTF8.self),
            first: first ?? version.number, now: now,
            columns: columns)
    }
}
