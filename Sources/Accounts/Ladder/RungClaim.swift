public import Messages
public import Periods

/// The life of a claim that the client has us on a rung.
public enum RungClaimState: String, LifeState {
    /// The account manager says so.
    case claimed
    /// The head of another unit has looked at the evidence.
    case examined
    /// The rung is held, while its evidence is valid.
    case held
    /// It is not, with a reason.
    case refused

    /// claimed → examined → held or refused.
    public var next: [RungClaimState] {
        switch self {
        case .claimed: [.examined]
        case .examined: [.held, .refused]
        case .held, .refused: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .claimed: LocalizedText(en: "claimed", ru: "заявлена")
        case .examined: LocalizedText(en: "examined", ru: "проверена")
        case .held: LocalizedText(en: "held", ru: "удерживается")
        case .refused: LocalizedText(en: "refused", ru: "отклонена")
        }
    }
}

/// A claim to a rung, which somebody of another unit examines.
public struct RungClaim: Hashable, Sendable {
    /// The client.
    public let client: Key<Client>
    /// The rung.
    public let rung: Key<Ladder.Rung>
    /// Who claims it.
    public let claimedBy: Key<Person>
    /// The unit of who claims it.
    public let unit: String
    /// Where it stands.
    public private(set) var state = RungClaimState.claimed
    /// Who examined it.
    public private(set) var examinedBy: Key<Person>?
    /// From when on it holds.
    public private(set) var heldFrom: CivilDay?
    /// Why it was refused.
    public private(set) var reason: String?

    /// A claim.
    public init(_ client: Key<Client>, _ rung: Key<Ladder.Rung>, by person: Key<Person>, of unit: String) {
        (self.client, self.rung, claimedBy, self.unit) = (client, rung, person, unit)
    }

    private var place: String { "rung \(rung) of \(client)" }

    /// The head of another unit examines the evidence.
    public mutating func examine(by person: Key<Person>, of unit: String) throws(Refusal) {
        let next = try state.stepping(to: .examined, place)
        guard person != claimedBy, unit != self.unit else {
            throw .ownWork(
                place, person, LocalizedText(en: "the head of another unit", ru: "руководитель другого отдела"))
        }
        (state, examinedBy) = (next, person)
    }

    /// The rung is held from a day on.
    public mutating func hold(from day: CivilDay) throws(Refusal) {
        (state, heldFrom) = (try state.stepping(to: .held, place), day)
    }

    /// The rung is not held.
    public mutating func refuse(_ reason: String) throws(Refusal) {
        let next = try state.stepping(to: .refused, place)
        guard !reason.isBlank else { throw .wording(place, needs: LocalizedText(en: "reason", ru: "причина")) }
        (state, self.reason) = (next, reason)
    }

    /// The days on which the claim stands; evidence may end them earlier.
    public var days: [DayRange] {
        heldFrom.map { [DayRange(from: $0, clampingUntil: .latest)] } ?? []
    }
}
