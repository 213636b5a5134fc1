extension ReadTransaction {
    /// Every list of columns, by its number.
    func columnLists() throws(StorageFailure) -> [Int64: ColumnList] {
        let lists = try connection.rows("SELECT number, names FROM column_lists") {
            ColumnList(number: $0.integer(0), names: ColumnList.names(of: $0.text(1)))
        }
        return Dictionary(lists.map { ($0.number, $0) }) { first, _ in first }
    }

    /// Every kind and source, by their bytes.
    func factSets() throws(StorageFailure) -> [FactSet] {
        try connection.rows("SELECT number, kind, source FROM fact_sets ORDER BY kind, source") {
            FactSet(number: $0.integer(0), kind: $0.text(1), source: $0.text(2))
        }
    }

    /// Visits the latest version of every row of a set at a state, by key; cancelled ones too.
    func latestVersions(
        of set: FactSet, upTo head: Int64?, _ lists: [Int64: ColumnList],
        _ visit: (FactVersion) throws(StorageFailure) -> Void
    ) throws(StorageFailure) {
        let statement = try connection.freshStatement(
            """
            SELECT number, key, column_list, cells, place FROM facts
            WHERE fact_set = ? AND number <= ? ORDER BY key, version
            """)
        try statement.bind([.integer(set.number), .integer(head ?? .max)])
        var latest: FactVersion?
        while try statement.step() {
            var version = try version(statement, lists)
            if let latest {
                if latest.key == version.key { version.first = latest.first } else { try visit(latest) }
            }
            latest = version
        }
        if let latest { try visit(latest) }
    }

    /// The latest version of a row at a state, or `nil` when it was not there yet. Where the row stands is not looked up.
    func latestVersion(
        of key: [UInt8], in set: Int64, upTo head: Int64, _ lists: [Int64: ColumnList]
    ) throws(StorageFailure) -> FactVersion? {
        let statement = try connection.statement(
            """
            SELECT number, key, column_list, cells, place FROM facts
            WHERE fact_set = ? AND key = ? AND number <= ? ORDER BY version DESC LIMIT 1
            """)
        defer { statement.reset() }
        try statement.bind(.integer(set), at: 1)
        try statement.bind(utf8: key, at: 2)
        try statement.bind(.integer(head), at: 3)
        return try statement.step() ? try version(statement, lists) : nil
    }

    private func version(
        _ row: SQLStatement, _ lists: [Int64: ColumnList]
    ) throws(StorageFailure) -> FactVersion {
        let number = row.integer(0)
        var list: ColumnList?
        if let known = row.optionalInteger(2) {
            list = lists[known]
            if list == nil {
                throw .corrupted(path: connection.path, detail: "facts \(number): column list \(known) is missing")
            }
        }
        return FactVersion(
            number: number, first: number, key: row.bytes(1), list: list,
            cells: list == nil ? RowCells() : row.withBytes(3) { CellText.split($0) }, place: row.text(4))
    }
}
