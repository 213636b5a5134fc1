public import Credentials
internal import GRDB
public import Payroll

/// A program's access in somebody's name: some of his rights, for a time.
public struct AccessToken: Hashable, Sendable {
    /// What it is called in the list; no secret.
    public let handle: String
    /// Whose.
    public let user: UserID
    /// Who he is in the company.
    public let person: String
    /// What he calls it.
    public let name: String
    /// The rights it carries, as far as they are his when it is used.
    public let scopes: Set<Right>
    /// Since when.
    public let made: Instant
    /// Until when.
    public let ends: Instant
    /// When it was last used, to the minute.
    public let used: Instant?

    /// The longest that one may be good.
    public static let longest = Span.days(365)
}

/// A token with the secret that its program holds; shown once.
public struct IssuedToken: Sendable {
    /// The secret, for the `Authorization` header.
    public let token: OpaqueToken
    /// What it opens.
    public let access: AccessToken
}

extension AccessToken {
    static let columns = """
        SELECT tokens.*, users.person FROM tokens JOIN users ON users.id = tokens.user AND users.state = 'active'
        """

    init(_ row: Row) {
        let scopes: String = row["scopes"]
        let used: Int64? = row["used"]
        handle = row["handle"]
        user = UserID(row["user"])
        person = row["person"]
        name = row["name"]
        // A right that a later program knows and this one does not is none here.
        self.scopes = Set(scopes.split(separator: " ").compactMap { Right(rawValue: String($0)) })
        made = Instant(seconds: row["made"])
        ends = Instant(seconds: row["ends"])
        self.used = used.map { Instant(seconds: $0) }
    }
}

extension Rights {
    /// These rights, but only those among some, each as far as it reached.
    public func limited(to scopes: Set<Right>) -> Rights {
        Rights(Dictionary(uniqueKeysWithValues: scopes.compactMap { right in self[right].map { (right, $0) } }))
    }
}
