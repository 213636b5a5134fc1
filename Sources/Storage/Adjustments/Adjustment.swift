/// A change of somebody's pay by hand, with its order and its reason.
public struct Adjustment: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int64
    /// The pay period.
    public var period: String
    /// Whose pay it changes.
    public var person: String
    /// The amount in minor units; below zero when it takes away.
    public var amount: Int64
    /// What it is.
    public var kind: Kind
    /// The order on which it rests, as people name it.
    public var order: String
    /// Why.
    public var reason: String
    /// Who entered it.
    public var author: String
    /// What was decided; `nil` while nobody has.
    public var decision: Decision?
    /// The last proposal to withdraw it after it was approved; `nil` when there was none.
    public var withdrawal: Withdrawal?

    /// Whether it counts: approved, and not withdrawn since.
    public var isInForce: Bool {
        decision?.verdict == .approved && withdrawal?.decision?.verdict != .approved
    }

    /// The most that one may change a pay by, in minor units: any larger amount is a slip of the pen, and nine thousand of
    /// this size still have a sum.
    public static let largestAmount: Int64 = 1_000_000_000_000_000

    /// A proposal that an approved adjustment counts no longer.
    public struct Withdrawal: Sendable, Hashable {
        /// Its number, from 1, over the withdrawals of all adjustments.
        public var number: Int64
        /// Who proposed it.
        public var author: String
        /// Why.
        public var reason: String
        /// What somebody else decided about it; `nil` while nobody has.
        public var decision: Decision?
    }

    /// What an adjustment is.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// Something put right, or granted, by hand.
        case adjustment
        /// A bonus cut for a disciplinary sanction, within what labour law allows (Russian labour code, art. 135).
        case discipline
    }

    /// What somebody decided about it.
    public struct Decision: Sendable, Hashable {
        /// Whether it is to be paid.
        public var verdict: Verdict
        /// Who decided.
        public var actor: String
        /// Why.
        public var reason: String

        /// Yes or no.
        public enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
            case approved, rejected
        }
    }
}
