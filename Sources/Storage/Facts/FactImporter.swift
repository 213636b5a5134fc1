internal import Company
internal import Messages

/// Compares rows with the latest versions that are kept, and appends those that differ.
final class FactImporter {
    private let writing: WriteTransaction
    private let source: String
    private let complete: Bool
    /// Whether what becomes of each row is noted.
    private let notesOutcomes: Bool
    private var report = ImportReport()
    private var lists: [Int64: ColumnList]
    private let digests: FactDigests
    /// The latest versions of the rows that were given, by fact set: the numbers, because they compare faster than keys.
    private var seen: [Int64: (kind: String, latest: Set<Int64>)] = [:]
    private let find: SQLStatement
    private let appender: FactAppender
    /// By fact set and composed key, the keys that were kept with letters and marks apart, before composing was a rule.
    private var otherForms: [Int64: [String: [String]]] = [:]

    /// What is being taken: the set it belongs to and what is known of it.
    private struct Target {
        let set: FactSet
        /// The number of the set for the digests.
        let digestNumber: Int
        /// The columns of the table; numbered 0 until the first row that needs them kept.
        var list: ColumnList
        /// Whether nothing of the set was kept before, and no key comes twice.
        let isFresh: Bool
        /// What is kept, where so many rows come that looking each up would take longer.
        let index: KeptIndex?
    }

    // What a row is written into, again and again.
    private var key: [UInt8] = []
    private var cells: [UInt8] = []
    private var place: [UInt8] = []

    /// - Parameters:
    ///   - complete: whether ``cancelMissing()`` will be asked, so that what is seen must be remembered.
    ///   - notesOutcomes: whether what becomes of each row is noted.
    ///   - digests: digests what is appended.
    init(
        _ writing: WriteTransaction, source: String, complete: Bool, notesOutcomes: Bool = false, _ digests: FactDigests
    ) throws(StorageFailure) {
        self.writing = writing
        self.source = source.composed
        self.complete = complete
        self.notesOutcomes = notesOutcomes
        self.digests = digests
        lists = try writing.columnLists()
        for list in lists.values { digests.learn(list) }
        find = try writing.connection.freshStatement(
            """
            SELECT number, version, column_list, cells FROM facts
            WHERE fact_set = ? AND key = ? ORDER BY version DESC LIMIT 1
            """)
        appender = try FactAppender(writing, digests)
    }

    /// Makes the sets of tables, and the columns of those of which nothing was kept, before any row is appended.
    func prepare(_ tables: [any KeepableRows]) throws(StorageFailure) {
        for table in tables {
            let (set, isNew) = try factSet(of: table.kind)
            if table.rowCount == 0 { continue }
            var isEmpty = isNew
            if !isEmpty { isEmpty = try self.isEmpty(set) }
            if isEmpty { _ = try kept(try columnList(table.columns)) }
        }
    }

    func take(_ table: some KeepableRows) throws(StorageFailure) {
        let (set, _) = try factSet(of: table.kind)
        var counts = report.counts[table.kind] ?? ImportReport.Counts()
        var latest = seen[set.number]?.latest ?? []
        seen[set.number] = nil
        if table.rowCount > 0 {
            var target = try target(set, table)
            for row in 0..<table.rowCount {
                let before = counts
                let number = try take(row, of: table, &target, &counts)
                if complete { latest.insert(number) }
                if notesOutcomes { note(row, of: table, before, counts) }
            }
        }
        seen[set.number] = (table.kind, latest)
        report.counts[table.kind] = counts
    }

    /// Whether the rows that were appended cannot be digested as they came.
    var isOutOfOrder: Bool { appender.isOutOfOrder }

    func finished() throws(StorageFailure) -> ImportReport {
        try appender.finish()
        report.head = try writing.head(of: "facts")
        return report
    }

    /// So many rows are looked up one by one in any case.
    private static let fewRows = 1_000
    /// Of a set with so many times as many rows each is looked up too.
    private static let sparse: Int64 = 20

    private func target(_ set: FactSet, _ table: some KeepableRows) throws(StorageFailure) -> Target {
        var isFresh = table.hasOneRowForEachKey
        if isFresh { isFresh = try isEmpty(set) }
        var index: KeptIndex?
        if !isFresh, table.hasOneRowForEachKey, table.rowCount > Self.fewRows {
            let kept = try writing.connection.integer(
                "SELECT count(*) FROM facts WHERE fact_set = ?", [.integer(set.number)])
            if Int64(table.rowCount) * Self.sparse > kept { index = try KeptIndex(of: set.number, writing.connection) }
        }
        appender.expectsMany = table.rowCount > Self.fewRows
        return Target(
            set: set, digestNumber: digests.number(of: set), list: try columnList(table.columns), isFresh: isFresh,
            index: index)
    }

