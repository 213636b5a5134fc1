internal import Company
internal import Storage

extension RowChange {
    /// The rows that differ between two states of the data, by table and key, whichever of the states came first.
    static func between(
        _ first: Int64, _ second: Int64, _ snapshot: ReadTransaction
    ) throws(StorageFailure) -> [RowChange] {
        let facts = try snapshot.changes(from: min(first, second), to: max(first, second))
        let changes = Dictionary(grouping: facts) { RowName(kind: $0.kind, key: $0.key) }.values
            .compactMap { RowChange($0) }
            .sorted { ($0.kind, $0.key) < ($1.kind, $1.key) }
        return first <= second ? changes : changes.map(\.reversed)
    }

    /// The change of one row; `nil` when it only moved from one source to another.
    ///
    /// - Parameter facts: The changes under its kind and key, by source. Where several sources have the row, that of the last one
    ///   is shown.
    private init?(_ facts: [FactChange]) {
        let before = facts.compactMap { $0.cells(of: $0.before) }.last
        let after = facts.compactMap { $0.cells(of: $0.after) }.last
        guard before != after, let first = facts.first else { return nil }
        self.init(kind: first.kind, key: first.key, before: before ?? [:], after: after ?? [:])
    }

    private var reversed: RowChange { RowChange(kind: kind, key: key, before: after, after: before) }
}

/// What a row is called, whatever its source.
private struct RowName: Hashable {
    var kind: String
    var key: String
}

extension FactChange {
    /// The cells of one of its rows that are not empty, by column; `nil` when the row is not there.
    fileprivate func cells(of row: PlainRow?) -> [String: String]? {
        row.map { Dictionary(uniqueKeysWithValues: zip(columns, $0.cells).filter { !$0.1.isEmpty }) }
    }
}
