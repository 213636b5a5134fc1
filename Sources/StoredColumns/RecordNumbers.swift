public import Company
internal import Storage

/// Which records the numbers in columns stand for: of a table that has only grown since, they stand for the same.
public struct RecordNumbers: Hashable, Sendable, Codable {
    /// How many records there were.
    let count: Int
    /// The digest of their identifiers in their order.
    let digest: String

    /// Of the records as they are numbered now.
    init(_ table: RecordTable) { self.init(table, first: table.count) }

    private init(_ table: RecordTable, first count: Int) {
        self.count = count
        var stream = SHA256Stream()
        var bytes = CanonicalBytes()
        for id in table.ids.prefix(count) { bytes.append(utf8: id.utf8) }
        stream.update(bytes.bytes)
        digest = stream.finish().hex
    }

    /// Whether the records that were numbered have the same numbers in a table of now.
    public func hold(in table: RecordTable) -> Bool {
        table.count >= count && self == RecordNumbers(table, first: count)
    }
}
