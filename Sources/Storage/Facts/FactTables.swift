internal import Company

/// Builds tables out of rows that come by kind, source and key.
struct FactTables {
    private typealias Row = (set: FactSet, version: FactVersion)

    private var tables: [PlainTable] = []
    /// The kind that is coming, and its rows so far.
    private var kind = ""
    private var rows: [Row] = []

    mutating func take(_ version: FactVersion, of set: FactSet) {
        if set.kind != kind {
            finishKind()
            kind = set.kind
        }
        rows.append((set, version))
    }

    /// The tables by kind, rows by the bytes of their keys, columns by name.
    mutating func finish() -> [PlainTable] {
        finishKind()
        return tables
    }

    private mutating func finishKind() {
        if !rows.isEmpty { tables.append(Self.table(kind, rows)) }
        rows = []
    }

    private static func table(_ kind: String, _ rows: [Row]) -> PlainTable {
        let columns = Reading.columns(of: rows.lazy.map(\.version))
        let sources = Set(rows.lazy.map(\.set.number))
        // One source comes in the order of the keys already.
        let ordered =
            sources.count == 1
            ? rows : rows.sorted { precedes(($0.version.key, $0.set.source), ($1.version.key, $1.set.source)) }
        var places: [Int64: [Int?]] = [:]
        let plain = ordered.compactMap { set, version -> PlainRow? in
            guard let list = version.list else { return nil }
            let known = places[list.number] ?? list.places(in: columns)
            places[list.number] = known
            return version.row(at: known, of: columns.count, source: set.source)
        }
        return PlainTable(kind: kind, columns: columns, rows: plain)
    }
}

/// By key, then by source, as bytes.
private typealias FactOrder = ([UInt8], String)

private func precedes(_ left: FactOrder, _ right: FactOrder) -> Bool {
    left.0 == right.0 ? left.1.utf8.lexicographicallyPrecedes(right.1.utf8) : left.0.lexicographicallyPrecedes(right.0)
}
