public import Credentials
internal import GRDB
internal import Storage

extension Accounts {
    /// Signs in with a password; the session that begins awaits the code of the second factor.
    ///
    /// An unknown name, a wrong password and a user who has not come yet are answered alike and after the same work. Only a right
    /// password learns that access has ended.
    ///
    /// - Parameter earlier: The session that the browser had before, which ends.
    public func signIn(
        _ name: String, _ typed: Secret<String>, at place: Place, replacing earlier: Secret<String>? = nil
    ) async throws -> OpenedSession {
        // What is no name is counted as the empty one, which nobody has.
        let name = SignInName(name)?.text ?? ""
        let (row, subjects) = try begin(name, at: place)
        let password = try? PasswordText(typed)
        let hash = row?.password.flatMap { PasswordHash(kept: $0.revealed) }
        let fits: Bool
        do { fits = try await hasher.verify(password ?? .nobodys, hash) } catch {
            try write { try endTry(subjects, wasRight: false, $0) }
            throw AccessRefusal.busy
        }
        guard fits, let password, let hash, let row else { throw AccessRefusal.wrongCredentials }
        guard row.user.state == .active else { throw AccessRefusal.accessEnded(row.user.state, since: row.user.since) }
        let stronger = await stronger(than: hash, password)
        if let earlier { try signOut(earlier) }
        return try write { database in
            // Something may have happened to the user while the hash was made.
            let current = try UserRow.fetch(row.user.id, database)
            guard current.user.state == .active, current.password?.revealed == row.password?.revealed else {
                throw AccessRefusal.wrongCredentials
            }
            try endTry(subjects, wasRight: true, database)
            if let stronger { try keep(stronger, of: row.user.id, database) }
            return try beginSession(of: row.user.id, at: place, database)
        }
    }

    /// Sets another password; the old one is asked for, and all other sessions end.
    public func changePassword(
        _ shown: Secret<String>, from old: Secret<String>, to new: Secret<String>
    ) async throws -> OpenedSession {
        let opened = try freshSession(shown)
        let id = opened.session.user
        let subject = codeSubject(of: id)
        let row = try write { database in
            try beginTry([subject], database)
            return try UserRow.fetch(id, database)
        }
        let fits: Bool
        do {
            fits = try await hasher.verify(
                (try? PasswordText(old)) ?? .nobodys, row.password.flatMap { PasswordHash(kept: $0.revealed) })
        } catch {
            try write { try endTry([subject], wasRight: false, $0) }
            throw AccessRefusal.busy
        }
        guard fits else { throw AccessRefusal.wrongPassword }
        try write { try endTry([subject], wasRight: true, $0) }
        let hash = try await newHash(of: new, for: row.user)
        return try write { database in
            _ = try session(opened.token, database)
            try keep(hash, of: id, database)
            let rotated = try rotate(opened.token, hasProved: false, database)
            try endSessions(of: id, except: rotated.token.digest.hex, database)
            return rotated
        }
    }

    private func begin(_ name: String, at place: Place) throws -> (UserRow?, [GuessSubject]) {
        try write { database in
            let row = try UserRow.fetch("name", name, database)
            let subjects = try subjects(name: name, user: row?.user.id, at: place, database)
            try beginTry(subjects, database)
            return (row, subjects)
        }
    }

    /// The hash by the parameters of now, where the one that is kept cost less; nil where it does not, or there is no room for it now.
    private func stronger(than hash: PasswordHash, _ password: PasswordText) async -> PasswordHash? {
        guard hash.parameters.isWeaker(than: hasher.parameters) else { return nil }
        return try? await hasher.hash(password)
    }
}
