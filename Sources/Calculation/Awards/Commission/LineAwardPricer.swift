internal import Company
internal import Quantities

/// Prices the lines of one award as they come by, person after person and period after period.
struct LineAwardPricer {
    private let award: LineAward
    private var place = -1
    private var person = -1
    private var period = -1
    private var total: Int64 = 0
    private var earned: Int64 = 0
    private var lines = 0
    private var isKnown = false
    /// The tiers of the person and the period; as many in all of them.
    private var ladder: TierLadder
    /// The stretch of totals that the total lies in.
    private var stretch = TierLadder.Stretch.everything
    private let step: Int64
    private let rounding: PayLineRounding

    init(_ award: LineAward) {
        self.award = award
        ladder = TierLadder(award.tiers)
        step = award.tiers?.step ?? 1
        rounding = PayLineRounding(places: award.worthScale, minorDigits: award.minorDigits, award.rounding)
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
            // The usual case has a constant divisor: cents of amounts with cents times rates with five places and factors
            // with one.
            if rounding.isHalfEvenOfMillionths {
                price(runs.lines(run), values, rates, filter) {
                    $0.divided(by: PayLineRounding.million, rounding: .halfEven)
                }
            } else {
                let rounding = rounding
                price(runs.lines(run), values, rates, filter) { rounding.rounded($0) }
            }
        }
    }

    /// Prices the lines of a run: those that stay within a stretch of totals one after the other, then the one that leaves it.
    @inline(__always)
    private mutating func price(
        _ lines: Range<Int>, _ values: UnsafeMutablePointer<Int64>, _ rates: UnsafeMutablePointer<Int64>?,
        _ filter: UnsafeMutablePointer<Int64>?, _ rounded: (Int64) -> Int64
    ) {
        var (total, stretch, sum, count) = (total, stretch, earned, self.lines)
        var line = lines.lowerBound
        while true {
            while line < lines.upperBound {
                let value = values[line]
                if value != LineColumn.empty, filter?[line] != 0 {
                    let next = total &+ value &* step
                    guard next >= stretch.least, next <= stretch.most else { break }
                    total = next
                    count &+= 1
                    let rate = rates?[line] ?? 1
                    sum &+= rounded(rate == LineColumn.empty ? 0 : value &* step &* stretch.factor &* rate)
                }
                line &+= 1
            }
            guard line < lines.upperBound else { break }
            let next = total &+ values[line] &* step
            let worth = ladder.worth(of: next) &- ladder.worth(of: total)
            let rate = rates?[line] ?? 1
            sum &+= rounded(rate == LineColumn.empty ? 0 : worth &* rate)
            (total, stretch) = (next, ladder.stretch(around: next))
            count &+= 1
            line &+= 1
        }
        (self.total, self.stretch, earned, self.lines) = (total, stretch, sum, count)
    }

    // MARK: From person to person

    private mutating func move(to person: Int, _ period: Int) {
        guard person != self.person || period != self.period else { return }
        finish()
        self.person = person
        self.period = period
        place = person * award.periods.count + period
        (total, earned, lines, isKnown) = (0, 0, 0, true)
        guard let tiers = award.tiers else { return }
        guard let target = tiers.target(at: place) else {
            isKnown = false
            return
        }
        ladder.place(target)
        stretch = ladder.stretch(around: 0)
    }

    /// Writes down the last award, and for everybody without lines in a period that there were none.
    mutating func finish(_ people: Range<Int>) {
        finish()
        for person in people {
            for period in award.periods.indices {
                let place = person * award.periods.count + period
                guard award.results.award(person, period).state == .unknown else { continue }
                if let tiers = award.tiers, tiers.target(at: place) == nil { continue }
                award.results.set(place, 0, .noLines)
            }
        }
    }

    private mutating func finish() {
        guard place >= 0, isKnown else { return }
        let state: LineAward.State = lines == 0 ? .noLines : ladder.isBelow(total) ? .belowFirstTier : .priced
        award.results.set(place, earned, state)
        place = -1
    }
}
