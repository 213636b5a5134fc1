public import Accounts
internal import Credentials
internal import GRDB
public import Periods
internal import Storage

/// A consent that is to be entered: a document of its own, which says what may be kept.
public struct ConsentDraft: Hashable, Sendable {
    /// What for.
    public var purpose: Consent.Purpose
    /// The day it was given; nil for the day it is entered.
    public var givenOn: CivilDay?
    /// The first day on which it no longer holds; nil for a year later.
    public var until: CivilDay?
    /// How it was given: in writing, by mail.
    public var how: String
    /// What shows it, such as the number of the document.
    public var proof: String

    /// Says what was given.
    public init(
        for purpose: Consent.Purpose, givenOn: CivilDay? = nil, until: CivilDay? = nil, how: String, proof: String
    ) {
        (self.purpose, self.givenOn, self.until, self.how, self.proof) = (purpose, givenOn, until, how, proof)
    }
}

extension PersonalFacts {
    /// Enters a consent.
    ///
    /// - Throws: ``PersonalRefusal``; `StorageFailure`.
    @discardableResult
    public func give(
        _ draft: ConsentDraft, of contact: Key<Contact>, by author: Key<Person>, _ contacts: ContactsOfDay
    ) throws -> Consent {
        try checkClient(contact, author, contacts)
        let given = draft.givenOn ?? contacts.day
        guard given <= contacts.day else { throw PersonalRefusal.late(given) }
        let key = randomness.bytes(8).hex
        let consent: Consent
        do throws(Refusal) {
            consent = try Consent(
                Key(key), of: contact, for: draft.purpose, given: given, until: draft.until, proof: draft.proof,
                author: author)
        } catch {
            throw PersonalRefusal(error)
        }
        let record = PersonalRecord(
            contact: contact.text, purpose: draft.purpose.rawValue, author: author.text, madeOn: "\(given)")
        try write(by: author.text) { database in
            try database.execute(
                sql: "INSERT INTO consents VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    key, contact.text, draft.purpose.rawValue, "\(given)", "\(consent.until)", draft.how, draft.proof,
                    author.text,
                ])
        } recording: { writing in
            try writing.take("given", with: PersonalRecord.Kind.consent.name(key), content: record.text, after: 0)
        }
        return consent
    }

    /// Whether anything is kept here of a contact.
    public func keeps(_ contact: Key<Contact>) throws -> Bool {
        try database.read { database in
            try !NoteRow.all(in: database, of: contact).isEmpty || !ConsentRow.all(in: database, of: contact).isEmpty
        }
    }

    /// The consents of a contact that hold on the day, from here and from the company's table.
    public func consents(of contact: Key<Contact>, _ contacts: ContactsOfDay) throws -> [Consent] {
        try database.read { try StandingConsents(of: contact, in: $0, contacts).holding(on: contacts.day) }
    }
}
