public import Messages
public import Quantities

/// Where an award should stand at the end of a pay period, in minor units: what was earned, and the parts of it that are not free.
///
/// The ledger moves to where the calculation says it should stand. So calculating step by step and all at once end in the same
/// balances, and calculating twice moves nothing.
public struct TargetBalance: Sendable, Hashable {
    /// All that was awarded; below zero after returns larger than sales.
    public var earned: Int64
    /// What waits for the client's payment, a day or a condition.
    public var held: Int64
    /// What waits for its tranche.
    public var deferred: Int64
    /// What was lost with a tranche.
    public var forfeited: Int64

    /// Makes a standing.
    public init(earned: Int64 = 0, held: Int64 = 0, deferred: Int64 = 0, forfeited: Int64 = 0) {
        self.earned = earned
        self.held = held
        self.deferred = deferred
        self.forfeited = forfeited
    }

    /// Nothing was awarded.
    public static let nothing = TargetBalance()

    /// What may be paid.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when it does not fit.
    public var free: Int64 {
        get throws(QuantityError) { try earned.minus(held).minus(deferred).minus(forfeited) }
    }
}

extension TargetBalance {
    /// An award of which a share is free; the rest is held. What is to be taken back waits for nothing: a negative award is free.
    ///
    ///     48 000.00 with 25 % of the sales paid → 12 000.00 free, 36 000.00 held
    ///
    /// - Parameter share: The free share; below 0 counts as 0, above 1 as 1.
    public init(holding earned: Int64, free share: FixedDecimal) throws(QuantityError) {
        guard earned > 0 else {
            self.init(earned: earned)
            return
        }
        let share = min(max(share, .zero), .one)
        let free = try share.portion(of: earned)
        self.init(earned: earned, held: earned - free)
    }

    /// An award paid in tranches. A negative one is taken back at once; with a lost tranche a debt would be forgiven.
    ///
    ///     600 000.00 by 50 %, 25 %, 25 %: paid in full, in full, by 40 % → 510 000.00 free, 90 000.00 forfeited
    public init(deferring earned: Int64, _ tranches: [TrancheState]) throws(QuantityError) {
        guard earned > 0 else {
            self.init(earned: earned)
            return
        }
        let weights = tranches.enumerated().map { (key: $0.offset, weight: $0.element.share) }
        let parts = try Split.largestRemainder(earned, weights: weights)
        self.init(earned: earned)
        for (part, tranche) in zip(parts, tranches) {
            switch tranche.outcome {
            case .waiting, .undecided: deferred += part
            case .lost: forfeited += part
            case .due(let share): forfeited += part - (try min(max(share, .zero), .one).portion(of: part))
            }
        }
    }
}

/// How a tranche of a deferred award stands.
public struct TrancheState: Sendable, Hashable {
    /// Its share of the award.
    public var share: FixedDecimal
    /// What has become of it.
    public var outcome: Outcome

    /// Makes a state.
    public init(share: FixedDecimal, _ outcome: Outcome) {
        self.share = share
        self.outcome = outcome
    }

    /// What has become of a tranche.
    public enum Outcome: Sendable, Hashable {
        /// Its day has not come, or the period that decides it has not ended.
        case waiting
        /// It is due, but what decides it has no value; it waits on.
        case undecided(Reason)
        /// Its owner left before it was due.
        case lost
        /// It is due, and this share of it is paid.
        case due(FixedDecimal)
    }
}

extension FixedDecimal {
    /// This share of an amount of minor units, half away from zero; what a quotient lost in its last decimal places does not decide.
    func portion(of minorUnits: Int64) throws(QuantityError) -> Int64 {
        let exact = try FixedDecimal(minorUnits: minorUnits, places: 0).multiplied(by: self)
        return Int64(try exact.rounded(toPlaces: 10).integer(.halfAwayFromZero))
    }
}
