internal import Credentials
internal import GRDB
internal import Storage

/// What guesses are counted for; the name and the address themselves are not kept, only what the server's key makes of them.
struct GuessSubject {
    let key: String
    let throttle: Throttle
    let user: UserID?
}

extension Accounts {
    /// The subjects of a sign-in: the user from here, the user from elsewhere, the address.
    ///
    /// From where a user has signed in before, strangers do not make him wait.
    func subjects(name: String, user: UserID?, at place: Place, _ database: Database) throws -> [GuessSubject] {
        let pair = subject("\(name)\u{0}\(place.address)", "pair", .user, user)
        let known = try Int64.fetchOne(
            database, sql: "SELECT known_until FROM guesses WHERE subject = ?", arguments: [pair.key])
        let isKnown = (known ?? 0) > clock().seconds
        let strangers = isKnown ? [] : [subject(name, "strangers", .strangers, user)]
        return [pair] + strangers + [subject(place.address, "address", .address, nil)]
    }

    /// The subject of a code: whoever gives one knows the password.
    func codeSubject(of id: UserID) -> GuessSubject { subject(id.text, "code", .user, id) }

    /// Counts a try as wrong before it is looked at, so that of many at once no more are looked at than one after the other.
    ///
    /// - Throws: ``AccessRefusal/tooManyTries(until:)``; then nothing is counted.
    func beginTry(_ subjects: [GuessSubject], _ database: Database) throws {
        let now = clock()
        let known = try subjects.map { try guesses($0, database) }
        let openings = zip(subjects, known).compactMap { $1.opens($0.throttle, at: now) }
        if let opening = openings.max() { throw AccessRefusal.tooManyTries(until: opening) }
        for (subject, guesses) in zip(subjects, known) {
            let next = guesses.failed(subject.throttle, at: now)
            try database.execute(
                sql: """
                    INSERT INTO guesses (subject, user, failures, last) VALUES (?, ?, ?, ?)
                    ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last = excluded.last
                    """, arguments: [subject.key, subject.user?.text, next.failures, next.last.seconds])
        }
    }

    /// A try that was right, or was not looked at after all: the address loses one count, the others all of theirs when it was right.
    func endTry(_ subjects: [GuessSubject], wasRight: Bool, _ database: Database) throws {
        for subject in subjects {
            // Whoever has an account of his own must not clean his address with it.
            let clears = wasRight && subject.user != nil
            try database.execute(
                sql: "UPDATE guesses SET failures = CASE WHEN ? THEN 0 ELSE max(0, failures - 1) END WHERE subject = ?",
                arguments: [clears, subject.key])
        }
    }

    /// Remembers for 90 days that a user has signed in from here.
    func remember(_ pair: GuessSubject, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE guesses SET known_until = ? WHERE subject = ?",
            arguments: [clock().adding(Span.days(90)).seconds, pair.key])
    }

    private func guesses(_ subject: GuessSubject, _ database: Database) throws -> Guesses {
        let row = try Row.fetchOne(
            database, sql: "SELECT failures, last FROM guesses WHERE subject = ?", arguments: [subject.key])
        return row.map { Guesses(failures: $0["failures"], last: Instant(seconds: $0["last"])) } ?? .none
    }

    private func subject(_ text: String, _ purpose: String, _ throttle: Throttle, _ user: UserID?) -> GuessSubject {
        GuessSubject(
            key: key.blurred(Array(text.utf8), for: "stimul guesses \(purpose)").hex, throttle: throttle, user: user)
    }
}
