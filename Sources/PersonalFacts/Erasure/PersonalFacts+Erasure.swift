public import Accounts
internal import GRDB
internal import Periods
internal import Storage

extension PersonalFacts {
    /// The contact takes back what he has allowed, for one purpose or for all: what rests on it is erased at once.
    ///
    /// A consent that stands in the company's table holds no longer either; only one given after the day counts again.
    ///
    /// - Throws: ``PersonalRefusal``; `StorageFailure`.
    public func withdraw(
        _ purposes: [Consent.Purpose] = Consent.Purpose.allCases, of contact: Key<Contact>, by actor: Key<Person>,
        _ contacts: ContactsOfDay
    ) throws -> ErasureCertificate {
        try erase(of: contact, .withdrawn, by: actor.text, blocking: purposes, contacts) {
            purposes.contains($0.purpose)
        }
    }

    /// Erases everything that is kept of a contact, and lets nothing be kept without a new consent.
    ///
    /// - Throws: ``PersonalRefusal`` where nothing is kept and nothing was allowed; `StorageFailure`.
    public func forget(
        _ contact: Key<Contact>, by actor: Key<Person>, _ contacts: ContactsOfDay
    ) throws -> ErasureCertificate {
        let nothing = try database.read { database in
            try NoteRow.all(in: database, of: contact).isEmpty
                && ConsentRow.all(in: database, of: contact).isEmpty
        }
        if nothing, contacts.consents(of: contact).isEmpty { throw PersonalRefusal.nothing(contact) }
        return try erase(of: contact, .asked, by: actor.text, blocking: Consent.Purpose.allCases, contacts) { _ in true
        }
    }

    /// Erases what has come to its end by the day: after 365 days, 90 days after the contact has left, or with its consent.
    ///
    /// - Returns: a certificate for each contact of whom something was erased.
    public func expire(by actor: String, _ contacts: ContactsOfDay) throws -> [ErasureCertificate] {
        let ended = try database.read { database -> [Key<Contact>: Set<String>] in
            var ended: [Key<Contact>: Set<String>] = [:]
            for note in try NoteRow.all(in: database).map(\.note) {
                let consents = try StandingConsents(of: note.contact, in: database, contacts)
                guard end(of: note, consents, contacts) <= contacts.day else { continue }
                ended[note.contact, default: []].insert(note.key)
            }
            for consent in try ConsentRow.all(in: database) {
                let leaves = contacts.leaves(consent.contact) ?? .latest
                guard min(consent.end, leaves) <= contacts.day else { continue }
                ended[consent.contact, default: []].insert(consent.id.text)
            }
            return ended
        }
        return try ended.sorted { $0.key < $1.key }.map { contact, keys in
            try erase(of: contact, .expired, by: actor, blocking: [], contacts) { keys.contains($0.key) }
        }
    }

    /// Erases what fits of a contact: first out of sight and into the chain, then out of the free space of the file.
    private func erase(
        of contact: Key<Contact>, _ reason: ErasureReason, by actor: String, blocking purposes: [Consent.Purpose],
        _ contacts: ContactsOfDay, _ fits: (ErasureCertificate.Item) -> Bool
    ) throws -> ErasureCertificate {
        let items = try database.read { database in
            try NoteRow.all(in: database, of: contact).map {
                ErasureCertificate.Item(
                    kind: .note, key: $0.note.key, purpose: $0.note.purpose, madeOn: $0.note.madeOn)
            }
                + ConsentRow.all(in: database, of: contact).map {
                    ErasureCertificate.Item(
                        kind: .consent, key: $0.id.text, purpose: $0.purpose, madeOn: $0.givenOn)
                }
        }.filter(fits)
        var at = ""
        try write(by: actor) { database in
            try Self.erase(Set(items.map(\.key)), in: database)
            for purpose in purposes {
                try Withdrawal(contact: contact.text, purpose: purpose.rawValue, day: "\(contacts.day)")
                    .keep(in: database)
            }
        } recording: { writing in
            for item in items {
                let name = item.name
                try writing.take(
                    "erased", with: name, content: nil, reason: reason.rawValue,
                    after: writing.object(name)?.version ?? 0)
            }
            at = try record(purposes, of: contact, contacts, reason, in: writing) ?? at
            if let last = items.last { at = try writing.object(last.name)?.at ?? at }
        }
        if !items.isEmpty { try database.rewrite() }
        return ErasureCertificate(
            contact: contact, reason: reason, actor: actor, at: at, items: items,
            head: try workspace.read { try $0.auditHead() })
    }

    /// That a contact allows purposes no longer.
    ///
    /// - Returns: when, by the record.
    private func record(
        _ purposes: [Consent.Purpose], of contact: Key<Contact>, _ contacts: ContactsOfDay, _ reason: ErasureReason,
        in writing: WriteTransaction
    ) throws -> String? {
        guard !purposes.isEmpty else { return nil }
        let name = PersonalRecord.Kind.withdrawal.name(contact.text)
        let before = try writing.object(name)
        var days = Withdrawal.days(before)
        for purpose in purposes { days[purpose.rawValue] = "\(contacts.day)" }
        try writing.take(
            "withdrawn", with: name, content: try PersonalRecord.written(days), reason: reason.rawValue,
            after: before?.version ?? 0)
        return try writing.object(name)?.at
    }
}

extension ErasureCertificate.Item {
    var name: ObjectName {
        switch kind {
        case .note: PersonalRecord.Kind.note.name(key)
        case .consent: PersonalRecord.Kind.consent.name(key)
        }
    }
}
