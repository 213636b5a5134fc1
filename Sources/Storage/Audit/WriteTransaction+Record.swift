extension WriteTransaction {
    /// Does one action and appends the audit record that covers every row it appended.
    ///
    /// An action that appended nothing leaves no record.
    func recorded<Result>(
        _ action: String, _ work: () throws(StorageFailure) -> (Result, detail: [String: DetailValue])
    ) throws(StorageFailure) -> Result {
        do {
            return try attempt(action, work)
        } catch {
            failure = failure ?? error
            throw error
        }
    }

    private func attempt<Result>(
        _ action: String, _ work: () throws(StorageFailure) -> (Result, detail: [String: DetailValue])
    ) throws(StorageFailure) -> Result {
        let before = try heads()
        record = try head(of: Schema.audit.name) + 1
        headsBefore = before
        defer {
            record = 0
            contentOfRows = nil
        }
        let (result, detail) = try work()
        if try heads() != before { try appendRecord(action, detail, after: before) }
        return result
    }

    private func heads() throws(StorageFailure) -> [Int64] {
        var heads: [Int64] = []
        for table in connection.schema.covered { heads.append(try head(of: table.name)) }
        return heads
    }

    /// The digest of what the action has appended to the tables before one of them.
    func contentBefore(_ table: String) throws(StorageFailure) -> SHA256Stream {
        var content = SHA256Stream()
        try digest(connection.schema.covered.prefix { $0.name != table }, after: headsBefore, into: &content)
        return content
    }

    private func digest(
        _ tables: ArraySlice<KeptTable>, after before: [Int64], into content: inout SHA256Stream
    ) throws(StorageFailure) {
        for (place, table) in zip(tables.indices, tables) where try head(of: table.name) != before[place] {
            let rows = try CoveredRows(table, after: before[place], on: connection)
            try rows.digestAll(into: &content)
        }
    }

    private func appendRecord(
        _ action: String, _ detail: [String: DetailValue], after before: [Int64]
    ) throws(StorageFailure) {
        var content = SHA256Stream()
        var tables = connection.schema.covered[...]
        if let contentOfRows, let rows = tables.firstIndex(where: { $0.name == "facts" }) {
            content = contentOfRows
            tables = tables[(rows + 1)...]
        }
        try digest(tables, after: before, into: &content)
        var detail = detail
        if let request { detail["request"] = .text(request) }
        let previous = try connection.first("SELECT digest FROM audit WHERE number = ?", [.integer(record - 1)]) {
            $0.bytes(0)
        }
        let entry = AuditRecord(
            number: try nextNumber(of: Schema.audit.name), at: clock(), actor: actor, action: action,
            detail: DetailValue.json(detail), content: content.finish().bytes, previous: previous ?? [])
        try connection.run(
            "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(entry.number), .text(entry.at), .text(entry.actor), .text(entry.action), .text(entry.detail),
                .bytes(entry.content), .bytes(entry.previous), .bytes(entry.digest),
            ])
    }
}

extension ReadTransaction {
    /// Whoever acted for the first time after the last posting, by an import, though others had imported before.
    ///
    /// Whoever may write the folder's tables may also put a name into them and act under it.
    public func newcomers() throws(StorageFailure) -> [(actor: String, at: String)] {
        try connection.rows(
            """
            SELECT actor, at FROM audit AS own WHERE action = 'import' AND number > 1
                AND number > (SELECT coalesce(max(record), 0) FROM entries)
                AND NOT EXISTS (SELECT 1 FROM audit AS other WHERE other.number < own.number AND other.actor = own.actor)
            ORDER BY number
            """
        ) { (actor: $0.text(0), at: $0.text(1)) }
    }

    /// The end of the audit chain.
    public func auditHead() throws(StorageFailure) -> AuditHead {
        try connection.first("SELECT number, digest FROM audit ORDER BY number DESC LIMIT 1") {
            AuditHead(number: $0.integer(0), digest: $0.bytes(1).hex)
        } ?? AuditHead(number: 0, digest: "")
    }
}
