public import Company

extension Writing {
    /// Keeps rows, each under its kind, source and key, as a new version where it differs from what is there.
    ///
    /// Columns are compared by name; a column that is absent is as good as an empty cell. Where a key comes twice, the later row holds.
    /// An import that changes nothing writes nothing.
    ///
    /// - Parameters:
    ///   - source: where the rows come from; empty for the company's own files.
    ///   - complete: the tables hold every row of their kinds from this source, so that one that is missing was cancelled.
    /// - Throws: ``StorageFailure/malformedTable(kind:_:)``.
    @discardableResult
    public func importTables(
        _ tables: [PlainTable], source: String = "", complete: Bool = false
    ) throws(StorageFailure) -> ImportReport {
        for table in tables { try check(table) }
        return try recorded("import") { () throws(StorageFailure) in
            let importer = try FactImporter(self, source: source, complete: complete)
            for table in tables { try importer.take(table) }
            if complete { try importer.cancelMissing() }
            let report = try importer.finished()
            let counts = report.counts.filter { $0.value.written > 0 }.mapValues { counts in
                DetailValue.numbers([
                    "accepted": counts.accepted, "changed": counts.changed, "cancelled": counts.cancelled,
                ])
            }
            let detail: [String: DetailValue] = ["source": .text(source)]
            return (report, detail: detail.merging(counts.map { ("kind \($0.key)", $0.value) }) { first, _ in first })
        }
    }

    private func check(_ table: PlainTable) throws(StorageFailure) {
        var names: Set<String> = []
        for name in table.columns where !names.insert(name).inserted {
            throw .malformedTable(kind: table.kind, .repeatedColumn(name))
        }
        if let row = table.rows.first(where: { $0.cells.count > table.columns.count }) {
            throw .malformedTable(kind: table.kind, .cellsWithoutColumn(key: row.key, place: row.place))
        }
    }
}
