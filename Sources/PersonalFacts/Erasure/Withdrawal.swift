internal import Foundation
internal import GRDB
internal import Storage

/// That a contact allows a purpose no longer: of consents given by that day none holds.
struct Withdrawal: Hashable, Sendable {
    let contact: String
    let purpose: String
    let day: String

    /// Those that the database knows.
    static func all(in database: Database) throws -> Set<Withdrawal> {
        Set(
            try Row.fetchAll(database, sql: "SELECT contact, purpose, day FROM withdrawals").map {
                Withdrawal(contact: $0["contact"], purpose: $0["purpose"], day: $0["day"])
            })
    }

    /// Those that the chain knows.
    static func all(in reading: ReadTransaction) throws -> Set<Withdrawal> {
        let kind = PersonalRecord.Kind.withdrawal.rawValue
        return Set(
            try reading.objects(room: PersonalRecord.room, kind: kind).flatMap { object in
                days(object).map { Withdrawal(contact: object.name.key, purpose: $0.key, day: $0.value) }
            })
    }

    /// The days by purpose, as the chain keeps them of a contact.
    static func days(_ object: KeptObject?) -> [String: String] {
        guard let text = object?.content else { return [:] }
        return (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
    }

    /// Keeps it, unless a later one is known.
    func keep(in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO withdrawals VALUES (?, ?, ?)
                ON CONFLICT (contact, purpose) DO UPDATE SET day = max(day, excluded.day)
                """, arguments: [contact, purpose, day])
    }
}
