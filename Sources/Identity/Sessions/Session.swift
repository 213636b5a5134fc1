public import Credentials
internal import GRDB

/// Where a request comes from, as the list of sessions shows it.
public struct Place: Hashable, Sendable {
    /// The address.
    public let address: String
    /// What the browser calls itself.
    public let agent: String

    /// A place; of each text what can be seen, 200 characters at most.
    public init(address: String, agent: String) {
        self.address = Self.seen(address)
        self.agent = Self.seen(agent)
    }

    private static func seen(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(200).filter {
            $0.properties.generalCategory != .control && !$0.properties.isDefaultIgnorableCodePoint
        }
        return String(String.UnicodeScalarView(scalars))
    }
}

/// Somebody's being signed in, in one browser.
public struct Session: Hashable, Sendable {
    /// How far signing in has come.
    public enum Standing: String, Hashable, Sendable {
        /// The password was right, the code is still to come.
        case awaitsCode
        /// The password was right, and there is no second factor yet: it is set up before anything else.
        case awaitsEnrolment
        /// Signed in.
        case open
    }

    /// What it is called in the list; no secret.
    public let handle: String
    /// Who.
    public let user: UserID
    /// Who he is in the company.
    public let person: String
    /// How far signing in has come.
    public let standing: Standing
    /// Since when.
    public let made: Instant
    /// When it was last used, to the minute.
    public let seen: Instant
    /// When a code was last given.
    public let factor: Instant?
    /// When it ends if it is not used.
    public let ends: Instant
    /// From where.
    public let place: Place
}

/// A session with the secret that the browser holds.
public struct OpenedSession: Sendable {
    /// The secret, for a cookie.
    public let token: OpaqueToken
    /// What it opens.
    public let session: Session
}

extension Session {
    /// How often use is written down, so that not every request writes.
    static let seenEvery = Span.minutes(1)

    static let columns = """
        SELECT sessions.*, users.person, users.totp IS NOT NULL AS enrolled FROM sessions JOIN users ON users.id = \
        sessions.user AND users.state = 'active'
        """

    init(_ row: Row, _ limits: SessionLimits) {
        let factor: Int64? = row["factor"]
        let isEnrolled: Bool = row["enrolled"]
        handle = row["handle"]
        user = UserID(row["user"])
        person = row["person"]
        standing = !isEnrolled ? .awaitsEnrolment : factor == nil ? .awaitsCode : .open
        made = Instant(seconds: row["made"])
        seen = Instant(seconds: row["seen"])
        self.factor = factor.map { Instant(seconds: $0) }
        ends =
            standing == .open
            ? min(made.adding(limits.absolute), seen.adding(limits.idle)) : made.adding(limits.unfinished)
        place = Place(address: row["address"], agent: row["agent"])
    }
}
