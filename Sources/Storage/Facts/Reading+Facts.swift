public import Company

extension Reading {
    /// The number of the last version of any row, 0 while there is none. It names a state of all rows.
    public var factHead: Int64 {
        get throws(StorageFailure) { try connection.integer("SELECT coalesce(max(number), 0) FROM facts") }
    }

    /// The rows as they stood at a version; tables by kind, rows by the bytes of their keys, columns by name.
    ///
    /// Rows of another source than the company's own files name it before their place.
    ///
    /// - Parameter isWanted: Says of a kind and a source whether its rows are asked for.
    public func tables(
        upTo head: Int64? = nil, where isWanted: (_ kind: String, _ source: String) -> Bool = { _, _ in true }
    ) throws(StorageFailure) -> [PlainTable] {
        var tables = FactTables()
        try visitRows(upTo: head, where: isWanted) { set, version in tables.take(version, of: set) }
        return tables.finish()
    }

    /// Visits every row that was there at a version, by kind, source and key.
    func visitRows(
        upTo head: Int64?, where isWanted: (_ kind: String, _ source: String) -> Bool = { _, _ in true },
        _ visit: (FactSet, FactVersion) -> Void
    ) throws(StorageFailure) {
        let lists = try columnLists()
        for set in try factSets() where isWanted(set.kind, set.source) {
            try latestVersions(of: set, upTo: head, lists) { version in
                if version.list != nil { visit(set, version) }
            }
        }
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
