internal import Company
internal import Formulas
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
    let results: LineAwardCells

    /// Decimal places of what a line is worth before it is rounded.
    var worthScale: Int { (tiers?.worthScale ?? value.scale) + (rate?.scale ?? 0) }
}

/// Tiers with the bounds of each person and period, in the units in which lines are added up.
struct LineTiers: Sendable {
    /// The factor of each tier, in 10^-``factorScale``.
    let factors: [Int64]
    let factorScale: Int
    /// Decimal places of bounds and totals.
    let scale: Int
    /// What a line's value is multiplied with to have as many.
    let step: Int64
    let belowZero: TierTable.BelowZero
    /// For each person and period the bounds of the tiers; the first is ``LineColumn/empty`` when there is no target.
    let bounds: FlatColumn<Int64>

    var worthScale: Int { scale + factorScale }
}

/// Awards by person and period, written by passes for people of their own.
final class LineAwardCells: @unchecked Sendable {
    // Safe to share: passes write the cells of different people, and nobody reads before they are done.
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

/// Prices the lines of one award as they come by, person after person and period after period.
struct LineAwardPricer {
    private let award: LineAward
    private var place = -1
    private var person = -1
    private var period = -1
    private var total: Int64 = 0
    private var worth: Int64 = 0
    private var earned: Int64 = 0
    private var lines = 0
    private var isKnown = false
    /// The tiers of the person and the period; as many in all of them.
    private var prices: [TierPrice]
    private let step: Int64
    private let continuesBelowZero: Bool
    private let rounding: LineRounding

    /// A tier: from which total it begins, what that total is worth, and the factor of what lies above.
    private struct TierPrice {
        var from: Int64
        var worth: Int64
        var factor: Int64
    }

    init(_ award: LineAward) {
        self.award = award
        prices = (award.tiers?.factors ?? []).map { TierPrice(from: 0, worth: 0, factor: $0) }
        step = award.tiers?.step ?? 1
        continuesBelowZero = award.tiers?.belowZero == .first
        rounding = LineRounding(places: award.worthScale, minorDigits: award.minorDigits, award.rounding)
    }

    /// Prices the lines of a block.
    mutating func add(_ block: LineBlock, _ runs: borrowing LineRuns) {
        let values = block.numbers(award.value.step)
        let rates = award.rate.map { block.numbers($0.step) }
        let filter = award.filter.map { block.numbers($0) }
        for run in 0..<runs.count {
            let period = Int(award.periodOfCell[runs.cell(run)])
            guard period >= 0 else { continue }
            move(to: runs.person(run), period)
            guard isKnown else { continue }
            price(runs.lines(run), values, rates, filter)
        }
    }

    private mutating func price(
        _ lines: Range<Int>, _ values: UnsafeMutablePointer<Int64>, _ rates: UnsafeMutablePointer<Int64>?,
        _ filter: UnsafeMutablePointer<Int64>?
    ) {
        let rounding = rounding
        var (total, before, sum, count) = (total, worth, earned, self.lines)
        prices.withUnsafeBufferPointer { prices in
            let tiers = prices.isEmpty ? nil : prices.baseAddress
            for line in lines {
                if let filter, filter[line] == 0 { continue }
                let value = values[line]
                if value == LineColumn.empty { continue }
                count += 1
                var worth = value
                if let tiers {
                    total &+= value &* step
                    let now = Self.worth(of: total, tiers, prices.count, continuesBelowZero)
                    worth = now &- before
                    before = now
                }
                let rate = rates.map { $0[line] } ?? 1
                sum &+= rounding.rounded(rate == LineColumn.empty ? 0 : worth &* rate)
            }
        }
        (self.total, worth, earned, self.lines) = (total, before, sum, count)
    }

    /// What a total is worth: each slice at the factor of its own tier.
    @inline(__always)
    private static func worth(
        of total: Int64, _ prices: UnsafePointer<TierPrice>, _ count: Int, _ continuesBelowZero: Bool
    ) -> Int64 {
        if total < 0, continuesBelowZero { return total &* prices[0].factor }
        let size = total < 0 ? 0 &- total : total
        var tier = count - 1
        while tier >= 0, size < prices[tier].from { tier -= 1 }
        guard tier >= 0 else { return 0 }
        let worth = prices[tier].worth &+ prices[tier].factor &* (size &- prices[tier].from)
        return total < 0 ? 0 &- worth : worth
    }

    // MARK: From person to person

    private mutating func move(to person: Int, _ period: Int) {
        guard person != self.person || period != self.period else { return }
        finish()
        self.person = person
        self.period = period
        place = person * award.periods.count + period
        (total, worth, earned, lines, isKnown) = (0, 0, 0, 0, true)
        guard let tiers = award.tiers else { return }
        let start = place * prices.count
        isKnown = tiers.bounds[start] != LineColumn.empty
        guard isKnown else { return }
        for tier in prices.indices {
            prices[tier].from = tiers.bounds[start + tier]
            guard tier > 0 else { continue }
            let below = prices[tier - 1]
            prices[tier].worth = below.worth &+ below.factor &* (prices[tier].from &- below.from)
        }
    }

    /// Writes down the last award, and for everybody without lines in a period that there were none.
    mutating func finish(_ people: Range<Int>) {
        finish()
        for person in people {
            for period in award.periods.indices {
                let place = person * award.periods.count + period
                guard award.results.award(person, period).state == .unknown else { continue }
                if let tiers = award.tiers, tiers.bounds[place * prices.count] == LineColumn.empty { continue }
                award.results.set(place, 0, .noLines)
            }
        }
    }

    private mutating func finish() {
        guard place >= 0, isKnown else { return }
        let isBelow = !(total < 0 && continuesBelowZero) && prices.first.map { abs(total) < $0.from } ?? false
        award.results.set(place, earned, lines == 0 ? .noLines : isBelow ? .belowFirstTier : .priced)
        place = -1
    }
}

/// Brings what a line is worth to minor units as a pay line is rounded: what lies within 5 × 10^-11 of a half is a half.
struct LineRounding {
    /// What settles quotients' last places; 1 where there are not so many.
    private let settling: Int64
    private let divisor: Int64
    private let factor: Int64
    private let mode: Rounding

    init(places: Int, minorDigits: Int, _ mode: Rounding) {
        let settled = min(places, 10)
        settling = LineKernel.powerOfTen(places - settled)
        divisor = LineKernel.powerOfTen(max(0, settled - minorDigits))
        factor = LineKernel.powerOfTen(max(0, minorDigits - settled))
        self.mode = mode
    }

    @inline(__always)
    func rounded(_ worth: Int64) -> Int64 {
        let settled = settling == 1 ? worth : LineKernel.roundedQuotient(worth, settling, .halfAwayFromZero)
        // The usual case has a constant divisor: cents of amounts with cents times rates with five places and factors with one.
        if divisor == 1_000_000 { return LineKernel.roundedQuotient(settled, 1_000_000, mode) }
        return divisor == 1 ? settled &* factor : LineKernel.roundedQuotient(settled, divisor, mode)
    }
}
