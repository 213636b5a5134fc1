internal import Messages
public import Periods

/// Something that one of ours promised, to a client or inside, with the day it is due.
///
/// Who promised, by when, since when and how much it counts never change; the rest changes by steps. Nobody confirms his
/// own: a step says who takes it.
public struct Promise: Hashable, Sendable {
    /// Its number, such as `p0077`.
    public let id: Key<Promise>
    /// The day it was given.
    public let madeOn: CivilDay
    /// The last day to keep it; stays, whether it is a working day or not.
    public let dueOn: CivilDay
    /// The day it was written down: that of its record, which nobody enters.
    public let recordedOn: CivilDay
    /// The day of the meeting or call it comes from.
    public let originOn: CivilDay
    /// Which client waits for it, if only inside the house.
    public let client: Key<Client>
    /// To whom at the client.
    public let contact: Key<Contact>?
    /// The colleague who has to take it on.
    public let receiver: Key<Person>?
    /// To whom, and about what.
    public let kind: Kind
    /// How much it counts, set when it was made.
    public let weight: PromiseWeight
    /// What was promised.
    public let text: String
    /// The promise that this one took the place of.
    public let replaces: Key<Promise>?

    /// Where it stands.
    public internal(set) var state = PromiseState.made
    /// Who answers for it since when, the first being who made it.
    public internal(set) var owners: [Ownership]
    /// The day it was done.
    public internal(set) var doneOn: CivilDay?
    /// Who or what confirmed it, and when.
    public internal(set) var confirmation: Confirmation?
    /// The day on which the client, asked by the head, denied that it was done.
    public internal(set) var deniedOn: CivilDay?
    /// The day from which it is moved, void or denied, and what that rests on.
    public internal(set) var ending: Ending?

    /// To whom a promise is given.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// To a client.
        case promise
        /// An answer that we did not know at once.
        case answer
        /// Between departments, for a client's sake.
        case `internal`
    }

    /// Who answers for a promise from a day on.
    public struct Ownership: Hashable, Sendable {
        /// Who.
        public let person: Key<Person>
        /// The first day.
        public let from: CivilDay

        /// A person from a day on.
        public init(_ person: Key<Person>, from day: CivilDay) {
            (self.person, from) = (person, day)
        }
    }

    /// Why and when a promise ended otherwise than kept.
    public struct Ending: Hashable, Sendable {
        /// The day.
        public let day: CivilDay
        /// What it rests on: the client's mail, the head's call.
        public let evidence: String
    }

    /// A promise as it is made.
    ///
    /// - Parameter head: who set the weight, needed for 3, and not the owner.
    /// - Throws: ``Refusal`` for a day out of order, an empty text, or a weight of 3 that the owner gave himself.
    public init(
        _ id: Key<Promise>, made madeOn: CivilDay, due dueOn: CivilDay, recorded recordedOn: CivilDay? = nil,
        origin originOn: CivilDay? = nil, client: Key<Client>, contact: Key<Contact>? = nil, owner: Key<Person>,
        receiver: Key<Person>? = nil, kind: Kind = .promise, weight: PromiseWeight, weighedBy head: Key<Person>? = nil,
        text: String, replaces: Key<Promise>? = nil
    ) throws(Refusal) {
        let place = "promise \(id)"
        guard dueOn >= madeOn else {
            throw .order(
                place, CivilDayText(name: LocalizedText(en: "due", ru: "срок"), day: dueOn),
                before: CivilDayText(name: LocalizedText(en: "made", ru: "дано"), day: madeOn))
        }
        guard !text.isBlank else { throw .wording(place, needs: LocalizedText(en: "text", ru: "текст")) }
        if weight.value == 3 {
            guard let head, head != owner else { throw .weightByOwner(place) }
        }
        guard receiver != owner else { throw .ownWork(place, owner, LocalizedText(en: "another", ru: "кто-то другой")) }
        (self.id, self.madeOn, self.dueOn) = (id, madeOn, dueOn)
        (self.recordedOn, self.originOn) = (recordedOn ?? madeOn, originOn ?? madeOn)
        (self.client, self.contact, self.receiver, self.kind) = (client, contact, receiver, kind)
        (self.weight, self.text, self.replaces) = (weight, text, replaces)
        owners = [Ownership(owner, from: madeOn)]
    }

    /// Who answers for it on a day.
    public func owner(on day: CivilDay) -> Key<Person> {
        // The first owner is there from the start, so there always is one.
        (owners.last { $0.from <= day } ?? owners[0]).person
    }

    /// Whose it is in figures: what was done in time is his who did it, what was not is his who had it on its last day.
    public var creditedTo: Key<Person> {
        if let doneOn, doneOn <= dueOn { return owner(on: doneOn) }
        return owner(on: dueOn)
    }

    /// Done within its day and confirmed.
    public var isKeptInTime: Bool {
        guard state == .kept, let doneOn else { return false }
        return doneOn <= dueOn
    }

    var place: String { "promise \(id)" }
}
