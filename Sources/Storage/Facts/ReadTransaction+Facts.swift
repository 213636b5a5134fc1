public import Company
internal import Messages

extension ReadTransaction {
    /// The number of the last version of any row, 0 while there is none. It names a state of all rows.
    public var factHead: Int64 {
        get throws(StorageFailure) { try connection.integer("SELECT coalesce(max(number), 0) FROM facts") }
    }

    /// The rows as they stood at a version; tables by kind, columns by name, rows in the order in which they were first recorded.
    ///
    /// That is the order of the files they came from. A row that was changed, or cancelled and given again, keeps its place. A kind
    /// of which only a table without rows was given has no columns.
    /// Rows of another source than the company's own files name it before their place.
    ///
    /// - Parameter isWanted: Says of a kind and a source whether its rows are asked for.
    public func tables(
        upTo head: Int64? = nil, where isWanted: (_ kind: String, _ source: String) -> Bool = { _, _ in true }
    ) throws(StorageFailure) -> [PlainTable] {
        var tables = FactTables()
        try visitRows(upTo: head, where: isWanted, begin: { tables.begin($0) }) { tables.take($1, of: $0) }
        return tables.finish()
    }

    /// Where the rows of a kind stand, by their keys: the numbers of their first versions, cancelled ones too.
    public func positions(of kind: String) throws(StorageFailure) -> [String: Int64] {
        let firsts = try connection.rows(
            """
            SELECT key, min(facts.number) FROM facts JOIN fact_sets ON fact_sets.number = fact_set
            WHERE kind = ? GROUP BY key
            """, [.text(kind)]
        ) { ($0.text(0).composed, $0.integer(1)) }
        return Dictionary(firsts, uniquingKeysWith: min)
    }

    /// Visits every row that was there at a version, by kind, source and key.
    ///
    /// - Parameter begin: Is told of every kind and source before its rows, also where none is left or none ever came.
    func visitRows(
        upTo head: Int64?, where isWanted: (_ kind: String, _ source: String) -> Bool = { _, _ in true },
        begin: (FactSet) -> Void = { _ in }, _ visit: (FactSet, FactVersion) -> Void
    ) throws(StorageFailure) {
        let lists = try columnLists()
        for set in try factSets() where isWanted(set.kind, set.source) {
            var isKnown = false
            try latestVersions(of: set, upTo: head, lists) { version in
                if !isKnown { begin(set) }
                isKnown = true
                if version.list != nil { visit(set, version) }
            }
            if !isKnown, try !hasRows(set) { begin(set) }
        }
    }

    /// Whether a row of a kind and source ever came. That there are none is said without a version: it holds at every state.
    private func hasRows(_ set: FactSet) throws(StorageFailure) -> Bool {
        try connection.integer("SELECT EXISTS (SELECT 1 FROM facts WHERE fact_set = ?)", [.integer(set.number)]) != 0
    }

    /// The columns of some rows together, in the order of their names' bytes.
    static func columns(of versions: some Sequence<FactVersion>) -> [String] {
        var seen: Set<Int64> = []
        var names: Set<String> = []
        for version in versions {
            if let list = version.list, seen.insert(list.number).inserted { names.formUnion(list.names) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
