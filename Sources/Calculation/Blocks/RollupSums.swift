internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Which figure over which days was added up from the bottom of the organisation.
struct RollupKey: Hashable {
    let aggregate: Int
    let days: DayRange
}

/// A figure of everybody with what is below him; a class, since the sums follow single changes.
final class RollupSums {
    private var own: [Int64]
    private(set) var sums: [Int64]
    /// The decimal places of the sums.
    let scale: Int
    private(set) var lines: ReportingLines
    /// Whether the sums are still those of the cells.
    private(set) var isValid = true
    private let kept: LineEngine.KeptCells

    /// Adds up a figure; `nil` when a sum does not fit 64 bits.
    init?(own: [Int64], scale: Int, lines: ReportingLines, _ kept: LineEngine.KeptCells) {
        guard let sums = lines.addUp(own) else { return nil }
        self.own = own
        self.sums = sums
        self.scale = scale
        self.lines = lines
        self.kept = kept
    }

    /// The sum of a person; `nil` when it has to be asked for in another way.
    func sum(_ person: Int32) -> Int64? {
        // The lowest number stands for "none" where figures are computed with.
        isValid && !lines.isUnsteady[Int(person)] && sums[Int(person)] != LineColumn.empty ? sums[Int(person)] : nil
    }

    /// Adds up anew after other reporting lines.
    func follow(_ changed: ReportingLines) {
        lines = changed
        guard let sums = changed.addUp(own) else {
            isValid = false
            return
        }
        self.sums = sums
    }

    /// Follows a change of a person's figures: his own number, and those of all above him, move by as much.
    func figuresChanged(of person: Int32) {
        let now = kept.units(of: person)
        let (delta, overflow) = now.subtractingReportingOverflow(own[Int(person)])
        own[Int(person)] = now
        if delta != 0, overflow || !lines.add(delta, from: person, to: &sums) { isValid = false }
    }
}

extension PeopleSource {
    /// The sums of a figure over some days; `nil` when it does not simply add up.
    func rollup(_ aggregate: Int, _ days: DayRange) -> RollupSums? {
        let key = RollupKey(aggregate: aggregate, days: days)
        if let known = rollups[key], known.isValid { return known }
        let function = model.aggregates[aggregate].function
        guard function == .sum || function == .count, let kept = lines.kept(aggregate, days),
            !lines.noData(aggregate, until: days.until)
        else { return nil }
        let own = kept.units(of: (0..<model.people.count).map { Int32($0) })
        let reporting = ReportingLines(model.organisation, people: model.people.count, days)
        let sums = RollupSums(own: own, scale: kept.scale, lines: reporting, kept)
        rollups[key] = sums
        return sums
    }

    /// Adds up anew what lies on days on which reporting lines are different.
    func reportingChanged(on days: [DayRange]) {
        var known: [DayRange: ReportingLines] = [:]
        for (key, sums) in rollups where days.contains(where: { $0.overlaps(key.days) }) {
            let lines = known[key.days] ?? ReportingLines(model.organisation, people: model.people.count, key.days)
            known[key.days] = lines
            sums.follow(lines)
        }
    }

    /// Follows a change of a person's figures in the sums that it may concern.
    func figuresChanged(of person: Int32, where isConcerned: (RollupKey) -> Bool) {
        for (key, sums) in rollups where isConcerned(key) { sums.figuresChanged(of: person) }
    }
}
