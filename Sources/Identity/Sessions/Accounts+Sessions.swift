public import Credentials
internal import GRDB
internal import Storage

extension Accounts {
    /// The session of a secret, and notes that it is used.
    ///
    /// - Parameter isActivity: False for what a page asks by itself, such as a feed: that keeps no session open.
    /// - Throws: ``AccessRefusal/noSession`` alike for one that never was, was ended, has run out, or whose user is kept out.
    public func session(_ shown: Secret<String>, isActivity: Bool = true) throws -> OpenedSession {
        guard let token = OpaqueToken(.session, shown: shown) else { throw AccessRefusal.noSession }
        let session = try read { try self.session(token, $0) }
        let now = clock()
        guard isActivity, now.seconds(since: session.seen) >= Session.seenEvery else {
            return OpenedSession(token: token, session: session)
        }
        return try write { database in
            _ = try self.session(token, database)
            try database.execute(
                sql: "UPDATE sessions SET seen = ? WHERE digest = ?", arguments: [now.seconds, token.digest.hex])
            return OpenedSession(token: token, session: try self.session(token, database))
        }
    }

    /// The session of a secret, which must be signed in wholly.
    public func openSession(_ shown: Secret<String>, isActivity: Bool = true) throws -> OpenedSession {
        let opened = try session(shown, isActivity: isActivity)
        switch opened.session.standing {
        case .open: return opened
        case .awaitsCode: throw AccessRefusal.codeNeeded
        case .awaitsEnrolment: throw AccessRefusal.enrolmentNeeded
        }
    }

    /// The session of a secret, which must have had a code of the second factor just now: for money steps and for what changes who comes in.
    public func freshSession(_ shown: Secret<String>) throws -> OpenedSession {
        let opened = try openSession(shown)
        guard let factor = opened.session.factor, clock().seconds(since: factor) < limits.fresh else {
            throw AccessRefusal.freshCodeNeeded
        }
        return opened
    }

    /// A user's sessions, the one used last first.
    public func sessions(of id: UserID) throws -> [Session] {
        try read { database in
            try Row.fetchAll(
                database, sql: "\(Session.columns) WHERE sessions.user = ? ORDER BY seen DESC, made DESC, handle",
                arguments: [id.text]
            ).map { Session($0, limits) }.filter { $0.ends > clock() }
        }
    }

    /// Ends a session; one that is not there is ended already.
    public func signOut(_ shown: Secret<String>) throws {
        guard let token = OpaqueToken(.session, shown: shown) else { return }
        try write { try $0.execute(sql: "DELETE FROM sessions WHERE digest = ?", arguments: [token.digest.hex]) }
    }

    /// Ends one of a user's sessions, as the list names it.
    public func end(_ handle: String, of id: UserID) throws {
        try write { database in
            try database.execute(
                sql: "DELETE FROM sessions WHERE handle = ? AND user = ?", arguments: [handle, id.text])
        }
    }

    /// Ends all of a user's sessions: everywhere, this browser too.
    public func signOutEverywhere(_ id: UserID) throws { try write { try endSessions(of: id, $0) } }

    /// Removes what has run out: sessions, addresses, tokens, and guesses that are forgotten.
    public func tidy() throws {
        let now = clock()
        try write { database in
            try database.execute(
                sql: "DELETE FROM sessions WHERE made <= ? OR seen <= ? OR factor IS NULL AND made <= ?",
                arguments: [
                    now.adding(-limits.absolute).seconds, now.adding(-limits.idle).seconds,
                    now.adding(-limits.unfinished).seconds,
                ])
            for table in ["invitations", "tokens"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE ends <= ?", arguments: [now.seconds])
            }
            try database.execute(
                sql: "DELETE FROM guesses WHERE last <= ? AND known_until <= ?",
                arguments: [now.adding(-Span.days(1)).seconds, now.seconds])
        }
    }

    // MARK: Below

    /// The session of a token that lasts still.
    func session(_ token: OpaqueToken, _ database: Database) throws -> Session {
        let row = try Row.fetchOne(
            database, sql: "\(Session.columns) WHERE sessions.digest = ?", arguments: [token.digest.hex])
        guard let row else { throw AccessRefusal.noSession }
        let session = Session(row, limits)
        // One that was made later than now comes from a clock that was set back; it is not trusted.
        guard clock() < session.ends, session.made <= clock() else { throw AccessRefusal.noSession }
        return session
    }

    /// Begins a session; those beyond the limit end.
    func beginSession(of id: UserID, at place: Place, _ database: Database) throws -> OpenedSession {
        try database.execute(
            sql: """
                DELETE FROM sessions WHERE user = ?1 AND digest NOT IN
                    (SELECT digest FROM sessions WHERE user = ?1 ORDER BY seen DESC, made DESC LIMIT ?2)
                """, arguments: [id.text, max(0, limits.atOnce - 1)])
        let now = clock().seconds
        let token = OpaqueToken.draw(.session, randomness)
        try database.execute(
            sql: "INSERT INTO sessions (digest, user, handle, made, seen, address, agent) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                token.digest.hex, id.text, randomness.bytes(8).hex, now, now, place.address, place.agent,
            ])
        return OpenedSession(token: token, session: try session(token, database))
    }

    /// Gives a session another secret, so that whoever knew the first has nothing; with the time of a code that was just given.
    func rotate(_ token: OpaqueToken, hasProved: Bool, _ database: Database) throws -> OpenedSession {
        let next = OpaqueToken.draw(.session, randomness)
        let now = clock().seconds
        try database.execute(
            sql:
                "UPDATE sessions SET digest = ?, seen = ?, factor = CASE WHEN ? THEN ? ELSE factor END WHERE digest = ?",
            arguments: [next.digest.hex, now, hasProved, now, token.digest.hex])
        return OpenedSession(token: next, session: try session(next, database))
    }
}
