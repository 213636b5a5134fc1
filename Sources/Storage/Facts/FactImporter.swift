internal import Company
internal import Formulas

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
    /// By fact set and composed key, the keys that were kept with letters and marks apart, before composing was a rule.
    private var otherForms: [Int64: [String: [String]]] = [:]

    private let complete: Bool

    /// - Parameter complete: whether ``cancelMissing()`` will be asked, so that what is seen must be remembered.
    init(_ writing: Writing, source: String, complete: Bool) throws(StorageFailure) {
        self.writing = writing
        self.source = source.composed
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
        let set = try factSet(of: table.kind)
        var counts = report.counts[table.kind] ?? ImportReport.Counts()
        var latest = seen[set]?.latest ?? []
        seen[set] = nil
        if !table.rows.isEmpty {
            if otherForms[set] == nil { otherForms[set] = try otherForms(in: set) }
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
        let key = try keptKey(of: row, set)
        guard try isFound(key, in: set) else {
            counts.accepted += 1
            return try append(key, to: set, version: 1, place: row.place)
        }
        if isSame(find, row) {
            counts.unchanged += 1
            return find.integer(0)
        }
        counts.changed += 1
        report.note(key, of: kind)
        return try append(key, to: set, version: find.integer(1) + 1, place: row.place)
    }

    /// Looks for the latest version under a key as it is kept.
    private func isFound(_ key: String, in set: Int64) throws(StorageFailure) -> Bool {
        find.reset()
        try find.bind(.integer(set), at: 1)
        try find.bind(.text(key), at: 2)
        return try find.step()
    }

    /// The key under which a row is kept: composed, unless an earlier version has its letters and marks apart.
    ///
    /// Of several forms that were kept, the one that is read holds: the latest that was not cancelled.
    private func keptKey(of row: PlainRow, _ set: Int64) throws(StorageFailure) -> String {
        let key = row.key.composed
        guard let others = otherForms[set]?[key] else { return key }
        var best: (key: String, isLive: Bool, number: Int64)?
        for form in [key] + others {
            guard try isFound(form, in: set) else { continue }
            let found = (key: form, isLive: !find.isNull(2), number: find.integer(0))
            guard let known = best else {
                best = found
                continue
            }
            if found.isLive != known.isLive ? found.isLive : found.number > known.number { best = found }
        }
        return best?.key ?? key
    }

    /// Only keys beyond ASCII can have another form, so only these are looked at.
    private func otherForms(in set: Int64) throws(StorageFailure) -> [String: [String]] {
        let keys = try writing.connection.rows(
            "SELECT DISTINCT key FROM facts WHERE fact_set = ? AND key GLOB '*[^\u{1}-\u{7F}]*'", [.integer(set)]
        ) { $0.text(0) }
        var forms: [String: [String]] = [:]
        for key in keys {
            let composed = key.composed
            if !composed.utf8.elementsEqual(key.utf8) { forms[composed, default: []].append(key) }
        }
        return forms
    }

    private func isSame(_ kept: SQLStatement, _ row: PlainRow) -> Bool {
        guard let known = kept.optionalInteger(2) else { return false }
        if known == list.number, kept.withBytes(3, { $0.elementsEqual(cells) }) { return true }
        guard let keptList = lists[known] else { return false }
        let keptContent = keptList.canonical(kept.withBytes(3) { CellText.split($0) }.composed)
        return keptContent == list.canonical(RowCells(row.cells).composed)
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

    /// A table without rows is kept too: that there are no rates is not the same as that nobody said so.
    private func factSet(of kind: String) throws(StorageFailure) -> Int64 {
        let known = try writing.factSets().first { $0.kind == kind && $0.source == source }?.number
        if let known { return known }
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
