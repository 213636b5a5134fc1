public import AccountRows
public import Accounts
public import Periods

/// What the company's rows say on a day of the people at its clients: until when they are there, what they have allowed, and who of
/// ours looks after them.
public struct ContactsOfDay: Sendable {
    /// The day.
    public let day: CivilDay
    private let contacts: [Key<Contact>: Contact]
    private let consents: [Consent]
    private let source: AccountSource?

    /// What a book says on a day.
    public init(_ book: AccountBook, on day: CivilDay) {
        (self.day, contacts, consents, source) = (day, book.contactsByKey(), book.enteredConsents, book.source)
    }

    /// Where nothing is known but the day: terms run all the same.
    public init(unknownOn day: CivilDay) {
        (self.day, contacts, consents, source) = (day, [:], [], nil)
    }

    /// Whether the rows could be asked.
    var areKnown: Bool { source != nil }

    /// The contacts that rows know, by number.
    public var known: [Key<Contact>] { contacts.keys.sorted() }

    /// The client of a contact; nil for one whom no row knows.
    public func client(of contact: Key<Contact>) -> Key<Client>? { contacts[contact]?.client }

    /// The first day on which what is known of a contact is kept no longer, since he has left; nil while he is there.
    func leaves(_ contact: Key<Contact>) -> CivilDay? {
        guard let until = contacts[contact]?.days.until, until < .latest else { return nil }
        return until.adding(days: PersonalNote.afterLeaving) ?? until
    }

    /// The consents of a contact that stand in the company's table.
    func consents(of contact: Key<Contact>) -> [Consent] { consents.filter { $0.contact == contact } }

    /// Whether somebody looks after the contact's client, in whatever role, or heads whoever does.
    func looksAfter(_ person: Key<Person>, _ contact: Key<Contact>) -> Bool {
        guard let client = client(of: contact), let source else { return false }
        let team = source.roles.values.flatMap { $0[client] ?? [] }.filter { $0.validity.contains(day) }.map(\.value)
        return team.contains(person) || team.contains { head(of: $0) == person }
    }

    /// Whether somebody may read a note on that day.
    func sees(_ person: Key<Person>, _ note: PersonalNote) -> Bool {
        if note.author == person { return true }
        if note.sight.deputy, isDeputy(person, note.contact) { return true }
        return note.sight.head && head(of: note.author) == person
    }

    private func isDeputy(_ person: Key<Person>, _ contact: Key<Contact>) -> Bool {
        guard let client = client(of: contact) else { return false }
        return source?.roles[Self.deputyRole]?[client]?.contains { $0.value == person && $0.validity.contains(day) }
            ?? false
    }

    private func head(of person: Key<Person>) -> Key<Person>? { source?.workplace(of: person, on: day)?.head }

    /// The role of whoever stands in, in the table of teams.
    private static let deputyRole = "deputy"
}
