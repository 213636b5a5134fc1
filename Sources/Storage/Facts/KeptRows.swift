public import Company

/// Names the rows of a workspace and the way a text reads them: what columns of large tables are made of.
public struct KeptRows: Hashable, Sendable, Codable {
    /// The version of the last row, as ``ReadTransaction/factHead``.
    public let head: Int64
    /// The digest of the audit record that covers the last row, and through its chain every row before: two databases may have
    /// given the same numbers to other rows.
    package let record: String
    /// The digest of what the text says of tables; see ``Company/TableDefinitions``.
    public let definitions: String
}

extension ReadTransaction {
    /// Names the rows of now, or of a state of them; `nil` when there are none, or when the text is not YAML.
    ///
    /// - Parameters:
    ///   - text: The company's YAML files, which say what is in the tables.
    ///   - head: The last version of that state, as ``factHead`` named it then.
    public func keptRows(as text: [SourceFile], upTo head: Int64? = nil) throws(StorageFailure) -> KeptRows? {
        guard let definitions = Self.definitions(of: text) else { return nil }
        return try connection.first(
            """
            SELECT facts.number, audit.digest FROM facts JOIN audit ON audit.number = facts.record
            WHERE ?1 IS NULL OR facts.number <= ?1 ORDER BY facts.number DESC LIMIT 1
            """, [head.map(SQLValue.integer) ?? .null]
        ) { KeptRows(head: $0.integer(0), record: $0.bytes(1).hex, definitions: definitions) }
    }

    /// The digest of what a text says of tables: two texts with the same read the same rows alike; `nil` when it is not YAML.
    public static func definitions(of text: [SourceFile]) -> String? {
        var stream = SHA256Stream()
        for file in text.sorted(by: { $0.path < $1.path }) {
            guard let said = TableDefinitions.text(of: file.bytes) else { return nil }
            var bytes = CanonicalBytes()
            bytes.append(.text(file.path))
            bytes.append(.text(said))
            stream.update(bytes.bytes)
        }
        return stream.finish().hex
    }
}
