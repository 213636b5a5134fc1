internal import Credentials
internal import GRDB
internal import Pages
internal import Storage

extension ServerStore {
    /// Work that goes on aside.
    static let jobTables = ErasableDatabase.Version(
        name: "1: jobs",
        sql: """
            CREATE TABLE jobs (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, subject TEXT NOT NULL, user TEXT \
            NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('working', 'done', 'failed', 'interrupted')), \
            ended INTEGER, result TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT '', ru TEXT NOT NULL DEFAULT '', en \
            TEXT NOT NULL DEFAULT '') STRICT;
            CREATE INDEX jobs_by_time ON jobs (at);
            """)
}

/// Work that goes on aside: whoever began it asks how far it has come.
struct Job: Sendable, Hashable {
    /// How long it is remembered, in seconds.
    static let validity = Span.days(30)

    /// How far one has come.
    enum State: String, Sendable, Hashable, CaseIterable {
        case working
        case done
        case failed
        /// The server ended meanwhile; nothing of it was written.
        case interrupted
    }

    /// What can be done aside.
    enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A pay period is calculated.
        case run
        /// What would be paid is worked out.
        case whatIf = "what_if"
    }

    var number: Int64
    var kind: Kind
    /// What it is done with: the period; empty for all of them.
    var subject: String
    /// Who began it.
    var user: String
    var began: Instant
    var state: State
    var ended: Instant?
    /// What came of it: the identifier of the run, or the answer as JSON. Empty while nothing has.
    var result: String
    /// Why it failed: a code and its text. Empty where it did not.
    var code: String
    var ru: String
    var en: String
}

extension ServerStore {
    /// Notes that work begins, and tells its number.
    func begin(_ kind: Job.Kind, _ subject: String, by user: String, at now: Instant) throws(StorageFailure) -> Int64 {
        try database.write { database in
            try database.execute(
                sql: "INSERT INTO jobs (kind, subject, user, at, state) VALUES (?, ?, ?, ?, 'working')",
                arguments: [kind.rawValue, subject, user, now.seconds])
            return database.lastInsertedRowID
        }
    }

    /// Notes that work is done.
    func finish(_ number: Int64, result: String, at now: Instant) throws(StorageFailure) {
        try database.write {
            try $0.execute(
                sql: "UPDATE jobs SET state = 'done', ended = ?, result = ? WHERE number = ?",
                arguments: [now.seconds, result, number])
        }
    }

    /// Notes that work has failed, and why.
    func fail(_ number: Int64, _ problem: Problem, at now: Instant) throws(StorageFailure) {
        try database.write {
            try $0.execute(
                sql: "UPDATE jobs SET state = 'failed', ended = ?, code = ?, ru = ?, en = ? WHERE number = ?",
                arguments: [now.seconds, problem.code, problem.text.ru, problem.text.en, number])
        }
    }

    /// The work of a number; `nil` when there is none, or it is long over.
    func job(_ number: Int64) throws(StorageFailure) -> Job? {
        try database.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM jobs WHERE number = ?", arguments: [number]).flatMap(
                Job.init)
        }
    }
}

extension Job {
    /// As it is kept; `nil` for a kind that this program does not know.
    fileprivate init?(_ row: Row) {
        guard let kind = Kind(rawValue: row["kind"]), let state = State(rawValue: row["state"]) else { return nil }
        let ended: Int64? = row["ended"]
        self.init(
            number: row["number"], kind: kind, subject: row["subject"], user: row["user"],
            began: Instant(seconds: row["at"]), state: state, ended: ended.map { Instant(seconds: $0) },
            result: row["result"], code: row["code"], ru: row["ru"], en: row["en"])
    }
}