    private func isEmpty(_ set: FactSet) throws(StorageFailure) -> Bool {
        try writing.connection.integer("SELECT EXISTS (SELECT 1 FROM facts WHERE fact_set = ?)", [.integer(set.number)])
            == 0
    }

    /// Cancels what is kept of the kinds that were given, and was not among the rows.
    func cancelMissing() throws(StorageFailure) {
        for (set, given) in seen.sorted(by: { $0.key < $1.key }) {
            let kept = try writing.connection.rows(
                "SELECT number, key, version, column_list FROM facts WHERE fact_set = ? ORDER BY key, version",
                [.integer(set)]
            ) { (number: $0.integer(0), key: $0.bytes(1), version: $0.integer(2), live: !$0.isNull(3)) }
            let digestNumber = digests.number(of: FactSet(number: set, kind: given.kind, source: source))
            for (index, row) in kept.enumerated() {
                let isLatest = index + 1 == kept.count || kept[index + 1].key != row.key
                guard isLatest, row.live, !given.latest.contains(row.number) else { continue }
                try takeAway(row.key, in: set, digestNumber)
                try appender.append(
                    row.key, to: set, digestNumber, version: row.version + 1, list: nil, cells: [], place: [])
                report.counts[given.kind, default: .init()].cancelled += 1
                report.note(String(decoding: row.key, as: UTF8.self), of: given.kind)
            }
        }
    }

    /// Cancels rows of a kind; one that is not there, or is cancelled already, is left as it is.
    func cancel(_ keys: [String], of kind: String) throws(StorageFailure) {
        let (set, _) = try factSet(of: kind)
        let digestNumber = digests.number(of: set)
        for text in keys {
            key = Array(text.utf8)
            try keepKey(in: set.number)
            guard try isFound(key, in: set.number), !find.isNull(2) else {
                find.reset()
                continue
            }
            let version = find.integer(1) + 1
            try takeAway(key, in: set.number, digestNumber)
            try appender.append(
                key, to: set.number, digestNumber, version: version, list: nil, cells: [], place: [])
            report.counts[kind, default: .init()].cancelled += 1
            report.note(text, of: kind)
        }
    }

    private func note(
        _ row: Int, of table: some KeepableRows, _ before: ImportReport.Counts, _ after: ImportReport.Counts
    ) {
        place.removeAll(keepingCapacity: true)
        table.append(placeOf: row, to: &place)
        let outcome: ImportReport.Outcome =
            after.accepted > before.accepted ? .accepted : after.changed > before.changed ? .changed : .unchanged
        report.outcomes[String(decoding: place, as: UTF8.self)] = outcome
    }

    // MARK: One row

    /// Takes a row and tells the number of its latest version.
    private func take(
        _ row: Int, of table: some KeepableRows, _ target: inout Target, _ counts: inout ImportReport.Counts
    ) throws(StorageFailure) -> Int64 {
        key.removeAll(keepingCapacity: true)
        table.append(keyOf: row, to: &key)
        cells.removeAll(keepingCapacity: true)
        table.append(cellsOf: row, to: &cells)
        if target.isFresh, !isBeyondASCII(key) {
            counts.accepted += 1
            return try append(row, of: table, &target, version: 1)
        }
        if let index = target.index, !isBeyondASCII(key) {
            guard let kept = index.latest(key) else {
                counts.accepted += 1
                return try append(row, of: table, &target, version: 1)
            }
            if kept.list == target.list.number, kept.list != 0, index.holds(kept, cells) {
                counts.unchanged += 1
                return kept.number
            }
        }
        defer { find.reset() }
        try keepKey(in: target.set.number)
        guard try isFound(key, in: target.set.number) else {
            counts.accepted += 1
            return try append(row, of: table, &target, version: 1)
        }
        if isSame(find, row, of: table, target.list) {
            counts.unchanged += 1
            return find.integer(0)
        }
        counts.changed += 1
        report.note(String(decoding: key, as: UTF8.self), of: table.kind)
        let version = find.integer(1) + 1
        if let old = find.optionalInteger(2) {
            digests.take(
                0, version: 0, set: target.digestNumber, list: old, key: key, cells: find.bytes(3), place: [],
                leaves: true)
        }
        return try append(row, of: table, &target, version: version)
    }

