public import Credentials
internal import GRDB

/// The identifier of a user: random, so that what names it elsewhere tells nothing once he is erased.
public struct UserID: Hashable, Sendable, CustomStringConvertible {
    /// Thirty-two hexadecimal digits.
    public let text: String

    /// An identifier that was kept.
    public init(_ text: String) { self.text = text }

    /// The digits.
    public var description: String { text }
}

/// Somebody who signs in: a person of the company, under a name of his own.
public struct User: Hashable, Sendable {
    /// How far he has come.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// He has an address to set his first password with, or had one.
        case invited
        /// He signs in.
        case active
        /// An administrator keeps him out for a while.
        case locked
        /// He has left; his row stays until it is erased.
        case left
    }

    /// Who he is everywhere in the program.
    public let id: UserID
    /// What he signs in with.
    public let name: String
    /// Who he is in the company.
    public let person: String
    /// How far he has come.
    public let state: State
    /// Since when he has been in that state.
    public let since: Instant
    /// Whether an authenticator program is set up.
    public let hasSecondFactor: Bool
    /// How many codes on paper are left to him.
    public let recoveryCodes: Int
}

/// A row of `users`, with what is kept secret in it.
struct UserRow {
    let user: User
    let password: Secret<String>?
    let totp: Secret<String>?
    let totpPending: Secret<String>?
    let totpStep: Int64

    static func fetch(_ id: UserID, _ database: Database) throws -> UserRow {
        guard let row = try fetch("id", id.text, database) else { throw AccessRefusal.noSuchUser }
        return row
    }

    /// The row whose column has a value; the column is one of ours.
    static func fetch(_ column: String, _ value: String, _ database: Database) throws -> UserRow? {
        try Row.fetchOne(
            database, sql: "\(columns) WHERE users.\(column) = ?", arguments: [value]
        ).flatMap(UserRow.init)
    }

    static let columns = """
        SELECT users.*, (SELECT count(*) FROM recovery_codes WHERE recovery_codes.user = users.id) AS codes FROM users
        """

    init?(_ row: Row) {
        guard let state = User.State(rawValue: row["state"]) else { return nil }
        let totp: String? = row["totp"]
        user = User(
            id: UserID(row["id"]), name: row["name"], person: row["person"], state: state,
            since: Instant(seconds: row["since"]), hasSecondFactor: totp != nil, recoveryCodes: row["codes"])
        password = (row["password"] as String?).map { Secret($0) }
        self.totp = totp.map { Secret($0) }
        totpPending = (row["totp_pending"] as String?).map { Secret($0) }
        totpStep = row["totp_step"]
    }
}
