internal import Credentials
internal import GRDB
internal import Messages
public import Payroll
internal import Storage

extension Accounts {
    /// Everybody, by name.
    public func users() throws -> [User] {
        try read { database in
            try Row.fetchAll(database, sql: "\(UserRow.columns) ORDER BY name").compactMap { UserRow($0)?.user }
        }
    }

    /// A user.
    public func user(_ id: UserID) throws -> User { try read { try UserRow.fetch(id, $0).user } }

    /// The user that a person of the company is; nil when he signs in nowhere.
    public func user(person: String) throws -> User? {
        try read { try UserRow.fetch("person", person.composed, $0)?.user }
    }

    /// Keeps a user out until he is let in again; his sessions end.
    public func lock(_ id: UserID, by principal: Principal) throws {
        try move(id, by: principal, from: [.active], to: .locked)
    }

    /// Lets a user in again that was kept out.
    public func unlock(_ id: UserID, by principal: Principal) throws {
        try move(id, by: principal, from: [.locked], to: .active)
    }

    /// Ends all of a user's sessions, by an administrator.
    public func endSessions(of id: UserID, by principal: Principal) throws {
        try checkRight(principal)
        try write { database in
            _ = try UserRow.fetch(id, database)
            try endSessions(of: id, database)
        }
    }

    /// Ends a user's access for good: his sessions, tokens and addresses end.
    public func leave(_ id: UserID, by principal: Principal) throws {
        try move(id, by: principal, from: [.invited, .active, .locked], to: .left)
        try write { database in
            for table in ["tokens", "invitations", "recovery_codes"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE user = ?", arguments: [id.text])
            }
        }
    }

    /// Erases a user who has left or never came: nothing of him is in the file afterwards.
    ///
    /// Grants under the audit chain go on naming his random identifier and the person of the company.
    public func erase(_ id: UserID, by principal: Principal) throws {
        try checkRight(principal)
        try write { database in
            let user = try UserRow.fetch(id, database).user
            guard user.state == .left || user.state == .invited else { throw AccessRefusal.wrongState(user.state) }
            try database.execute(sql: "DELETE FROM users WHERE id = ?", arguments: [id.text])
        }
        try database.rewrite()
    }

    func checkRight(_ principal: Principal) throws {
        guard principal.may(.grantRights) else { throw AccessRefusal.notAllowed(actor: principal.name) }
    }

    private func move(_ id: UserID, by principal: Principal, from: Set<User.State>, to state: User.State) throws {
        try checkRight(principal)
        try write { database in
            let user = try UserRow.fetch(id, database).user
            // Nobody keeps himself out: the last administrator were gone with him.
            if principal.isPaid(as: user.person) { throw AccessRefusal.ownAccess(actor: principal.name) }
            guard from.contains(user.state) else { throw AccessRefusal.wrongState(user.state) }
            try setState(of: id, state, database)
            if state != .active { try endSessions(of: id, database) }
        }
    }

    func setState(of id: UserID, _ state: User.State, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE users SET state = ?, since = ? WHERE id = ?",
            arguments: [state.rawValue, clock().seconds, id.text])
    }

    func endSessions(of id: UserID, except digest: String = "", _ database: Database) throws {
        try database.execute(
            sql: "DELETE FROM sessions WHERE user = ? AND digest <> ?", arguments: [id.text, digest])
    }
}
