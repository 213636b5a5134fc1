/// A question to a database that changes nothing there.
public struct PostgreSQLQuery: Hashable, Sendable {
    /// Where the database is found. Neither holds a password in a file of the company.
    public enum Address: Hashable, Sendable {
        /// A service of libpq's service file (`~/.pg_service.conf`, or what PGSERVICEFILE names).
        case service(String)
        /// What an environment variable holds: an address such as `postgresql://reader@db.acme/crm`, or keywords and values.
        case connection(String)
    }

    /// Where the database is found.
    public var address: Address
    /// One statement. `$1` in it stands for ``after``.
    public var text: String
    /// What `$1` is: the last value that is known already; `nil` for NULL.
    public var after: String?
    /// Whether `$1` stands in the text.
    public var takesAfter: Bool
    /// How long the statement may take, in seconds.
    public var seconds: Int

    /// The usual time that a statement may take.
    public static let usualSeconds = 300

    /// Makes a query.
    public init(_ text: String, at address: Address, after: String? = nil, seconds: Int = usualSeconds) {
        self.address = address
        self.text = text
        self.after = after
        self.seconds = seconds
        takesAfter = text.contains("$1")
    }
}

/// How much of an answer is taken at most.
public struct PostgreSQLLimits: Hashable, Sendable {
    /// Rows.
    public var rows = 20_000_000
    /// Bytes of the table that they make.
    public var bytes = 512 << 20
    /// Seconds until a connection has to stand.
    public var connectSeconds = 10

    /// The standard limits.
    public static let standard = PostgreSQLLimits()

    /// Makes the standard limits.
    public init() {}
}
