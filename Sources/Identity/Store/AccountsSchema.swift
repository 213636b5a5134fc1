internal import Storage

/// The tables of who signs in. Once released, a version stays as it is and another one follows it.
///
/// Digests and identifiers are hexadecimal texts, times whole seconds since 1970 UTC. Everything about a user goes with his row.
enum AccountsSchema {
    /// Marks the file: "STID".
    static let applicationID: Int32 = 0x5354_4944

    static let versions = [first]

    private static let first = ErasableDatabase.Version(
        name: "1: accounts",
        sql: """
            CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, person TEXT NOT NULL UNIQUE, state TEXT \
            NOT NULL CHECK (state IN ('invited', 'active', 'locked', 'left')), since INTEGER NOT NULL, password TEXT, totp \
            TEXT, totp_step INTEGER NOT NULL DEFAULT -1, totp_pending TEXT, helped_by TEXT NOT NULL DEFAULT '', helped_with \
            TEXT NOT NULL DEFAULT '', helped_at INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
            CREATE TABLE recovery_codes (digest TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE) \
            STRICT, WITHOUT ROWID;
            CREATE INDEX recovery_codes_of_users ON recovery_codes (user);
            CREATE TABLE invitations (digest TEXT PRIMARY KEY, user TEXT NOT NULL UNIQUE REFERENCES users ON DELETE \
            CASCADE, ends INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            CREATE TABLE sessions (digest TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE, handle \
            TEXT NOT NULL UNIQUE, made INTEGER NOT NULL, seen INTEGER NOT NULL, factor INTEGER, address TEXT NOT NULL, \
            agent TEXT NOT NULL) STRICT, WITHOUT ROWID;
            CREATE INDEX sessions_of_users ON sessions (user);
            CREATE TABLE tokens (digest TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE, handle \
            TEXT NOT NULL UNIQUE, name TEXT NOT NULL, scopes TEXT NOT NULL, made INTEGER NOT NULL, ends INTEGER NOT NULL, \
            used INTEGER) STRICT, WITHOUT ROWID;
            CREATE INDEX tokens_of_users ON tokens (user);
            CREATE TABLE guesses (subject TEXT PRIMARY KEY, user TEXT REFERENCES users ON DELETE CASCADE, failures INTEGER \
            NOT NULL, last INTEGER NOT NULL, known_until INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
            CREATE INDEX guesses_of_users ON guesses (user);
            """)
}
