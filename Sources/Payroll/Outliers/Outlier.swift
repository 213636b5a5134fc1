public import Messages
internal import Quantities

/// Something in a run that whoever approves it should have looked at.
public struct Outlier: Sendable, Hashable {
    /// What is unusual.
    public enum Kind: String, Sendable, CaseIterable {
        /// More than three median deviations from his own periods before.
        case unusual
        /// He has sold, and is paid nothing for the period.
        case soldWithoutPay = "sold-without-pay"
        /// A cap took something away.
        case capped
        /// An award has no value.
        case withoutValue = "without-value"
        /// He was never paid before.
        case firstPay = "first-pay"
        /// He comes out below zero.
        case belowZero = "below-zero"
        /// Somebody changed the pay by hand.
        case byHand = "by-hand"
    }

    /// What is unusual.
    public var kind: Kind
    /// The person's identifier.
    public var person: String
    /// What it is about, in minor units: what the run awards him, or the adjustment.
    public var amount: Int64
    /// What is to be known: the middle of the periods before, the component that was capped.
    public var note: LocalizedText
    /// The middle of his own periods before, in minor units; only of what is unusual.
    public var median: Int64?
    /// How it was marked; nil while nobody has looked at it as it is now.
    public var seen: Seen?

    /// That somebody has looked.
    public struct Seen: Sendable, Hashable {
        /// Who.
        public var actor: String
        /// When, as ISO 8601 in UTC.
        public var at: String
        /// What he has to say.
        public var word: String
    }

    /// What tells it from others of a period: a mark holds for the kind, the person and the amount, so a run that pays otherwise is looked
    /// at anew.
    public var key: String { "\(kind.rawValue)/\(person)/\(amount)" }
}

/// What somebody's earlier periods say of one more: robust against the few that were unusual themselves.
public struct OwnPast: Sendable {
    private let amounts: [Int64]

    /// The fewest periods before that say anything.
    public static let fewest = 5
    /// How many median deviations are unusual.
    public static let most = 3
    /// How many periods before are looked at.
    public static let periods = 12

    /// What periods before awarded.
    public init(_ amounts: [Int64]) { self.amounts = amounts }

    /// Twice the middle one; of an even number the sum of the two in the middle, so that nothing is rounded.
    private static func doubledMedian(_ values: [Int128]) -> Int128 {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? 2 * sorted[middle] : sorted[middle - 1] + sorted[middle]
    }

    /// The middle of the periods before, in minor units rounded down; nil for too few of them.
    public var median: Int64? {
        amounts.count < Self.fewest ? nil : Int64(exactly: Self.doubledMedian(amounts.map { Int128($0) }) / 2)
    }

    /// Whether an amount is farther from the middle than three median deviations; never where there are too few periods.
    ///
    ///     100, 110, 90, 105, 95 → middle 100, deviations 0, 10, 10, 5, 5, their middle 5: 116 is unusual, 115 is not
    public func isUnusual(_ amount: Int64) -> Bool {
        guard amounts.count >= Self.fewest else { return false }
        let values = amounts.map { Int128($0) }
        let middle = Self.doubledMedian(values)
        // In quarters: the middle is doubled, and the middle of doubled distances is doubled again.
        let deviation = Self.doubledMedian(values.map { Int128((2 * $0 - middle).magnitude) })
        return 2 * Int128((2 * Int128(amount) - middle).magnitude) > Int128(Self.most) * deviation
    }
}
