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
        let lists = try columnLists()
        var tables: [PlainTable] = []
        var rows: [(set: FactSet, version: FactVersion)] = []
        let sets = try factSets().filter { isWanted($0.kind, $0.source) }
        for (index, set) in sets.enumerated() {
            try latestVersions(of: set, upTo: head, lists) { version in
                if version.list != nil { rows.append((set, version)) }
            }
            let isLastOfKind = index + 1 == sets.count || sets[index + 1].kind != set.kind
            guard isLastOfKind else { continue }
            if !rows.isEmpty { tables.append(Self.table(set.kind, rows)) }
            rows = []
        }
        return tables
    }

    /// The digest of all rows as they stood at a version: the same for the same rows, however they came to be.
    public func dataDigest(upTo head: Int64? = nil) throws(StorageFailure) -> String {
        let lists = try columnLists()
        var stream = SHA256Stream()
        for set in try factSets() {
            try latestVersions(of: set, upTo: head, lists) { version in
                guard let content = version.content else { return }
                var canonical = CanonicalBytes()
                canonical.append(.text(set.kind))
                canonical.append(.text(set.source))
                canonical.append(utf8: version.key)
                canonical.append(utf8: content)
                stream.update(canonical.bytes)
            }
        }
        return stream.finish().hex
    }

    private static func table(_ kind: String, _ rows: [(set: FactSet, version: FactVersion)]) -> PlainTable {
        let columns = columns(of: rows.lazy.map(\.version))
        let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
        let sources = Set(rows.lazy.map(\.set.number))
        // One source comes in the order of the keys already.
        let ordered =
            sources.count == 1
            ? rows : rows.sorted { precedes(($0.version.key, $0.set.source), ($1.version.key, $1.set.source)) }
        return PlainTable(
            kind: kind, columns: columns,
            rows: ordered.compactMap { $0.version.row(under: places, source: $0.set.source) })
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

/// By key, then by source, as bytes.
private typealias FactOrder = ([UInt8], String)

private func precedes(_ left: FactOrder, _ right: FactOrder) -> Bool {
    left.0 == right.0 ? left.1.utf8.lexicographicallyPrecedes(right.1.utf8) : left.0.lexicographicallyPrecedes(right.0)
}
