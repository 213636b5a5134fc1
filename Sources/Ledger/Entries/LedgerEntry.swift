/// One movement of a person's money from one account to another.
///
/// Entries are never changed or removed. What turns out to be wrong is put right by a new one that names its cause.
public struct LedgerEntry: Sendable, Hashable, Codable {
    /// The pay period in which it was posted.
    public var period: String
    /// Whose it is, and what for.
    public var obligation: Obligation
    /// Why it was made.
    public var cause: Cause
    /// Where the amount was.
    public var from: Account
    /// Where it is now.
    public var to: Account
    /// The amount in minor units of the company's currency; always above zero.
    public var amount: Int64

    /// Makes an entry.
    public init(
        period: String, _ obligation: Obligation, _ cause: Cause, from: Account, to: Account, amount: Int64
    ) {
        self.period = period
        self.obligation = obligation
        self.cause = cause
        self.from = from
        self.to = to
        self.amount = amount
    }

    /// Why an entry was made.
    public enum Cause: String, Sendable, Hashable, CaseIterable, Codable {
        /// The award of the period itself.
        case award
        /// An earlier period came out differently with what is known now.
        case correction
        /// An adjustment by hand.
        case adjustment
        /// Kept back until the client pays, a day comes or a condition is met.
        case hold
        /// Free from a hold.
        case release
        /// Put off to a later tranche.
        case deferral
        /// A tranche has become due.
        case vesting
        /// A tranche's condition was not met, or its owner left.
        case forfeiture
        /// An advance against later earnings.
        case draw
        /// An advance earned back.
        case drawRecovery = "draw_recovery"
        /// Made payable.
        case settlement
        /// Below zero, so left for later pay.
        case carryForward = "carry_forward"
        /// Taken from this pay for what was carried.
        case recovery
        /// Handed to payroll.
        case payment
    }
}
