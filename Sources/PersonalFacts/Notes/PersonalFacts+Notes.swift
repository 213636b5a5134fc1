public import Accounts
internal import Credentials
internal import Foundation
internal import GRDB
internal import Periods
internal import Storage

extension PersonalFacts {
    /// Keeps a note, if its subject may be kept, its contact allows it, and its author looks after the client.
    ///
    /// - Throws: ``PersonalRefusal``; `StorageFailure`.
    @discardableResult
    public func note(
        _ text: String, of contact: Key<Contact>, for purpose: Consent.Purpose, visibleTo sight: PersonalNote.Sight,
        by author: Key<Person>, _ contacts: ContactsOfDay
    ) throws -> PersonalNote {
        try checkClient(contact, author, contacts)
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { throw PersonalRefusal.noText }
        guard text.count <= PersonalNote.longest else { throw PersonalRefusal.tooLong }
        if let (subject, word) = ForbiddenSubject.found(in: text) { throw PersonalRefusal.forbidden(subject, word) }
        if let day = contacts.leaves(contact), day <= contacts.day { throw PersonalRefusal.left(contact, day) }
        let end = try database.read {
            try StandingConsents(of: contact, in: $0, contacts).end(for: purpose, on: contacts.day)
        }
        guard end != nil else { throw PersonalRefusal.noConsent(contact, purpose) }

        let note = PersonalNote(
            key: randomness.bytes(8).hex, contact: contact, purpose: purpose, sight: sight, author: author,
            madeOn: contacts.day, text: text)
        let commitment = TextCommitment(to: text, randomness)
        let record = PersonalRecord(
            contact: contact.text, purpose: purpose.rawValue, author: author.text, madeOn: "\(contacts.day)",
            digest: commitment.tag.hex)
        try write(by: author.text) { database in
            try database.execute(
                sql: "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    note.key, contact.text, purpose.rawValue, sight.words.joined(separator: " "), author.text,
                    "\(note.madeOn)", Data(commitment.key), text,
                ])
        } recording: { writing in
            try writing.take("noted", with: PersonalRecord.Kind.note.name(note.key), content: record.text, after: 0)
        }
        return note
    }

    /// The notes of a contact that somebody may read; that he looked stands in the chain before he sees anything.
    public func notes(
        of contact: Key<Contact>, readBy viewer: Key<Person>, _ contacts: ContactsOfDay
    ) throws -> [PersonalNote] {
        let notes = try database.read { database in
            let consents = try StandingConsents(of: contact, in: database, contacts)
            return try NoteRow.all(in: database, of: contact).map(\.note).filter { note in
                contacts.sees(viewer, note) && contacts.day < end(of: note, consents, contacts)
            }
        }
        let known = try workspace.read { reading in
            try notes.filter { try reading.object(PersonalRecord.Kind.note.name($0.key))?.content != nil }
        }
        let name = PersonalRecord.Kind.look.name(contact.text)
        try workspace.write(by: viewer.text) { writing in
            try writing.take(
                "looked", with: name, content: PersonalRecord.written(Look(notes: known.map(\.key))),
                after: writing.object(name)?.version ?? 0)
        }
        return known
    }

    /// What a look is kept as: which notes were shown.
    private struct Look: Encodable {
        let notes: [String]
    }

    /// The first day on which a note is kept no longer.
    func end(of note: PersonalNote, _ consents: StandingConsents, _ contacts: ContactsOfDay) -> CivilDay {
        let term = note.madeOn.adding(days: PersonalNote.life) ?? .latest
        // Where the rows cannot be read, a consent that stands among them is not taken for one that ended.
        guard contacts.areKnown else { return term }
        let consent = consents.end(for: note.purpose, on: contacts.day) ?? contacts.day
        return min(term, consent, contacts.leaves(note.contact) ?? .latest)
    }

    func checkClient(_ contact: Key<Contact>, _ person: Key<Person>, _ contacts: ContactsOfDay) throws {
        guard contacts.client(of: contact) != nil else { throw PersonalRefusal.unknownContact(contact) }
        guard contacts.looksAfter(person, contact) else { throw PersonalRefusal.noStranger(person, contact) }
    }
}
