public import Company

/// All rows as they stood at a version, and their digest.
public struct DataState: Sendable, Hashable {
    /// The rows, as ``Reading/tables(upTo:where:)`` gives them.
    public var tables: [PlainTable]
    /// The digest of all rows, as ``Reading/dataDigest(upTo:)`` gives it.
    public var digest: String
}

extension Reading {
    /// The rows as they stood at a version together with their digest, read once for both.
    public func state(upTo head: Int64? = nil) throws(StorageFailure) -> DataState {
        var tables = FactTables()
        var digest = FactDigest()
        try visitRows(upTo: head) { set, version in
            tables.take(version, of: set)
            digest.take(version, of: set)
        }
        return DataState(tables: tables.finish(), digest: digest.finish())
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

    mutating func take(_ version: FactVersion, of set: FactSet) {
        guard let content = version.content else { return }
        var canonical = CanonicalBytes()
        canonical.append(.text(set.kind))
        canonical.append(.text(set.source))
        canonical.append(utf8: version.key)
        canonical.append(utf8: content)
        stream.update(canonical.bytes)
    }

    mutating func finish() -> String { stream.finish().hex }
}
