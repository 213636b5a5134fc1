public import Credentials
internal import GRDB
internal import Messages
public import Payroll
internal import Storage

/// An address with which somebody sets his password; it is handed to him by the one who made it, for there is no mail.
public struct Invitation: Sendable {
    /// Whom it is for.
    public let user: User
    /// What stands in the address; shown once.
    public let token: OpaqueToken
    /// Until when it is good.
    public let ends: Instant

    /// How long one is good.
    public static let validity = Span.hours(24)
}

extension Accounts {
    /// Makes a user for a person of the company, and the address with which he sets his first password.
    public func invite(_ name: String, person: String, by principal: Principal) throws -> Invitation {
        try checkRight(principal)
        guard let name = SignInName(name)?.text else { throw AccessRefusal.badName }
        let person = person.composed
        guard (1...256).contains(person.utf8.count), person.unicodeScalars.allSatisfy({ $0.value >= 32 }) else {
            throw AccessRefusal.badPerson
        }
        let id = UserID(randomness.bytes(16).hex)
        return try write { database in
            if try UserRow.fetch("name", name, database) != nil { throw AccessRefusal.nameTaken(name) }
            if try UserRow.fetch("person", person, database) != nil { throw AccessRefusal.personTaken(person) }
            try database.execute(
                sql: "INSERT INTO users (id, name, person, state, since) VALUES (?, ?, ?, 'invited', ?)",
                arguments: [id.text, name, person, clock().seconds])
            return try invitation(for: id, .password, by: principal, database)
        }
    }

    /// Makes an address with which a user sets a new password, or his first one when the earlier address ran out; that one ends.
    public func resetPassword(of id: UserID, by principal: Principal) throws -> Invitation {
        try checkRight(principal)
        return try write { database in
            let user = try UserRow.fetch(id, database).user
            guard user.state == .invited || user.state == .active else { throw AccessRefusal.wrongState(user.state) }
            return try invitation(for: id, .password, by: principal, database)
        }
    }

    /// Takes a lost second factor from a user; he sets up another at his next sign-in. His sessions end.
    ///
    /// The administrator who has just reset his password does not reset his second factor too: alone he could sign in as him.
    public func resetSecondFactor(of id: UserID, by principal: Principal) throws {
        try checkRight(principal)
        try write { database in
            _ = try UserRow.fetch(id, database)
            try help(id, with: .factor, by: principal, database)
            try database.execute(
                sql: "UPDATE users SET totp = NULL, totp_pending = NULL WHERE id = ?", arguments: [id.text])
            try database.execute(sql: "DELETE FROM recovery_codes WHERE user = ?", arguments: [id.text])
            try endSessions(of: id, database)
        }
    }

    /// Sets a password by an address, once. Whoever was invited is active then; all sessions end.
    ///
    /// - Throws: ``AccessRefusal/linkNotGood`` alike for an address that never was, was used or has run out.
    public func setPassword(_ typed: Secret<String>, by shown: Secret<String>) async throws {
        guard let token = OpaqueToken(.invitation, shown: shown) else { throw AccessRefusal.linkNotGood }
        let user = try read { try invited(by: token, $0) }
        let hash = try await newHash(of: typed, for: user)
        try write { database in
            // Asked again: of two who use one address at once, one comes too late.
            guard try invited(by: token, database).id == user.id else { throw AccessRefusal.linkNotGood }
            try database.execute(sql: "DELETE FROM invitations WHERE user = ?", arguments: [user.id.text])
            try keep(hash, of: user.id, database)
            if user.state == .invited { try setState(of: user.id, .active, database) }
            try endSessions(of: user.id, database)
        }
    }

    /// The hash of a password that the policy takes.
    func newHash(of typed: Secret<String>, for user: User) async throws -> PasswordHash {
        do {
            let password = try PasswordText(typed)
            try policy.check(password, names: [user.name, user.person])
            return try await hasher.hash(password)
        } catch let fault as PasswordFault { throw AccessRefusal.badPassword(fault) } catch is HasherFault {
            throw AccessRefusal.busy
        }
    }

    func keep(_ hash: PasswordHash, of id: UserID, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE users SET password = ? WHERE id = ?", arguments: [hash.kept.revealed, id.text])
    }

    private func invited(by token: OpaqueToken, _ database: Database) throws -> User {
        let id = try String.fetchOne(
            database, sql: "SELECT user FROM invitations WHERE digest = ? AND ends > ?",
            arguments: [token.digest.hex, clock().seconds])
        guard let id else { throw AccessRefusal.linkNotGood }
        let user = try UserRow.fetch(UserID(id), database).user
        guard user.state == .invited || user.state == .active else { throw AccessRefusal.linkNotGood }
        return user
    }

    private func invitation(
        for id: UserID, _ help: Help, by principal: Principal, _ database: Database
    ) throws -> Invitation {
        try self.help(id, with: help, by: principal, database)
        let token = OpaqueToken.draw(.invitation, randomness)
        let ends = clock().adding(Invitation.validity)
        try database.execute(
            sql: "INSERT INTO invitations (digest, user, ends) VALUES (?, ?, ?) ON CONFLICT (user) DO UPDATE SET "
                + "digest = excluded.digest, ends = excluded.ends",
            arguments: [token.digest.hex, id.text, ends.seconds])
        return Invitation(user: try UserRow.fetch(id, database).user, token: token, ends: ends)
    }

    /// What an administrator does for a user who cannot come in.
    private enum Help: String { case password, factor }

    /// Notes who helps; refused to one who has helped with the other half within a week.
    private func help(_ id: UserID, with help: Help, by principal: Principal, _ database: Database) throws {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT helped_by, helped_with, helped_at, totp IS NOT NULL AS enrolled FROM users WHERE id = ?",
            arguments: [id.text])
        if let row, row["helped_by"] == principal.name, row["helped_with"] != "", row["helped_with"] != help.rawValue,
            clock().seconds(since: Instant(seconds: row["helped_at"])) < Span.days(7),
            // Where no factor was set up, there is none to take.
            help == .password || row["enrolled"]
        {
            throw AccessRefusal.secondAdministrator(actor: principal.name)
        }
        try database.execute(
            sql: "UPDATE users SET helped_by = ?, helped_with = ?, helped_at = ? WHERE id = ?",
            arguments: [principal.name, help.rawValue, clock().seconds, id.text])
    }
}
