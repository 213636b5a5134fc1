public import Company

/// A row that differs between two states of the data.
public struct FactChange: Sendable, Hashable {
    /// What the row is.
    public var kind: String
    /// Where it comes from; empty for the company's own files.
    public var source: String
    /// What identifies it.
    public var key: String
    /// The columns under which both rows stand.
    public var columns: [String]
    /// The row at the first state; `nil` when it was not there.
    public var before: PlainRow?
    /// The row at the second state; `nil` when it is not there any more.
    public var after: PlainRow?
}

extension ReadTransaction {
    /// The rows that differ between two states, by kind, source and key. A row that was changed and changed back does not.
    public func changes(from: Int64, to: Int64) throws(StorageFailure) -> [FactChange] {
        let lists = try columnLists()
        let touched = try connection.rows(
            """
            SELECT DISTINCT fact_sets.number, kind, source, key FROM facts JOIN fact_sets ON fact_sets.number = fact_set
            WHERE facts.number > ? AND facts.number <= ? ORDER BY kind, source, key
            """, [.integer(from), .integer(to)]
        ) { (set: FactSet(number: $0.integer(0), kind: $0.text(1), source: $0.text(2)), key: $0.bytes(3)) }
        var changes: [FactChange] = []
        for (set, key) in touched {
            let before = try latestVersion(of: key, in: set.number, upTo: from, lists)
            let after = try latestVersion(of: key, in: set.number, upTo: to, lists)
            if before?.content != after?.content { changes.append(Self.change(set, key, before, after)) }
        }
        return changes
    }

    private static func change(
        _ set: FactSet, _ key: [UInt8], _ before: FactVersion?, _ after: FactVersion?
    ) -> FactChange {
        let columns = columns(of: [before, after].compactMap(\.self))
        func row(_ version: FactVersion?) -> PlainRow? {
            guard let version, let list = version.list else { return nil }
            return version.row(at: list.places(in: columns), of: columns.count, source: set.source)
        }
        return FactChange(
            kind: set.kind, source: set.source, key: String(decoding: key, as: UTF8.self), columns: columns,
            before: row(before), after: row(after))
    }
}
