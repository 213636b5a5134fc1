public import Messages
public import Periods

/// The life of a key account.
public enum AccountStatus: String, LifeState {
    /// Somebody proposes the client.
    case candidate
    /// Departments have scored it.
    case scored
    /// The round has decided.
    case agreed
    /// It is looked after as a key account.
    case key
    /// It is looked after with a reason to worry; its days count like those of a key account.
    case watch
    /// It is an ordinary client again.
    case released

    /// candidate → scored → agreed → key ⇄ watch → released.
    public var next: [AccountStatus] {
        switch self {
        case .candidate: [.scored]
        case .scored: [.agreed]
        case .agreed: [.key]
        case .key: [.watch, .released]
        case .watch: [.key, .released]
        case .released: []
        }
    }

    /// Whether its days count for norm and retention.
    public var isLookedAfter: Bool { self == .key || self == .watch }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .candidate: LocalizedText(en: "a candidate", ru: "кандидат")
        case .scored: LocalizedText(en: "scored", ru: "оценён")
        case .agreed: LocalizedText(en: "agreed", ru: "согласован")
        case .key: LocalizedText(en: "key", ru: "ключевой")
        case .watch: LocalizedText(en: "watched", ru: "под наблюдением")
        case .released: LocalizedText(en: "released", ru: "отпущен")
        }
    }
}

/// A client on its way to a key account and back, with one status on any day.
public struct Account: Hashable, Sendable {
    /// The client.
    public let client: Key<Client>
    /// The statuses with their first days, in order.
    public private(set) var history: [Step]

    /// A status from a day on.
    public struct Step: Hashable, Sendable {
        /// The status.
        public let status: AccountStatus
        /// The first day.
        public let from: CivilDay
        /// Who moved it there.
        public let by: Key<Person>
        /// Why.
        public let reason: String

        /// A status from a day on.
        public init(_ status: AccountStatus, from day: CivilDay, by person: Key<Person>, reason: String = "") {
            (self.status, from, by, self.reason) = (status, day, person, reason)
        }
    }

    /// A candidate.
    public init(_ client: Key<Client>, candidateFrom day: CivilDay, by person: Key<Person>) {
        (self.client, history) = (client, [Step(.candidate, from: day, by: person)])
    }

    /// A client whose way so far is known, in order of days; `nil` without a step.
    public init?(_ client: Key<Client>, history: [Step]) {
        guard !history.isEmpty else { return nil }
        (self.client, self.history) = (client, history)
    }

    /// The status of a day; nil before the first.
    public func status(on day: CivilDay) -> AccountStatus? { history.last { $0.from <= day }?.status }

    /// The days on which it is looked after.
    public var daysLookedAfter: [DayRange] {
        history.indices.filter { history[$0].status.isLookedAfter }.map { place in
            let until = place + 1 < history.count ? history[place + 1].from : .latest
            return DayRange(from: history[place].from, clampingUntil: until)
        }
    }

    private var place: String { "account \(client)" }

    /// Moves to another status; watching needs a reason, and releasing goes by ``release(by:on:handoverPlan:promises:)``.
    public mutating func move(
        to asked: AccountStatus, by person: Key<Person>, on day: CivilDay, reason: String = ""
    ) throws(Refusal) {
        guard asked != .released else {
            throw .wording(place, needs: LocalizedText(en: "handover plan", ru: "план передачи"))
        }
        guard asked != .watch || !reason.isBlank else {
            throw .wording(place, needs: LocalizedText(en: "reason to watch", ru: "причина наблюдения"))
        }
        try append(asked, by: person, on: day, reason: reason)
    }

    /// Lets the client go: with a plan for who takes over, and nothing left that was promised.
    public mutating func release(
        by director: Key<Person>, on day: CivilDay, handoverPlan: String, promises: [Promise]
    ) throws(Refusal) {
        guard !handoverPlan.isBlank else {
            throw .wording(place, needs: LocalizedText(en: "handover plan", ru: "план передачи"))
        }
        let open = promises.filter { $0.client == client && [.made, .accepted, .done].contains($0.state) }
        guard open.isEmpty else {
            let names = open.map(\.id.text).sorted().joined(separator: ", ")
            throw Refusal(
                "open-promises",
                LocalizedText(en: "\(place): promises are open: \(names)", ru: "\(place): открыты обещания: \(names)"),
                remedy: LocalizedText(
                    en: "keep them, or let the client release you", ru: "выполните их или пусть клиент их снимет"))
        }
        try append(.released, by: director, on: day, reason: handoverPlan)
    }

    private mutating func append(
        _ asked: AccountStatus, by person: Key<Person>, on day: CivilDay, reason: String
    ) throws(Refusal) {
        guard let last = history.last else { return }
        let next = try last.status.stepping(to: asked, place)
        guard day > last.from else {
            throw .order(
                place, CivilDayText(name: next.words, day: day),
                before: CivilDayText(name: last.status.words, day: last.from))
        }
        history.append(Step(next, from: day, by: person, reason: reason))
    }
}
