public import Periods

/// One contact of ours with a client: a call, a meeting, a letter.
public struct Touch: Hashable, Sendable {
    /// Its number, such as `t0912`.
    public let id: Key<Touch>
    /// When it was; its day counts, also at 23:59.
    public let at: CivilMoment
    /// With which client.
    public let client: Key<Client>
    /// With whom there.
    public let contact: Key<Contact>?
    /// Who of ours.
    public let person: Key<Person>
    /// In what way.
    public let kind: Kind
    /// From whom it came.
    public let direction: Direction
    /// What for.
    public let purpose: Purpose
    /// What we had to tell.
    public let message: Message?
    /// How long, if known.
    public let minutes: Int?
    /// Since when we knew the bad news told.
    public let knownOn: CivilMoment?
    /// Where the row comes from.
    public let source: Source

    /// In what way people were in touch.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// By voice or picture.
        case call, video
        /// In one place.
        case meeting, visit
        /// In writing.
        case mail, message
        /// To learn how the client works.
        case fieldVisit = "field_visit"
        /// To learn how the client works.
        case listening, shadowing
    }

    /// From whom it came.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// From the client.
        case `in`
        /// From us.
        case out
    }

    /// What for.
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
        /// Of our own accord.
        case proactive
        /// An answer.
        case reply
        /// About a deal, a claim, or nothing in particular.
        case deal, claim, social
    }

    /// What we had to tell the client.
    public enum Message: String, Hashable, Sendable, CaseIterable {
        /// Something that went well.
        case success
        /// Something that went wrong.
        case problem
        /// Something the client could win.
        case opportunity
        /// Something new.
        case news
    }

    /// Where a row comes from.
    public enum Source: String, Hashable, Sendable, CaseIterable {
        /// From a system that nobody can talk round.
        case telephony, crm
        /// Typed in, and confirmed by somebody else or by the client.
        case confirmed
        /// Typed in.
        case entered
    }

    /// A touch.
    public init(
        _ id: Key<Touch>, at: CivilMoment, client: Key<Client>, contact: Key<Contact>?, person: Key<Person>,
        kind: Kind = .call, direction: Direction = .out, purpose: Purpose = .proactive, message: Message? = nil,
        minutes: Int? = nil, knownOn: CivilMoment? = nil, source: Source = .telephony
    ) {
        (self.id, self.at, self.client, self.contact, self.person) = (id, at, client, contact, person)
        (self.kind, self.direction, self.purpose, self.message) = (kind, direction, purpose, message)
        (self.minutes, self.knownOn, self.source) = (minutes, knownOn, source)
    }
}
