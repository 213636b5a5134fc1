internal import Credentials
internal import Foundation
internal import GRDB
internal import Storage

extension ServerStore {
    /// The keys of requests and of forms.
    ///
    /// Digests are hexadecimal texts, times whole seconds since 1970 UTC.
    static let keyTables = ErasableDatabase.Version(
        name: "1: keys",
        sql: """
            CREATE TABLE idempotency_keys (digest TEXT PRIMARY KEY, body TEXT NOT NULL, at INTEGER NOT NULL, head INTEGER NOT \
            NULL, state TEXT NOT NULL CHECK (state IN ('running', 'interrupted', 'done')), status INTEGER, type TEXT, \
            location TEXT, answer BLOB) STRICT, WITHOUT ROWID;
            CREATE INDEX idempotency_keys_by_time ON idempotency_keys (at);
            CREATE TABLE form_keys (digest TEXT PRIMARY KEY, at INTEGER NOT NULL, location TEXT NOT NULL) STRICT, WITHOUT \
            ROWID;
            CREATE INDEX form_keys_by_time ON form_keys (at);
            CREATE TABLE server_secrets (name TEXT PRIMARY KEY, secret BLOB NOT NULL) STRICT, WITHOUT ROWID;
            """)
}

/// The key by which a program sends a request more than once and has it carried out once.
struct IdempotencyKey: Sendable, Hashable {
    /// How long it is remembered, in seconds.
    static let validity = Span.hours(24)
    /// The most characters of one.
    static let longest = 255

    /// Of the user, the route and the key: those of one user are nothing to another's.
    let digest: String
    /// Of the address and the body with which it came.
    let body: String

    init(_ key: String, user: String, route: String, address: String, body: String) {
        digest = SHA256Digest.of(Array([user, route, key].joined(separator: "\u{0}").utf8)).hex
        self.body = SHA256Digest.of(Array([address, body].joined(separator: "\u{0}").utf8)).hex
    }

    /// What is known of a key that comes.
    enum Claim: Sendable {
        /// Nothing: the request is carried out.
        case first
        /// The request was being carried out when a server was cut off: whether it was is told by the records after this one.
        case interrupted(head: Int64)
        /// It is being carried out.
        case running
        /// It came with another body.
        case otherBody
        /// It was carried out, with this answer.
        case done(Answer)
    }
}

extension ServerStore {
    /// Claims a key, so that of two who send it at once one is carried out.
    ///
    /// - Parameter head: The last record of the audit chain.
    func claim(_ key: IdempotencyKey, head: Int64, at now: Instant) throws(StorageFailure) -> IdempotencyKey.Claim {
        try database.write { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM idempotency_keys WHERE digest = ? AND at > ?",
                arguments: [key.digest, now.adding(-IdempotencyKey.validity).seconds])
            guard let row else {
                try database.execute(
                    sql: """
                        INSERT INTO idempotency_keys (digest, body, at, head, state) VALUES (?1, ?2, ?3, ?4, 'running')
                        ON CONFLICT (digest) DO UPDATE SET body = ?2, at = ?3, head = ?4, state = 'running'
                        """, arguments: [key.digest, key.body, now.seconds, head])
                return .first
            }
            guard row["body"] == key.body else { return .otherBody }
            switch row["state"] as String {
            case "running": return .running
            case "done": return .done(Self.answer(row))
            default:
                try database.execute(
                    sql: "UPDATE idempotency_keys SET state = 'running' WHERE digest = ?", arguments: [key.digest])
                return .interrupted(head: row["head"])
            }
        }
    }

    private static func answer(_ row: Row) -> Answer {
        let body: Data = row["answer"]
        var answer = Answer(status: row["status"], type: row["type"], bytes: Array(body))
        let location: String? = row["location"]
        if let location { answer.headers.append(("Location", location)) }
        return answer
    }

    /// Notes that a request was carried out, with its answer.
    func finish(_ key: IdempotencyKey, _ answer: Answer) throws(StorageFailure) {
        let location = answer.headers.first { $0.name == "Location" }?.value
        try database.write { database in
            try database.execute(
                sql: """
                    UPDATE idempotency_keys SET state = 'done', status = ?, type = ?, location = ?, answer = ?
                    WHERE digest = ?
                    """,
                arguments: [answer.status, answer.type, location, Data(answer.kept ?? answer.bytes), key.digest])
        }
    }

    /// Notes that it is not known whether a request was carried out: the records tell when it comes again.
    func interrupt(_ key: IdempotencyKey) throws(StorageFailure) {
        try database.write {
            try $0.execute(
                sql: "UPDATE idempotency_keys SET state = 'interrupted' WHERE digest = ?", arguments: [key.digest])
        }
    }

    /// Forgets a key whose request was refused: nothing was done, and it may come again.
    func release(_ key: IdempotencyKey) throws(StorageFailure) {
        try database.write {
            try $0.execute(sql: "DELETE FROM idempotency_keys WHERE digest = ?", arguments: [key.digest])
        }
    }
}

/// The key of a form, by which a second sending is answered like the first and does nothing.
struct FormKey: Sendable, Hashable {
    /// How long it is remembered, in seconds.
    static let validity = Span.hours(24)

    let digest: String

    init(_ key: String, of person: String) {
        digest = SHA256Digest.of(Array((person + "\u{0}" + key).utf8)).hex
    }
}

extension ServerStore {
    /// Where the first sending of a form led; `nil` for a first one.
    func location(of key: FormKey) throws(StorageFailure) -> String? {
        try database.read {
            try String.fetchOne(
                $0, sql: "SELECT location FROM form_keys WHERE digest = ?", arguments: [key.digest])
        }
    }

    /// Remembers where a sending led.
    func note(_ key: FormKey, _ location: String, at now: Instant) throws(StorageFailure) {
        try database.write {
            try $0.execute(
                sql: "INSERT OR IGNORE INTO form_keys (digest, at, location) VALUES (?, ?, ?)",
                arguments: [key.digest, now.seconds, location])
        }
    }

    /// A secret of the server under a name, drawn when it is first asked for.
    func secret(_ name: String) throws(StorageFailure) -> [UInt8] {
        try database.write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO server_secrets (name, secret) VALUES (?, ?)",
                arguments: [name, Data(randomness.bytes(32))])
            let secret = try Data.fetchOne(
                database, sql: "SELECT secret FROM server_secrets WHERE name = ?", arguments: [name])
            return Array(secret ?? Data())
        }
    }
}
