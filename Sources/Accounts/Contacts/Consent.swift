internal import Messages
public import Periods

/// What a contact allows us to note of himself: facts about a person need a document of their own.
public struct Consent: Hashable, Sendable {
    /// Its number.
    public let id: Key<Consent>
    /// Whose.
    public let contact: Key<Contact>
    /// What for.
    public let purpose: Purpose
    /// The day it was given.
    public let givenOn: CivilDay
    /// The first day on which it no longer holds.
    public let until: CivilDay
    /// The day it was taken back.
    public private(set) var withdrawnOn: CivilDay?
    /// Who asked for it.
    public let author: Key<Person>

    /// What facts about a person may be noted for.
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
        /// A birthday, a greeting.
        case courtesy
        /// What may be offered.
        case hospitality
        /// How he likes to be reached.
        case channel
    }

    /// For how many days a consent holds that says nothing else.
    public static let life = 365

    /// A consent; refused where it names nothing that shows it, or ends before it begins.
    public init(
        _ id: Key<Consent>, of contact: Key<Contact>, for purpose: Purpose, given: CivilDay, until: CivilDay? = nil,
        proof: String, author: Key<Person>
    ) throws(Refusal) {
        let place = "consent \(id)"
        guard !proof.isBlank else {
            throw .wording(place, needs: LocalizedText(en: "proof of consent", ru: "подтверждение согласия"))
        }
        let end = until ?? given.adding(days: Self.life) ?? given
        guard end > given else {
            throw .order(
                place, CivilDayText(name: LocalizedText(en: "until", ru: "до"), day: end),
                before: CivilDayText(name: LocalizedText(en: "given", ru: "дано"), day: given))
        }
        (self.id, self.contact, self.purpose, givenOn, self.until, self.author) = (
            id, contact, purpose, given, end, author
        )
    }

    /// The contact takes it back; what was noted is erased.
    public mutating func withdraw(on day: CivilDay) throws(Refusal) {
        guard withdrawnOn == nil else { throw .usedTwice(id.text, "consent") }
        withdrawnOn = day
    }

    /// The first day on which it no longer holds.
    public var end: CivilDay { min(withdrawnOn ?? until, until) }
}
