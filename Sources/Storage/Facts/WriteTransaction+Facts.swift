public import Company

extension WriteTransaction {
    /// Keeps rows, each under its kind, source and key, as a new version where it differs from what is there.
    ///
    /// Columns are compared by name; a column that is absent is as good as an empty cell. Where a key comes twice, the later row holds.
    /// An import that changes nothing writes nothing.
    ///
    /// - Parameters:
    ///   - source: where the rows come from; empty for the company's own files.
    ///   - complete: the tables hold every row of their kinds from this source, so that one that is missing was cancelled.
    ///   - definitions: as ``ReadTransaction/definitions(of:)``, of the text under which all rows are good after the import; empty when that
    ///     is not known.
    /// - Throws: ``StorageFailure/malformedTable(kind:_:)``.
    @discardableResult
    public func importRows(
        _ tables: [any KeepableRows], source: String = "", complete: Bool = false, definitions: String = ""
    ) throws(StorageFailure) -> ImportReport {
        for table in tables { try check(table) }
        let before = try rowState()
        return try recorded("import") { () throws(StorageFailure) in
            let head = try self.head(of: "facts")
            let digests = FactDigests(record: record, before)
            let importer = try FactImporter(self, source: source, complete: complete, digests)
            try importer.prepare(tables)
            for table in tables { try importer.take(table) }
            if complete { try importer.cancelMissing() }
            let report = try importer.finished()
            let (content, rows) = digests.finish()
            if report.head != head {
                if !importer.isOutOfOrder { contentOfRows = content }
            }
            if report.head != head, connection.schema.holds("row_states") {
                try append(to: "row_states", [.integer(report.head), .bytes(rows.state), .text(definitions)])
            }
            let counts = report.counts.filter { $0.value.written > 0 }.mapValues { counts in
                DetailValue.numbers([
                    "accepted": counts.accepted, "changed": counts.changed, "cancelled": counts.cancelled,
                ])
            }
            let detail: [String: DetailValue] = ["source": .text(source)]
            return (report, detail: detail.merging(counts.map { ("kind \($0.key)", $0.value) }) { first, _ in first })
        }
    }

    /// As ``importRows(_:source:complete:definitions:)``, with rows of texts.
    @discardableResult
    public func importTables(
        _ tables: [PlainTable], source: String = "", complete: Bool = false
    ) throws(StorageFailure) -> ImportReport {
        try importRows(tables, source: source, complete: complete)
    }

    /// The digest of all rows; of a database that was made before it was kept, all rows are read for it.
    private func rowState() throws(StorageFailure) -> RowSetDigest {
        let head = try head(of: "facts")
        if head == 0 { return RowSetDigest() }
        if let known = try rowState(at: head)?.rows { return known }
        return try rowSetDigest(upTo: head)
    }

    private func check(_ table: any KeepableRows) throws(StorageFailure) {
        var names: Set<String> = []
        for name in table.columns where !names.insert(name).inserted {
            throw .malformedTable(kind: table.kind, .repeatedColumn(name))
        }
        guard let table = table as? PlainTable else { return }
        if let row = table.rows.first(where: { $0.cells.count > table.columns.count }) {
            throw .malformedTable(kind: table.kind, .cellsWithoutColumn(key: row.key, place: row.place))
        }
    }
}