    /// Counts the latest version of a row no more among all rows.
    private func takeAway(_ key: [UInt8], in set: Int64, _ digestNumber: Int) throws(StorageFailure) {
        defer { find.reset() }
        guard try isFound(key, in: set), let list = find.optionalInteger(2) else { return }
        digests.take(
            0, version: 0, set: digestNumber, list: list, key: key, cells: find.bytes(3), place: [], leaves: true)
    }

    private func append(
        _ row: Int, of table: some KeepableRows, _ target: inout Target, version: Int64
    ) throws(StorageFailure) -> Int64 {
        if target.list.number == 0 { target.list = try kept(target.list) }
        place.removeAll(keepingCapacity: true)
        table.append(placeOf: row, to: &place)
        return try appender.append(
            key, to: target.set.number, target.digestNumber, version: version, list: target.list.number, cells: cells,
            place: place)
    }

    /// Looks for the latest version under a key as it is kept.
    private func isFound(_ key: [UInt8], in set: Int64) throws(StorageFailure) -> Bool {
        find.reset()
        try find.bind(.integer(set), at: 1)
        try find.bind(utf8: key, at: 2)
        return try find.step()
    }

    private func isSame(
        _ kept: SQLStatement, _ row: Int, of table: some KeepableRows, _ list: ColumnList
    ) -> Bool {
        guard let known = kept.optionalInteger(2) else { return false }
        if known == list.number, kept.withBytes(3, { $0.elementsEqual(cells) }) { return true }
        guard let keptList = lists[known] else { return false }
        let keptContent = keptList.canonical(kept.withBytes(3) { CellText.split($0) }.composed)
        return keptContent == list.canonical(cells.withUnsafeBytes { CellText.split($0) }.composed)
    }

    // MARK: Forms of keys

    private func isBeyondASCII(_ key: [UInt8]) -> Bool { key.contains { $0 >= 0x80 } }

    /// Puts the key under which a row is kept in place of its own: composed, unless an earlier version has its letters and marks apart.
    ///
    /// Of several forms that were kept, the one that is read holds: the latest that was not cancelled. Only keys beyond ASCII can have
    /// another form.
    private func keepKey(in set: Int64) throws(StorageFailure) {
        guard isBeyondASCII(key) else { return }
        if otherForms[set] == nil { otherForms[set] = try otherForms(in: set) }
        let composed = String(decoding: key, as: UTF8.self).composed
        key = Array(composed.utf8)
        guard let others = otherForms[set]?[composed] else { return }
        var best: (key: [UInt8], isLive: Bool, number: Int64)?
        for form in ([composed] + others).map({ Array($0.utf8) }) {
            guard try isFound(form, in: set) else { continue }
            let found = (key: form, isLive: !find.isNull(2), number: find.integer(0))
            guard let known = best else {
                best = found
                continue
            }
            if found.isLive != known.isLive ? found.isLive : found.number > known.number { best = found }
        }
        if let best { key = best.key }
    }

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

    // MARK: Sets and columns

    /// A table without rows is kept too: that there are no rates is not the same as that nobody said so.
    private func factSet(of kind: String) throws(StorageFailure) -> (FactSet, isNew: Bool) {
        if let known = try writing.factSets().first(where: { $0.kind == kind && $0.source == source }) {
            return (known, false)
        }
        try appender.tellEarlierTable()
        let number = try writing.append(to: "fact_sets", [.text(kind), .text(source)])
        return (FactSet(number: number, kind: kind, source: source), true)
    }

    private func columnList(_ names: [String]) throws(StorageFailure) -> ColumnList {
        let known = try writing.connection.first(
            "SELECT number FROM column_lists WHERE names = ?", [.text(ColumnList.text(of: names))]
        ) { $0.integer(0) }
        return ColumnList(number: known ?? 0, names: names)
    }

    private func kept(_ list: ColumnList) throws(StorageFailure) -> ColumnList {
        if list.number != 0 { return list }
        try appender.tellEarlierTable()
        let number = try writing.append(to: "column_lists", [.text(ColumnList.text(of: list.names))])
        let kept = ColumnList(number: number, names: list.names)
        lists[number] = kept
        digests.learn(kept)
        return kept
    }
}
