internal import Accounts
internal import Foundation
internal import GRDB
internal import Periods

/// A note as its row has it, with the key of what the chain keeps of it.
struct NoteRow {
    let note: PersonalNote
    let commitment: [UInt8]

    init?(_ row: Row) {
        guard let purpose = Consent.Purpose(rawValue: row["purpose"]),
            let sight = PersonalNote.Sight(words: row["visible_to"]),
            let madeOn = CivilDay(parsing: row["made_on"] as String)
        else { return nil }
        note = PersonalNote(
            key: row["key"], contact: Key(row["contact"]), purpose: purpose, sight: sight, author: Key(row["author"]),
            madeOn: madeOn, text: row["text"])
        commitment = [UInt8](row["commitment"] as Data)
    }

    static func all(in database: Database, of contact: Key<Contact>? = nil) throws -> [NoteRow] {
        let (condition, arguments) = Self.condition(contact)
        return try Row.fetchAll(
            database, sql: "SELECT * FROM notes \(condition) ORDER BY made_on, key", arguments: arguments
        ).compactMap(NoteRow.init)
    }

    static func condition(_ contact: Key<Contact>?) -> (String, StatementArguments) {
        contact.map { ("WHERE contact = ?", [$0.text]) } ?? ("", [])
    }
}

/// A consent as its row has it.
struct ConsentRow {
    let consent: Consent

    init?(_ row: Row) {
        guard let purpose = Consent.Purpose(rawValue: row["purpose"]),
            let given = CivilDay(parsing: row["given_on"] as String),
            let until = CivilDay(parsing: row["until"] as String),
            let consent = try? Consent(
                Key(row["key"]), of: Key(row["contact"]), for: purpose, given: given, until: until,
                proof: row["proof"], author: Key(row["author"]))
        else { return nil }
        self.consent = consent
    }

    static func all(in database: Database, of contact: Key<Contact>? = nil) throws -> [Consent] {
        let (condition, arguments) = NoteRow.condition(contact)
        return try Row.fetchAll(
            database, sql: "SELECT * FROM consents \(condition) ORDER BY given_on, key", arguments: arguments
        ).compactMap { ConsentRow($0)?.consent }
    }
}

/// Which consents of a contact hold: those given here, and those of the company's table that were not taken back here since.
struct StandingConsents {
    private let consents: [Consent]

    init(of contact: Key<Contact>, in database: Database, _ contacts: ContactsOfDay) throws {
        var withdrawn: [String: CivilDay] = [:]
        let rows = try Row.fetchAll(
            database, sql: "SELECT purpose, day FROM withdrawals WHERE contact = ?", arguments: [contact.text])
        for row in rows { withdrawn[row["purpose"]] = CivilDay(parsing: row["day"] as String) }
        let entered = contacts.consents(of: contact).filter { consent in
            withdrawn[consent.purpose.rawValue].map { consent.givenOn > $0 } ?? true
        }
        consents = try ConsentRow.all(in: database, of: contact) + entered
    }

    /// The first day on which none holds for a purpose; nil where none holds on the day.
    func end(for purpose: Consent.Purpose, on day: CivilDay) -> CivilDay? {
        consents.filter { $0.purpose == purpose && $0.givenOn <= day && day < $0.end }.map(\.end).max()
    }

    /// The consents that hold on a day.
    func holding(on day: CivilDay) -> [Consent] { consents.filter { $0.givenOn <= day && day < $0.end } }
}
