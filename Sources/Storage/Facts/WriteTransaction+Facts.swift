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
    ///   - notingOutcomes: whether what becomes of each row is told.
    ///   - step: what somebody did in the application that comes to these rows; the record says it in place of an import.
    /// - Throws: ``StorageFailure/malformedTable(kind:_:)``.
    @discardableResult
    public func importRows(
        _ tables: [any KeepableRows], source: String = "", complete: Bool = false, definitions: String = "",
        notingOutcomes: Bool = false, step: RowStep? = nil
    ) throws(StorageFailure) -> ImportReport {
        for table in tables { try check(table) }
        return try changeRows(source: source, definitions: definitions, step: step) {
            digests throws(StorageFailure) in
            let importer = try FactImporter(
                self, source: source, complete: complete, notesOutcomes: notingOutcomes, digests)
            try importer.prepare(tables)
            for table in tables { try importer.take(table) }
            if complete { try importer.cancelMissing() }
            return importer
        }
    }

    /// Cancels rows of a kind by their keys: each gets a version without content. What is not there is left as it is.
    ///
    /// - Parameters:
    ///   - source: where the rows come from.
    ///   - definitions: as of ``importRows(_:source:complete:definitions:notingOutcomes:)``.
    @discardableResult
    public func cancelRows(
        _ keys: [String], of kind: String, source: String = "", definitions: String = ""
    ) throws(StorageFailure) -> ImportReport {
        try changeRows(source: source, definitions: definitions) { digests throws(StorageFailure) in
            let importer = try FactImporter(self, source: source, complete: false, digests)
            try importer.cancel(keys, of: kind)
            return importer
        }
    }

    /// Changes rows under one record, with the sums of all rows after it.
    private func changeRows(
        source: String, definitions: String, step: RowStep? = nil,
        _ work: (FactDigests) throws(StorageFailure) -> FactImporter
    ) throws(StorageFailure) -> ImportReport {
        let before = try rowState()
        return try recorded(step == nil ? "import" : "step") { () throws(StorageFailure) in
            let head = try self.head(of: "facts")
            let digests = FactDigests(record: record, before)
            let importer = try work(digests)
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
            var detail: [String: DetailValue] = ["source": .text(source)]
            if let step {
                detail["step"] = .text(step.name)
                detail["subject"] = .text(step.subject)
            }
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
