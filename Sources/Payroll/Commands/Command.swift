public import Quantities
public import Storage

/// Everything that changes what is recorded, as a value: it can be asked about before it is done (``PayCycle/refusal(of:by:)``).
public enum Command: Sendable, Hashable {
    /// Rows of a source come in; `complete` when they are all there is.
    case importRows(source: String, complete: Bool)
    /// A pay period is calculated.
    case calculate(period: String)
    /// People are shown their statements.
    case review(period: String)
    /// The period's run is approved: the one that was looked at, or its own of now.
    case approve(period: String, run: String?)
    /// Everything payable goes to payroll, also what was paid before a restore.
    case pay(period: String, afterRestore: Bool)
    /// A paid period ends.
    case close(period: String)
    /// A period is opened again.
    case reopen(period: String, reason: String)
    /// A change of somebody's pay by hand is proposed.
    case adjust(NewAdjustment)
    /// What waits about an adjustment is decided.
    case decide(Int64, Adjustment.Decision.Verdict, reason: String)
    /// It is proposed that an approved adjustment counts no longer.
    case withdraw(Int64, reason: String)
    /// Somebody's pay is objected to.
    case dispute(person: String, period: String, text: String)
    /// An objection is answered.
    case answer(Int64, text: String)

    /// The right that it takes.
    public var right: Right {
        switch self {
        case .importRows: .importRows
        case .calculate: .calculate
        case .review: .review
        case .approve: .approve
        case .pay: .pay
        case .close: .close
        case .reopen: .reopen
        case .adjust, .withdraw: .proposeAdjustment
        case .decide: .decideAdjustment
        case .dispute: .openDispute
        case .answer: .answerDispute
        }
    }
}

/// A change of somebody's pay by hand, as it is entered.
public struct NewAdjustment: Sendable, Hashable {
    /// Whose pay.
    public var person: String
    /// The pay period.
    public var period: String
    /// The amount in the company's currency; below zero takes away.
    public var amount: FixedDecimal
    /// What it is.
    public var kind: Adjustment.Kind
    /// The order on which it rests; empty where there is none.
    public var order: String
    /// Why.
    public var reason: String

    /// Makes one.
    public init(
        person: String, period: String, amount: FixedDecimal, kind: Adjustment.Kind = .adjustment, order: String = "",
        reason: String
    ) {
        self.person = person
        self.period = period
        self.amount = amount
        self.kind = kind
        self.order = order
        self.reason = reason
    }
}
