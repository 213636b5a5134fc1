public import Messages
public import Periods
public import Quantities

/// The life of an account plan.
public enum AccountPlanState: String, LifeState {
    /// It is being written.
    case draft
    /// The head has gone through it.
    case reviewed
    /// The director has agreed.
    case approved
    /// It is being carried out.
    case active
    /// It is over.
    case closed

    /// One after the other.
    public var next: [AccountPlanState] {
        switch self {
        case .draft: [.reviewed]
        case .reviewed: [.approved, .draft]
        case .approved: [.active]
        case .active: [.closed]
        case .closed: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .draft: LocalizedText(en: "a draft", ru: "черновик")
        case .reviewed: LocalizedText(en: "reviewed", ru: "разобран")
        case .approved: LocalizedText(en: "approved", ru: "утверждён")
        case .active: LocalizedText(en: "active", ru: "действует")
        case .closed: LocalizedText(en: "closed", ru: "закрыт")
        }
    }
}

/// What is to come of a client in a year: at most three goals with at most nine actions, so that somebody chooses.
public struct AccountPlan: Hashable, Sendable {
    /// Its number, such as `D034-26`.
    public let id: Key<AccountPlan>
    /// For which client.
    public let client: Key<Client>
    /// The days it is for.
    public let days: DayRange
    /// What the client wants, in his own words.
    public let clientGoals: String
    /// The goals with their shares.
    public private(set) var goals: [Goal]
    /// The actions.
    public private(set) var actions: [PlanAction]
    /// Where it stands.
    public private(set) var state = AccountPlanState.draft
    /// The days on which it was gone through.
    public private(set) var reviews: [CivilDay] = []

    /// One goal.
    public struct Goal: Hashable, Sendable {
        /// Its name in tables.
        public let id: String
        /// Its share of the plan.
        public let weight: FixedDecimal
        /// The metric that measures it; `nil` where the head judges.
        public let metric: String?

        /// A goal.
        public init(_ id: String, weight: FixedDecimal, metric: String? = nil) {
            (self.id, self.weight, self.metric) = (id, weight, metric)
        }
    }

    /// How many goals and actions a plan may have.
    public static let mostGoals = 3, mostActions = 9

    /// A draft.
    public init(
        _ id: Key<AccountPlan>, client: Key<Client>, days: DayRange, clientGoals: String, goals: [Goal],
        actions: [PlanAction]
    ) {
        (self.id, self.client, self.days, self.clientGoals) = (id, client, days, clientGoals)
        (self.goals, self.actions) = (goals, actions)
    }

    private var place: String { "plan \(id)" }

    /// Goes on. What is reviewed says what the client wants, has goals of 100 % and no more than anybody can do.
    ///
    /// - Parameter manager: The client's account manager, who neither reviews nor approves.
    public mutating func move(
        to asked: AccountPlanState, by person: Key<Person>, manager: Key<Person>, on day: CivilDay
    ) throws(Refusal) {
        let next = try state.stepping(to: asked, place)
        if next == .reviewed || next == .approved {
            guard person != manager else {
                throw .ownWork(place, person, LocalizedText(en: "the head", ru: "руководитель"))
            }
            try requireWhole()
        }
        if next == .reviewed { reviews.append(day) }
        state = next
    }

    /// Somebody went through an active plan.
    public mutating func look(on day: CivilDay) { reviews.append(day) }

    private func requireWhole() throws(Refusal) {
        guard !clientGoals.isBlank else {
            throw .wording(place, needs: LocalizedText(en: "goals of the client", ru: "цели клиента"))
        }
        guard (1...Self.mostGoals).contains(goals.count), actions.count <= Self.mostActions else {
            throw Refusal(
                "choose",
                LocalizedText(
                    en: "\(place): goals \(goals.count), actions \(actions.count)",
                    ru: "\(place): целей \(goals.count), действий \(actions.count)"),
                remedy: LocalizedText(
                    en: "choose: at most \(Self.mostGoals) goals and \(Self.mostActions) actions",
                    ru: "выберите: не больше \(Self.mostGoals) целей и \(Self.mostActions) действий"))
        }
        try Exact.requireWhole(goals.map(\.weight), place)
    }

    /// How far a goal is reached by its actions: Σ weight accepted by a day ÷ Σ weight, without the cancelled ones.
    ///
    ///     60 % accepted, 40 % open   // 60 %
    public func reached(_ goal: String, on day: CivilDay) throws(NoFigure) -> FixedDecimal {
        let own = actions.filter { $0.goal == goal && $0.state != .cancelled }
        let accepted = own.filter { $0.state == .accepted && $0.judgedOn.map { $0 <= day } ?? false }
        return try Exact.share(
            try Exact.sum(accepted.map(\.weight)), of: try Exact.sum(own.map(\.weight)),
            LocalizedText(en: "action of the goal", ru: "действие цели"))
    }

    /// The last day on which something was done for it or it was gone through, by a day.
    public func lastStep(on day: CivilDay) -> CivilDay? {
        let steps = actions.flatMap { [$0.madeOn, $0.doneOn, $0.judgedOn].compactMap(\.self) } + reviews
        return steps.filter { $0 <= day }.max()
    }
}
