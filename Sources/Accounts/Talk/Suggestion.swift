public import Messages
public import Periods

/// The life of a suggestion.
public enum SuggestionState: String, LifeState {
    /// Somebody has an idea, or names an obstacle.
    case submitted
    /// It is looked into.
    case acceptedForStudy = "accepted_for_study"
    /// It will be done.
    case approved
    /// It is done.
    case implemented
    /// What it brought is known.
    case measured
    /// Whose idea it was is rewarded.
    case rewarded
    /// It will not be done, for a reason.
    case refused

    /// One after the other; refused until it is approved.
    public var next: [SuggestionState] {
        switch self {
        case .submitted: [.acceptedForStudy, .refused]
        case .acceptedForStudy: [.approved, .refused]
        case .approved: [.implemented]
        case .implemented: [.measured]
        case .measured: [.rewarded]
        case .rewarded, .refused: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .submitted: LocalizedText(en: "submitted", ru: "подано")
        case .acceptedForStudy: LocalizedText(en: "accepted for study", ru: "принято к изучению")
        case .approved: LocalizedText(en: "approved", ru: "одобрено")
        case .implemented: LocalizedText(en: "implemented", ru: "внедрено")
        case .measured: LocalizedText(en: "measured", ru: "эффект измерен")
        case .rewarded: LocalizedText(en: "rewarded", ru: "вознаграждено")
        case .refused: LocalizedText(en: "refused", ru: "отклонено")
        }
    }
}

/// An idea or an obstacle that somebody named, with the day by which he is answered.
public struct Suggestion: Hashable, Sendable {
    /// Its number.
    public let id: Key<Suggestion>
    /// Whose it is.
    public let author: Key<Person>
    /// Who owes the reply.
    public let answeredBy: Key<Person>
    /// The day it was given.
    public let givenOn: CivilDay
    /// The last day for the next reply.
    public private(set) var replyDue: CivilDay
    /// Where it stands.
    public private(set) var state = SuggestionState.submitted
    /// Why it was refused.
    public private(set) var reason: String?

    /// A suggestion; refused without text, or with a reply due before it was given.
    public init(
        _ id: Key<Suggestion>, by author: Key<Person>, to answerer: Key<Person>, on givenOn: CivilDay,
        replyDue: CivilDay, text: String
    ) throws(Refusal) {
        let place = "suggestion \(id)"
        guard !text.isBlank else { throw .wording(place, needs: LocalizedText(en: "text", ru: "текст")) }
        guard replyDue >= givenOn else {
            throw .order(
                place, CivilDayText(name: LocalizedText(en: "reply due", ru: "срок ответа"), day: replyDue),
                before: CivilDayText(name: LocalizedText(en: "given", ru: "подано"), day: givenOn))
        }
        guard author != answerer else {
            throw .ownWork(place, author, LocalizedText(en: "somebody else", ru: "кто-то другой"))
        }
        (self.id, self.author, answeredBy, self.givenOn, self.replyDue) = (id, author, answerer, givenOn, replyDue)
    }

    /// Goes on, with the day for the next reply where one is owed.
    public mutating func move(to next: SuggestionState, by person: Key<Person>, nextReply: CivilDay?) throws(Refusal) {
        guard next != .refused else {
            throw .wording("suggestion \(id)", needs: LocalizedText(en: "reason", ru: "причина"))
        }
        let next = try state.stepping(to: next, "suggestion \(id)")
        guard person != author else {
            throw .ownWork("suggestion \(id)", person, LocalizedText(en: "somebody else", ru: "кто-то другой"))
        }
        (state, replyDue) = (next, nextReply ?? .latest)
    }

    /// Says no, with the reason.
    public mutating func refuse(_ reason: String, by person: Key<Person>) throws(Refusal) {
        let next = try state.stepping(to: .refused, "suggestion \(id)")
        guard !reason.isBlank else {
            throw .wording("suggestion \(id)", needs: LocalizedText(en: "reason", ru: "причина"))
        }
        (state, self.reason, replyDue) = (next, reason, .latest)
    }

    /// Days past the reply that is owed, 0 when none is late.
    public func lateness(on day: CivilDay) -> Int {
        state.isLast ? 0 : max(replyDue.days(until: day), 0)
    }
}
