internal import Company

/// Compares rows with the latest versions that are kept, and appends those that differ.
final class FactImporter {
    private let writing: Writing
    private let source: String
    private var report = ImportReport()
    private var lists: [Int64: ColumnList]
    /// The latest versions of the rows that were given, by fact set: the numbers, because they compare faster than keys.
    private var seen: [Int64: (kind: String, latest: Set<Int64>)] = [:]
    private let find: SQLStatement
    private let insert: SQLStatement
    /// The columns of the table being taken; numbered 0 until the first row that needs them kept.
    private var list = ColumnList(number: 0, names: [])
    private var cells: [UInt8] = []

    private let complete: Bool

    /// - Parameter complete: whether ``cancelMissing()`` will be asked, so that what is seen must be remembered.
    init(_ writing: Writing, source: String, complete: Bool) throws(StorageFailure) {
        self.writing = writing
        self.source = source
        self.complete = complete
        lists = try writing.columnLists()
        find = try writing.connection.freshStatement(
            """
            SELECT number, version, column_list, cells FROM facts
            WHERE fact_set = ? AND key = ? ORDER BY version DESC LIMIT 1
            """)
        insert = try writing.connection.freshStatement("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    }

    func take(_ table: PlainTable) throws(StorageFailure) {
        guard let set = try factSet(of: table.kind, needed: !table.rows.isEmpty) else { return }
        var counts = report.counts[table.kind] ?? ImportReport.Counts()
        var latest = seen[set]?.latest ?? []
        seen[set] = nil
        if !table.rows.isEmpty {
            list = try columnList(table.columns)
            for row in table.rows {
                let number = try take(row, set, table.kind, &counts)
                if complete { latest.insert(number) }
            }
        }
        seen[set] = (table.kind, latest)
        report.counts[table.kind] = counts
    }

    func finished() throws(StorageFailure) -> ImportReport {
        report.head = try writing.head(of: "facts")
        return report
    }

    /// Cancels what is kept of the kinds that were given, and was not among the rows.
    func cancelMissing() throws(StorageFailure) {
        for (set, given) in seen.sorted(by: { $0.key < $1.key }) {
            let kept = try writing.connection.rows(
                "SELECT number, key, version, column_list FROM facts WHERE fact_set = ? ORDER BY key, version",
                [.integer(set)]
            ) { (number: $0.integer(0), key: $0.bytes(1), version: $0.integer(2), live: !$0.isNull(3)) }
            for (index, row) in kept.enumerated() {
                let isLatest = index + 1 == kept.count || kept[index + 1].key != row.key
                guard isLatest, row.live, !given.latest.contains(row.number) else { continue }
                let key = String(decoding: row.key, as: UTF8.self)
                try append(key, to: set, version: row.version + 1, cancelled: true, place: "")
                report.counts[given.kind, default: .init()].cancelled += 1
                report.note(key, of: given.kind)
            }
        }
    }

    /// Takes a row and tells the number of its latest version.
    private func take(
        _ row: PlainRow, _ set: Int64, _ kind: String, _ counts: inout ImportReport.Counts
    ) throws(StorageFailure) -> Int64 {
        CellText.join(row.cells, count: list.names.count, into: &cells)
        defer { find.reset() }
        find.reset()
        try find.bind(.integer(set), at: 1)
        try find.bind(.text(row.key), at: 2)
        guard try find.step() else {
            counts.accepted += 1
            return try append(row.key, to: set, version: 1, place: row.place)
        }
        if isSame(find, row) {
            counts.unchanged += 1
            return find.integer(0)
        }
        counts.changed += 1
        report.note(row.key, of: kind)
        return try append(row.key, to: set, version: find.integer(1) + 1, place: row.place)
    }

    private func isSame(_ kept: SQLStatement, _ row: PlainRow) -> Bool {
        guard let known = kept.optionalInteger(2) else { return false }
        if known == list.number, kept.withBytes(3, { $0.elementsEqual(cells) }) { return true }
        guard known != list.number, let keptList = lists[known] else { return false }
        let keptContent = keptList.canonical(kept.withBytes(3) { CellText.split($0) })
        return keptContent == list.canonical(RowCells(row.cells))
    }

    @discardableResult
    private func append(
        _ key: String, to set: Int64, version: Int64, cancelled: Bool = false, place: String
    ) throws(StorageFailure) -> Int64 {
        if !cancelled, list.number == 0 { list = try keep(list) }
        let number = try writing.nextNumber(of: "facts")
        insert.reset()
        try insert.bind(.integer(number), at: 1)
        try insert.bind(.integer(writing.record), at: 2)
        try insert.bind(.integer(set), at: 3)
        try insert.bind(.text(key), at: 4)
        try insert.bind(.integer(version), at: 5)
        try insert.bind(cancelled ? .null : .integer(list.number), at: 6)
        if cancelled { try insert.bind(.null, at: 7) } else { try insert.bind(utf8: cells, at: 7) }
        try insert.bind(.text(place), at: 8)
        try insert.run()
        return number
    }

    private func factSet(of kind: String, needed: Bool) throws(StorageFailure) -> Int64? {
        let known = try writing.connection.first(
            "SELECT number FROM fact_sets WHERE kind = ? AND source = ?", [.text(kind), .text(source)]
        ) { $0.integer(0) }
        if known != nil || !needed { return known }
        return try writing.append(to: "fact_sets", [.text(kind), .text(source)])
    }

    private func columnList(_ names: [String]) throws(StorageFailure) -> ColumnList {
        let known = try writing.connection.first(
            "SELECT number FROM column_lists WHERE names = ?", [.text(ColumnList.text(of: names))]
        ) { $0.integer(0) }
        return ColumnList(number: known ?? 0, names: names)
    }

    private func keep(_ list: ColumnList) throws(StorageFailure) -> ColumnList {
        let number = try writing.append(to: "column_lists", [.text(ColumnList.text(of: list.names))])
        let kept = ColumnList(number: number, names: list.names)
        lists[number] = kept
        return kept
    }
}
