internal import Company
public import Storage

/// A change of somebody's pay by hand, as it is entered.
public struct NewAdjustment: Sendable, Hashable {
    /// Whose pay.
    public var person: String
    /// The pay period.
    public var period: String
    /// The amount in minor units; below zero takes away.
    public var amount: Int64
    /// What it is.
    public var kind: Adjustment.Kind
    /// The order on which it rests; empty where there is none.
    public var order: String
    /// Why.
    public var reason: String

    /// Makes one.
    public init(
        person: String, period: String, amount: Int64, kind: Adjustment.Kind = .adjustment, order: String = "",
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

/// What people change and object to between the calculations.
extension PayCycle {
    /// Enters an adjustment, and tells its number; somebody else must approve it.
    @discardableResult
    public func adjust(_ adjustment: NewAdjustment, by actor: String) throws(PayrollFailure) -> Int64 {
        try write(by: actor) { tx in
            try tx.adjust(
                adjustment.person, period: adjustment.period, amount: adjustment.amount, kind: adjustment.kind,
                order: adjustment.order, reason: adjustment.reason)
        }
    }

    /// Approves or rejects an adjustment.
    public func decide(
        _ number: Int64, _ verdict: Adjustment.Decision.Verdict, reason: String, by actor: String
    ) throws(PayrollFailure) {
        try write(by: actor) { tx in
            try Self.check(actor, among: CompanyReader.approvers(in: text))
            try tx.decide(number, verdict, reason: reason)
        }
    }

    /// Proposes that an approved adjustment counts no longer; somebody else must approve it.
    public func withdraw(_ number: Int64, reason: String, by actor: String) throws(PayrollFailure) {
        try write(by: actor) { try $0.withdraw(number, reason: reason) }
    }

    /// Opens a dispute about a person's pay, and tells its number.
    @discardableResult
    public func dispute(
        _ person: String, period: String, text: String, by actor: String
    ) throws(PayrollFailure) -> Int64 {
        try write(by: actor) { try $0.dispute(period: period, person: person, text: text) }
    }

    /// Answers a dispute, which resolves it.
    public func resolveDispute(_ number: Int64, answer: String, by actor: String) throws(PayrollFailure) {
        try write(by: actor) { try $0.resolveDispute(number, answer: answer) }
    }
}
