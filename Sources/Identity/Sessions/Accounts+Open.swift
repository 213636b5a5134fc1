internal import GRDB

extension Accounts {
    /// Of some sessions, as the list of sessions calls them, those that are signed in still. Asking keeps none of them open.
    public func open(_ handles: Set<String>) throws -> Set<String> {
        let now = clock()
        return try read { database in
            try handles.filter { handle in
                let row = try Row.fetchOne(
                    database, sql: "\(Session.columns) WHERE sessions.handle = ?", arguments: [handle])
                guard let session = row.map({ Session($0, limits) }) else { return false }
                return session.standing == .open && now < session.ends
            }
        }
    }
}
