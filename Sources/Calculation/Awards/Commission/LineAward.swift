internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// A commission that prices and rounds every line by itself, as a pass over lines computes it for whole periods of a plan.
struct LineAward: Sendable {
    /// Which component of which plan it is.
    struct Key: Hashable, Sendable {
        var plan: Int
        var component: Int
    }

    /// What is known of a person's award for a period.
    enum State: UInt8, Sendable {
        /// It was not computed: there is no target, or not the whole period lies within the lines' months.
        case unknown
        case noLines
        case belowFirstTier
        case priced
    }

    let key: Key
    /// The step of what a line is priced on, and its decimal places.
    let value: (step: Int, scale: Int)
    /// Which lines take part; `nil` when all do.
    let filter: Int?
    /// The step of a line's rate and its decimal places; `nil` when it has none.
    let rate: (step: Int, scale: Int)?
    let tiers: LineTiers?
    let rounding: Rounding
    let minorDigits: Int
    /// For each cell the number of the plan's period it belongs to; -1 for none.
    let periodOfCell: [Int32]
    let periods: [Period]
    private(set) var results: LineAwardCells

    /// The same with results that belong to nobody else.
    var owned: LineAward {
        var own = self
        own.results = LineAwardCells(copying: results)
        return own
    }

    /// The steps of the program that it reads.
    var steps: [Int] { [value.step] + [filter, rate?.step].compactMap { $0 } }

    /// Decimal places of what a line is worth before it is rounded.
    var worthScale: Int { (tiers?.worthScale ?? value.scale) + (rate?.scale ?? 0) }
}

/// Tiers whose bounds are shares of each person's target for a period, in the units in which lines are added up.
struct LineTiers: Sendable {
    /// The factor of each tier, in 10^-``factorScale``.
    let factors: [Int64]
    let factorScale: Int
    /// Decimal places of bounds and totals.
    let scale: Int
    /// What a line's value is multiplied with to have as many.
    let step: Int64
    let belowZero: TierTable.BelowZero
    /// Where each tier begins, per unit of a target; without targets, where it begins.
    let starts: [Int64]
    /// For each person and period the target in 10^-``targetScale``; ``LineColumn/empty`` when there is none. `nil` when bounds
    /// are nobody's own.
    let targets: FlatColumn<Int64>?
    let targetScale: Int

    var worthScale: Int { scale + factorScale }

    /// What the starts of a person's tiers are multiplied with in a period; `nil` when he has no target.
    func target(at place: Int) -> Int64? {
        guard let targets else { return 1 }
        return targets[place] == LineColumn.empty ? nil : targets[place]
    }

    /// Whether the bounds of a target, and what they are worth, stay far within 64 bits.
    func fits(_ target: Int64) -> Bool {
        // Two numbers of 64 bits, so that the product does not leave 128.
        let bound = Int128(target) * Int128(starts.map(\.magnitude).max() ?? 0)
        return bound < Int64.max / 4 && bound * Int128(factors.map(\.magnitude).max() ?? 0) * 2 < Int128(Int64.max)
    }

    /// The same with other targets.
    func with(_ targets: FlatColumn<Int64>) -> LineTiers {
        LineTiers(
            factors: factors, factorScale: factorScale, scale: scale, step: step, belowZero: belowZero, starts: starts,
            targets: targets, targetScale: targetScale)
    }
}

/// Awards by person and period, written by passes for people of their own.
final class LineAwardCells: @unchecked Sendable {
    // Safe to share: as ``FigureCells``.
    private let amounts: UnsafeMutablePointer<Int64>
    private let states: UnsafeMutablePointer<UInt8>
    private let count: Int
    let periods: Int

    init(people: Int, periods: Int) {
        self.periods = periods
        count = people * periods
        amounts = .allocate(capacity: max(1, count))
        amounts.initialize(repeating: 0, count: max(1, count))
        states = .allocate(capacity: max(1, count))
        states.initialize(repeating: LineAward.State.unknown.rawValue, count: max(1, count))
    }

    /// The same awards for somebody who writes to them.
    init(copying other: LineAwardCells) {
        periods = other.periods
        count = other.count
        amounts = .allocate(capacity: max(1, count))
        amounts.initialize(from: other.amounts, count: max(1, count))
        states = .allocate(capacity: max(1, count))
        states.initialize(from: other.states, count: max(1, count))
    }

    deinit {
        amounts.deallocate()
        states.deallocate()
    }

    func set(_ place: Int, _ amount: Int64, _ state: LineAward.State) {
        precondition(place >= 0 && place < count, "an award outside of the cells")
        amounts[place] = amount
        states[place] = state.rawValue
    }

    /// Forgets the awards of a person.
    func clear(_ person: Int) {
        for period in 0..<periods { set(person * periods + period, 0, .unknown) }
    }

    /// An award in minor units and what is known of it.
    func award(_ person: Int, _ period: Int) -> (amount: Int64, state: LineAward.State) {
        let place = person * periods + period
        precondition(place >= 0 && place < count, "an award outside of the cells")
        return (amounts[place], LineAward.State(rawValue: states[place]) ?? .unknown)
    }
}
