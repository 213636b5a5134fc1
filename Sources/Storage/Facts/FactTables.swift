internal import Company
internal import Messages

/// Builds tables out of rows that come by kind, source and key.
struct FactTables {
    private typealias Row = (set: FactSet, version: FactVersion)

    private var tables: [PlainTable] = []
    /// By kind the numbers of the first versions of its rows, in their order.
    private(set) var firsts: [String: [Int64]] = [:]
    /// The kind that is coming, and its rows so far.
    private var kind: String?
    private var rows: [Row] = []

    /// Goes on to a kind and source; a kind without rows is a table too.
    mutating func begin(_ set: FactSet) {
        guard set.kind != kind else { return }
        finishKind()
        kind = set.kind
    }

    mutating func take(_ version: FactVersion, of set: FactSet) {
        begin(set)
        rows.append((set, version))
    }

    /// The tables by kind, rows in the order in which they were first recorded, columns by name.
    mutating func finish() -> [PlainTable] {
        finishKind()
        return tables
    }

    private mutating func finishKind() {
        if let kind {
            let unique = Self.unique(rows)
            let order = Self.order(unique)
            tables.append(Self.table(kind, unique, order))
            firsts[kind] = order.map { unique[$0].version.first }
        }
        kind = nil
        rows = []
    }

    /// One row for each key, whichever way its letters and marks were written: of several the version that came last, in the place of
    /// the one that came first.
    private static func unique(_ rows: [Row]) -> [Row] {
        let isComposed = rows.allSatisfy { row in row.version.key.withUnsafeBufferPointer { !Composition.mayChange($0) }
        }
        if isComposed { return rows }
        var places: [String: Int] = [:]
        var unique: [Row] = []
        for row in rows {
            let key = Composition.text(row.version.key)
            guard let place = places[key] else {
                places[key] = unique.count
                unique.append(row)
                continue
            }
            let first = min(unique[place].version.first, row.version.first)
            if row.version.number > unique[place].version.number { unique[place] = row }
            unique[place].version.first = first
        }
        return unique
    }

    private static func table(_ kind: String, _ rows: [Row], _ order: [Int]) -> PlainTable {
        let columns = ReadTransaction.columns(of: rows.lazy.map(\.version))
        var places: [Int64: [Int?]] = [:]
        let plain = order.compactMap { index -> PlainRow? in
            let (set, version) = rows[index]
            guard let list = version.list else { return nil }
            let known = places[list.number] ?? list.places(in: columns)
            places[list.number] = known
            return version.row(at: known, of: columns.count, source: set.source)
        }
        return PlainTable(kind: kind, columns: columns, rows: plain)
    }

    /// The places of rows in the order in which they were first recorded; numbers are sorted, not rows with all their cells.
    private static func order(_ rows: [Row]) -> [Int] {
        let firsts = rows.map(\.version.first)
        return firsts.indices.sorted { firsts[$0] < firsts[$1] }
    }
}
