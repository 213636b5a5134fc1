public import Credentials
internal import GRDB
internal import Storage

/// What proves the second factor.
public enum Proof: Sendable {
    /// Six digits of an authenticator program.
    case code(Secret<String>)
    /// A code on paper.
    case recovery(Secret<String>)
}

/// An authenticator program that has just been set up.
public struct Enrolment: Sendable {
    /// The session, signed in.
    public let opened: OpenedSession
    /// Ten codes for the day when the telephone is lost; shown once.
    public let recoveryCodes: [RecoveryCode]
}

extension Accounts {
    /// Takes the second factor: finishes signing in, or freshens it before a money step. The session gets another secret.
    public func prove(_ proof: Proof, _ shown: Secret<String>, at place: Place) throws -> OpenedSession {
        let opened = try session(shown, isActivity: false)
        guard opened.session.standing != .awaitsEnrolment else { throw AccessRefusal.enrolmentNeeded }
        let id = opened.session.user
        let subject = codeSubject(of: id)
        try write { try beginTry([subject], $0) }
        return try write { database in
            _ = try session(opened.token, database)
            let row = try UserRow.fetch(id, database)
            switch proof {
            case .code(let typed): try take(typed, row, sealed: row.totp, database)
            case .recovery(let typed): try take(recovery: typed, of: id, database)
            }
            try endTry([subject], wasRight: true, database)
            let pair = try subjects(name: row.user.name, user: id, at: place, database)[0]
            try remember(pair, database)
            return try rotate(opened.token, hasProved: true, database)
        }
    }

    /// Draws a key for an authenticator program; it counts once a code of it was given.
    ///
    /// Whoever has a second factor already needs a fresh code of it.
    public func beginEnrolment(_ shown: Secret<String>) throws -> TOTPKey {
        let opened = try enrolling(shown)
        let drawn = TOTPKey.draw(randomness)
        let id = opened.session.user
        let sealed = key.seal(drawn.bytes.revealed, for: Array(id.text.utf8), randomness).hex
        try write {
            try $0.execute(sql: "UPDATE users SET totp_pending = ? WHERE id = ?", arguments: [sealed, id.text])
        }
        return drawn
    }

    /// Sets the authenticator program up by a first code of it; the codes on paper are made anew, and all other sessions end.
    public func finishEnrolment(_ typed: Secret<String>, _ shown: Secret<String>) throws -> Enrolment {
        let opened = try enrolling(shown)
        let id = opened.session.user
        let subject = codeSubject(of: id)
        try write { try beginTry([subject], $0) }
        return try write { database in
            _ = try session(opened.token, database)
            let row = try UserRow.fetch(id, database)
            try database.execute(sql: "UPDATE users SET totp_step = -1 WHERE id = ?", arguments: [id.text])
            try take(typed, row, sealed: row.totpPending, after: -1, database)
            try database.execute(
                sql: "UPDATE users SET totp = totp_pending, totp_pending = NULL WHERE id = ?", arguments: [id.text])
            try endTry([subject], wasRight: true, database)
            let codes = try newRecoveryCodes(of: id, database)
            let rotated = try rotate(opened.token, hasProved: true, database)
            try endSessions(of: id, except: rotated.token.digest.hex, database)
            return Enrolment(opened: rotated, recoveryCodes: codes)
        }
    }

    /// Makes the codes on paper anew; the earlier ones are good no longer.
    public func newRecoveryCodes(_ shown: Secret<String>) throws -> [RecoveryCode] {
        let opened = try freshSession(shown)
        return try write { try newRecoveryCodes(of: opened.session.user, $0) }
    }

    private func enrolling(_ shown: Secret<String>) throws -> OpenedSession {
        let opened = try session(shown, isActivity: false)
        return opened.session.standing == .awaitsEnrolment ? opened : try freshSession(shown)
    }

    private func take(
        _ typed: Secret<String>, _ row: UserRow, sealed: Secret<String>?, after last: Int64? = nil, _ database: Database
    ) throws {
        let id = row.user.id.text
        guard let sealed, let bytes = [UInt8](hex: sealed.revealed), let opened = key.open(bytes, for: Array(id.utf8))
        else { throw AccessRefusal.noSecondFactor }
        guard let step = TOTPKey(kept: opened).step(of: typed, at: clock(), after: last ?? row.totpStep) else {
            throw AccessRefusal.wrongCode
        }
        try database.execute(sql: "UPDATE users SET totp_step = ? WHERE id = ?", arguments: [step, id])
    }

    private func take(recovery typed: Secret<String>, of id: UserID, _ database: Database) throws {
        guard let code = RecoveryCode(typed: typed) else { throw AccessRefusal.wrongCode }
        try database.execute(
            sql: "DELETE FROM recovery_codes WHERE digest = ? AND user = ?", arguments: [code.digest.hex, id.text])
        guard database.changesCount == 1 else { throw AccessRefusal.wrongCode }
    }

    private func newRecoveryCodes(of id: UserID, _ database: Database) throws -> [RecoveryCode] {
        try database.execute(sql: "DELETE FROM recovery_codes WHERE user = ?", arguments: [id.text])
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.draw(randomness) }
        for code in codes {
            try database.execute(
                sql: "INSERT INTO recovery_codes (digest, user) VALUES (?, ?)", arguments: [code.digest.hex, id.text])
        }
        return codes
    }
}
