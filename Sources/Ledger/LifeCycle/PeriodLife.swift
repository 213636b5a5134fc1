/// How far a pay period has come.
public enum PeriodState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Nothing is calculated, or it was reopened.
    case open
    /// A run is there to look at.
    case calculated
    /// People see their statements and may dispute them.
    case inReview = "in_review"
    /// One of two has approved it.
    case halfApproved = "half_approved"
    /// Two people have approved it; its entries are posted.
    case approved
    /// Its payroll was exported.
    case paid
    /// Finished; what comes later is posted in a later period.
    case closed
}

/// A step in the life of a pay period; the steps of a period are kept, and its state follows from them.
public struct PeriodStep: Sendable, Hashable, Codable {
    /// What was done.
    public var action: Action
    /// The identifier of the person who did it.
    public var actor: String
    /// The run it concerns; empty where none.
    public var run: String
    /// Why: required for reopening.
    public var reason: String

    /// Makes a step.
    public init(_ action: Action, by actor: String, run: String = "", reason: String = "") {
        self.action = action
        self.actor = actor
        self.run = run
        self.reason = reason
    }

    /// What can be done to a period.
    public enum Action: String, Sendable, Hashable, CaseIterable, Codable {
        case calculate, review, approve, pay, close, reopen
    }
}

/// A pay period's state, folded from its steps.
///
/// open → calculated → in review → half approved → approved → paid → closed. Calculating anew before the second approval goes back
/// to calculated and voids an approval. Reopening, with a reason, goes back to open: a calculation is withdrawn, and what was posted stays.
public struct PeriodLife: Sendable, Hashable {
    /// The period's name.
    public let period: String
    /// How far it has come.
    public private(set) var state = PeriodState.open
    /// The run it stands on; empty while open.
    public private(set) var run = ""
    /// The run whose entries were posted last; empty while none were.
    public private(set) var postedRun = ""
    /// Who has approved that run.
    public private(set) var approvers: [String] = []

    /// A period nobody has touched.
    public init(_ period: String) { self.period = period }

    /// A period after its steps.
    public init(_ period: String, after steps: [PeriodStep]) throws(LifeCycleRefusal) {
        self.init(period)
        for step in steps { try take(step) }
    }

    /// Takes a step, or says why it may not be taken now.
    public mutating func take(_ step: PeriodStep) throws(LifeCycleRefusal) {
        switch step.action {
        case .calculate: try calculate(step)
        case .review: try advance(from: .calculated, to: .inReview, step)
        case .approve: try approve(step)
        case .pay: try advance(from: .approved, to: .paid, step)
        case .close: try advance(from: .paid, to: .closed, step)
        case .reopen: try reopen(step)
        }
    }

    private mutating func calculate(_ step: PeriodStep) throws(LifeCycleRefusal) {
        guard [.open, .calculated, .inReview, .halfApproved].contains(state) else {
            throw .outOfOrder(period, state, step.action)
        }
        state = .calculated
        run = step.run
        approvers = []
    }

    private mutating func advance(
        from: PeriodState, to: PeriodState, _ step: PeriodStep
    ) throws(LifeCycleRefusal) {
        guard state == from else { throw .outOfOrder(period, state, step.action) }
        state = to
    }

    private mutating func approve(_ step: PeriodStep) throws(LifeCycleRefusal) {
        guard state == .inReview || state == .halfApproved else { throw .outOfOrder(period, state, step.action) }
        guard step.run == run else { throw .otherRun(period, approving: step.run, current: run) }
        guard !approvers.contains(step.actor) else { throw .sameApprover(period, step.actor) }
        approvers.append(step.actor)
        state = approvers.count < Self.approvalsNeeded ? .halfApproved : .approved
        if state == .approved { postedRun = run }
    }

    private mutating func reopen(_ step: PeriodStep) throws(LifeCycleRefusal) {
        guard state != .open else { throw .outOfOrder(period, state, step.action) }
        guard !step.reason.isEmpty else { throw .noReason(period) }
        state = .open
        run = ""
        approvers = []
    }

    /// How many different people must approve a period.
    public static let approvalsNeeded = 2
}
