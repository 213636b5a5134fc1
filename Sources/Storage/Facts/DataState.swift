public import Company

/// All rows as they stood at a version, and their digest.
public struct DataState: Sendable, Hashable {
    /// The rows, as ``ReadTransaction/tables(upTo:where:)`` gives them.
    public var tables: [PlainTable]
    /// The digest of all rows, as ``ReadTransaction/dataDigest(upTo:)`` gives it.
    public var digest: String
    /// By table where its rows stand: the numbers of their first versions, rising.
    public var firsts: [String: [Int64]]
}

extension ReadTransaction {
    /// The rows as they stood at a version together with their digest, read once for both.
    ///
    /// The digest is that of the rows as they lie there, whatever was noted of them.
    public func state(upTo head: Int64? = nil) throws(StorageFailure) -> DataState {
        let last = try factHead
        var tables = FactTables()
        var digest = RowsDigest(isSet: try rowState(at: head ?? last) != nil)
        try visitRows(upTo: head, begin: { tables.begin($0) }) { set, version in
            tables.take(version, of: set)
            digest.take(version, of: set)
        }
        let all = tables.finish()
        return DataState(tables: all, digest: digest.text, firsts: tables.firsts)
    }

    /// The digest of all rows as they stood at a version: the same for the same rows, however they came to be.
    ///
    /// It was noted when they came. A version before that was done has a digest of another form, for which all rows are read.
    public func dataDigest(upTo head: Int64? = nil) throws(StorageFailure) -> String {
        let last = try factHead
        if let known = try rowState(at: head ?? last) { return known.rows.text }
        var digest = RowsDigest(isSet: false)
        try visitRows(upTo: head) { set, version in digest.take(version, of: set) }
        return digest.text
    }

    /// What was noted of all rows when a version was the last one: their digest, and how their tables were read; `nil` when nothing was.
    func rowState(at head: Int64) throws(StorageFailure) -> (rows: RowSetDigest, definitions: String)? {
        guard connection.schema.holds("row_states") else { return nil }
        let kept = try connection.first(
            "SELECT state, definitions FROM row_states WHERE head = ?", [.integer(head)]
        ) { ($0.bytes(0), $0.text(1)) }
        guard let (state, definitions) = kept else { return nil }
        guard let rows = RowSetDigest(state: state) else {
            throw .corrupted(path: connection.path, detail: "row_states: the state of \(head) has \(state.count) bytes")
        }
        return (rows, definitions)
    }

    /// How tables were read when all rows of now were found to be good, as ``definitions(of:)``; empty when that is not known.
    public func soundDefinitions() throws(StorageFailure) -> String { try rowState(at: factHead)?.definitions ?? "" }

    /// The digest of all rows, out of the rows.
    func rowSetDigest(upTo head: Int64) throws(StorageFailure) -> RowSetDigest {
        var digest = RowsDigest(isSet: true)
        try visitRows(upTo: head) { set, version in digest.take(version, of: set) }
        return digest.set
    }
}

/// Counts rows into their digest, in either form.
private struct RowsDigest {
    private(set) var set = RowSetDigest()
    private var stream = SHA256Stream()
    private let isSet: Bool
    /// What a row is written into, again and again.
    private var row = CanonicalBytes()

    init(isSet: Bool) { self.isSet = isSet }

    /// - Note: The form of before needs the rows in the order of their kinds, sources and keys.
    mutating func take(_ version: FactVersion, of set: FactSet) {
        guard let list = version.list else { return }
        row.removeAll()
        row.append(rowOf: set, key: version.key, version.cells, list)
        if isSet { self.set.add(row.bytes) } else { stream.update(row.bytes) }
    }

    var text: String {
        if isSet { return set.text }
        var stream = stream
        return stream.finish().hex
    }
}
