/// A company's text as it was kept, without the files.
public struct KeptModel: Hashable, Sendable {
    /// The digest of the text.
    public var digest: String
    /// Who calculated with it first, or approved it.
    public var actor: String
    /// When, as ISO 8601 in UTC.
    public var at: String
}

extension ReadTransaction {
    /// The company's texts that were kept, the first one first.
    ///
    /// - Parameter most: So many of the last ones.
    public func models(most: Int) throws(StorageFailure) -> [KeptModel] {
        try connection.rows(
            """
            SELECT digest, actor, at FROM
                (SELECT models.number AS place, models.digest AS digest, actor, at FROM models JOIN audit ON audit.number = record
                 ORDER BY models.number DESC LIMIT ?)
            ORDER BY place
            """, [.integer(Int64(most))]
        ) { KeptModel(digest: $0.text(0), actor: $0.text(1), at: $0.text(2)) }
    }
}
