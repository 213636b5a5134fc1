public import Company

/// All rows as they stood at a version, and their digest.
public struct DataState: Sendable, Hashable {
    /// The rows, as ``Reading/tables(upTo:where:)`` gives them.
    public var tables: [PlainTable]
    /// The digest of all rows, as ``Reading/dataDigest(upTo:)`` gives it.
    public var digest: String
    /// By table where its rows stand: the numbers of their first versions, rising.
    public var firsts: [String: [Int64]]
}

extension Reading {
    /// The rows as they stood at a version together with their digest, read once for both.
    public func state(upTo head: Int64? = nil) throws(StorageFailure) -> DataState {
        var tables = FactTables()
        var digest = FactDigest()
        try visitRows(upTo: head, begin: { tables.begin($0) }) { set, version in
            tables.take(version, of: set)
            digest.take(version, of: set)
        }
        let all = tables.finish()
        return DataState(tables: all, digest: digest.finish(), firsts: tables.firsts)
    }

    /// The digest of all rows as they stood at a version: the same for the same rows, however they came to be.
    public func dataDigest(upTo head: Int64? = nil) throws(StorageFailure) -> String {
        var digest = FactDigest()
        try visitRows(upTo: head) { set, version in digest.take(version, of: set) }
        return digest.finish()
    }
}

/// Counts rows into their digest, in the order of their kinds, sources and keys.
private struct FactDigest {
    private var stream = SHA256Stream()
    /// What a row is written into, again and again.
    private var content = CanonicalBytes()
    private var row = CanonicalBytes()

    mutating func take(_ version: FactVersion, of set: FactSet) {
        guard let list = version.list else { return }
        content.removeAll()
        list.append(version.cells, to: &content)
        row.removeAll()
        row.append(.text(set.kind))
        row.append(.text(set.source))
        row.append(utf8: version.key)
        row.append(utf8: content.bytes)
        stream.update(row.bytes)
    }

    mutating func finish() -> String { stream.finish().hex }
}
