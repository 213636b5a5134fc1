public import Credentials
internal import GRDB
public import Payroll
internal import Storage

extension Accounts {
    /// Makes a token for a program; it takes a fresh code, since whoever has it comes in without one.
    ///
    /// - Parameters:
    ///   - name: What its owner calls it.
    ///   - scopes: What it may do.
    ///   - ends: Until when, a year ahead at most.
    ///   - rights: What its owner may do now.
    public func issueToken(
        _ name: String, scopes: Set<Right>, until ends: Instant, rights: Rights, _ shown: Secret<String>
    ) throws -> IssuedToken {
        try issueToken(name, for: try freshSession(shown).session.user, scopes, until: ends, rights)
    }

    /// Makes a token for a program in the name of a user; whoever grants rights may, and none that the user has not.
    ///
    /// - Parameter rights: What the user may do now.
    public func issueToken(
        _ name: String, to user: User, scopes: Set<Right>, until ends: Instant, rights: Rights, by principal: Principal
    ) throws -> IssuedToken {
        guard principal.may(.grantRights) else { throw AccessRefusal.notAllowed(actor: principal.name) }
        guard user.state == .active else { throw AccessRefusal.wrongState(user.state) }
        return try issueToken(name, for: user.id, scopes, until: ends, rights)
    }

    private func issueToken(
        _ name: String, for owner: UserID, _ scopes: Set<Right>, until ends: Instant, _ rights: Rights
    ) throws -> IssuedToken {
        let now = clock()
        guard ends > now, ends.seconds(since: now) <= AccessToken.longest else { throw AccessRefusal.badExpiry }
        guard (1...100).contains(name.unicodeScalars.count), name.contains(where: { !$0.isWhitespace }),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw AccessRefusal.badTokenName }
        guard !scopes.isEmpty else { throw AccessRefusal.noScopes }
        if let beyond = scopes.filter({ rights[$0] == nil }).map(\.rawValue).min() {
            throw AccessRefusal.beyondRights(beyond)
        }
        let token = OpaqueToken.draw(.access, randomness)
        return try write { database in
            try database.execute(
                sql: "INSERT INTO tokens (digest, user, handle, name, scopes, made, ends) VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    token.digest.hex, owner.text, randomness.bytes(8).hex, name,
                    scopes.map(\.rawValue).sorted().joined(separator: " "), now.seconds, ends.seconds,
                ])
            return IssuedToken(token: token, access: try access(token, database))
        }
    }

    /// The access of a secret, and notes that it is used.
    ///
    /// - Throws: ``AccessRefusal/noSuchToken`` alike for one that never was, was ended, has run out, or whose owner is kept out.
    public func access(_ shown: Secret<String>) throws -> AccessToken {
        guard let token = OpaqueToken(.access, shown: shown) else { throw AccessRefusal.noSuchToken }
        let access = try read { try self.access(token, $0) }
        let now = clock()
        if let used = access.used, now.seconds(since: used) < Session.seenEvery { return access }
        return try write { database in
            try database.execute(
                sql: "UPDATE tokens SET used = ? WHERE digest = ?", arguments: [now.seconds, token.digest.hex])
            // What is known is from before.
            known.forgetAll()
            return try self.access(token, database)
        }
    }

    /// A user's tokens, the newest first.
    public func tokens(of id: UserID) throws -> [AccessToken] {
        try read { database in
            try Row.fetchAll(
                database, sql: "\(AccessToken.columns) WHERE tokens.user = ? ORDER BY made DESC, handle",
                arguments: [id.text]
            ).map { AccessToken($0) }
        }
    }

    /// Ends one of a user's tokens, as the list names it.
    public func endToken(_ handle: String, of id: UserID) throws {
        try write { database in
            try database.execute(sql: "DELETE FROM tokens WHERE handle = ? AND user = ?", arguments: [handle, id.text])
        }
    }

    private func access(_ token: OpaqueToken, _ database: Database) throws -> AccessToken {
        let digest = token.digest.hex
        if let known = try known.token(digest, database), known.ends > clock() { return known }
        let row = try Row.fetchOne(
            database, sql: "\(AccessToken.columns) WHERE tokens.digest = ? AND tokens.ends > ?",
            arguments: [digest, clock().seconds])
        guard let row else { throw AccessRefusal.noSuchToken }
        let access = AccessToken(row)
        known.note(access, digest)
        return access
    }
}
