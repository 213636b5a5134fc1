public import Messages
public import Periods
public import Quantities

/// The life of a meeting.
public enum MeetingState: String, LifeState {
    /// A day is set.
    case planned
    /// Its sheet is complete.
    case prepared
    /// It took place.
    case held
    /// Who was there has looked back on it.
    case reviewed
    /// It is on another day.
    case moved
    /// It is off.
    case cancelled

    /// planned → prepared → held → reviewed, or moved or cancelled before.
    public var next: [MeetingState] {
        switch self {
        case .planned: [.prepared, .moved, .cancelled]
        case .prepared: [.held, .moved, .cancelled]
        case .held: [.reviewed]
        case .reviewed, .moved, .cancelled: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .planned: LocalizedText(en: "planned", ru: "назначена")
        case .prepared: LocalizedText(en: "prepared", ru: "подготовлена")
        case .held: LocalizedText(en: "held", ru: "проведена")
        case .reviewed: LocalizedText(en: "reviewed", ru: "разобрана")
        case .moved: LocalizedText(en: "moved", ru: "перенесена")
        case .cancelled: LocalizedText(en: "cancelled", ru: "отменена")
        }
    }
}

/// A meeting with a client: the sheet before it, and who came.
public struct Meeting: Hashable, Sendable {
    /// Its number, such as `m0031`.
    public let id: Key<Meeting>
    /// When.
    public let at: CivilMoment
    /// With whom.
    public let client: Key<Client>
    /// Whether it has to be well set up.
    public let isImportant: Bool
    /// What is talked about.
    public var agenda: String
    /// Our people with the reason for each.
    public var own: [Guest]
    /// How many the client wants to send.
    public var plannedClient: Int
    /// Why more of ours come than of the client's, where they do.
    public var justification: String?
    /// Where it stands.
    public private(set) var state = MeetingState.planned
    /// How many of ours came.
    public private(set) var ownCame = 0
    /// How many of the client's came.
    public private(set) var clientCame = 0
    /// Which of ours have looked back, and when.
    public private(set) var reviews: [Key<Person>: CivilMoment] = [:]

    /// One of our people with what he is there for.
    public struct Guest: Hashable, Sendable {
        /// Who.
        public let person: Key<Person>
        /// What for, in one or two sentences.
        public let reason: String

        /// A guest of ours.
        public init(_ person: Key<Person>, _ reason: String) {
            (self.person, self.reason) = (person, reason)
        }
    }

    /// A meeting that is planned.
    public init(
        _ id: Key<Meeting>, at: CivilMoment, client: Key<Client>, isImportant: Bool, agenda: String, own: [Guest],
        plannedClient: Int, justification: String? = nil
    ) {
        (self.id, self.at, self.client, self.isImportant) = (id, at, client, isImportant)
        (self.agenda, self.own, self.plannedClient, self.justification) = (agenda, own, plannedClient, justification)
    }

    private var place: String { "meeting \(id)" }

    /// The meeting is prepared; an important one only with a sheet that lacks nothing.
    public mutating func prepare() throws(Refusal) {
        let next = try state.stepping(to: .prepared, place)
        if isImportant, let first = sheetFaults.first {
            throw Refusal(
                "sheet", LocalizedText(en: "\(place): \(first.words.en)", ru: "\(place): \(first.words.ru)"),
                remedy: LocalizedText(en: "fill the sheet or cut the list", ru: "заполните лист или сократите список"))
        }
        state = next
    }

    /// The meeting took place: at least one of the client's and one of ours came.
    public mutating func hold(own: Int, client: Int) throws(Refusal) {
        let next = try state.stepping(to: .held, place)
        guard own > 0, client > 0 else {
            throw Refusal(
                "nobody-came",
                LocalizedText(
                    en: "\(place): \(own) of ours and \(client) of the client's came",
                    ru: "\(place): пришло наших \(own), от клиента \(client)"),
                remedy: LocalizedText(en: "move or cancel it", ru: "перенесите или отмените"))
        }
        (state, ownCame, clientCame) = (next, own, client)
    }

    /// The meeting is moved or off.
    public mutating func drop(_ asked: MeetingState) throws(Refusal) {
        guard asked == .moved || asked == .cancelled else {
            throw .step(place, from: state, to: asked, next: state.next)
        }
        state = try state.stepping(to: asked, place)
    }

    /// One of ours writes what he keeps, missed, and does next; the meeting is reviewed when all who were invited have.
    public mutating func review(by person: Key<Person>, at moment: CivilMoment) throws(Refusal) {
        guard state == .held else { throw .step(place, from: state, to: .reviewed, next: state.next) }
        guard own.contains(where: { $0.person == person }) else { throw .unknown(person.text, place) }
        if reviews[person] == nil { reviews[person] = moment }
        if own.allSatisfy({ reviews[$0.person] != nil }) { state = .reviewed }
    }

    /// Of ours who have not looked back within 24 hours, seen from a moment.
    public func reviewsOwed(at moment: CivilMoment) -> [Key<Person>] {
        guard state == .held, moment.minutes(since: at) > CivilMoment.minutesOfDay else { return [] }
        return own.map(\.person).filter { reviews[$0] == nil }
    }

    /// Of ours who looked back later than 24 hours after.
    public var lateReviews: [Key<Person>] {
        own.map(\.person).filter { reviews[$0].map { $0.minutes(since: at) > CivilMoment.minutesOfDay } ?? false }
    }

    /// Own ÷ client's people who came; without value where the client did not come.
    public func ratio() throws(NoFigure) -> FixedDecimal {
        try Exact.share(ownCame, of: clientCame, LocalizedText(en: "person of the client", ru: "человек от клиента"))
    }
}
