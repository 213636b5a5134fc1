public import Messages

/// The life of an incentive that a client firm gets under contract.
public enum IncentiveState: String, LifeState {
    /// Somebody proposes it.
    case proposed
    /// Law and margin are looked at.
    case checked
    /// Finance and director agree, neither being the client's account manager.
    case approved
    /// It stands in the contract.
    case agreed
    /// It is being earned.
    case running
    /// It is paid.
    case settled
    /// Its effect is known.
    case evaluated

    /// One after the other.
    public var next: [IncentiveState] {
        switch self {
        case .proposed: [.checked]
        case .checked: [.approved]
        case .approved: [.agreed]
        case .agreed: [.running]
        case .running: [.settled]
        case .settled: [.evaluated]
        case .evaluated: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .proposed: LocalizedText(en: "proposed", ru: "предложен")
        case .checked: LocalizedText(en: "checked", ru: "проверен")
        case .approved: LocalizedText(en: "approved", ru: "одобрен")
        case .agreed: LocalizedText(en: "agreed", ru: "согласован с клиентом")
        case .running: LocalizedText(en: "running", ru: "действует")
        case .settled: LocalizedText(en: "settled", ru: "выплачен")
        case .evaluated: LocalizedText(en: "evaluated", ru: "оценён")
        }
    }
}

/// An incentive on its way: nobody who looks after the client says yes to it.
public struct IncentiveLife: Hashable, Sendable {
    /// Its number.
    public let id: String
    /// What it is.
    public let incentive: Incentive
    /// The client's account manager.
    public let manager: Key<Person>
    /// Where it stands.
    public private(set) var state = IncentiveState.proposed
    /// Who approved it for finance and for the line.
    public private(set) var approvedBy: [Key<Person>] = []

    /// A proposal.
    public init(_ id: String, _ incentive: Incentive, manager: Key<Person>) {
        (self.id, self.incentive, self.manager) = (id, incentive, manager)
    }

    private var place: String { "incentive \(id)" }

    /// Goes on; checking looks at the ceiling, and approving has its own step.
    public mutating func move(to asked: IncentiveState) throws(Refusal) {
        let next = try state.stepping(to: asked, place)
        guard next != .approved else {
            throw .wording(
                place,
                needs: LocalizedText(en: "approval of finance and director", ru: "одобрение финансов и директора"))
        }
        if next == .checked { try incentive.requireLawful(place) }
        state = next
    }

    /// Finance and director say yes: two people, neither being the client's account manager.
    public mutating func approve(finance: Key<Person>, director: Key<Person>) throws(Refusal) {
        let next = try state.stepping(to: .approved, place)
        for person in [finance, director] where person == manager {
            throw .ownWork(place, person, LocalizedText(en: "finance and the director", ru: "финансы и директор"))
        }
        guard finance != director else { throw .usedTwice(finance.text, place) }
        (state, approvedBy) = (next, [finance, director])
    }
}
