internal import Company
internal import Formulas
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
        isValid && !lines.isUnsteady[Int(person)] ? sums[Int(person)] : nil
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

extension BlockEvaluator {
    /// A figure of each person and all who report to him; `nil` when it does not simply add up.
    func below(_ aggregate: Int, _ people: PeopleFrame) -> NumberBlock? {
        let days = people.frame.days
        guard let below = rollup(aggregate, days) else { return nil }
        var values: [Int64] = []
        var missing = [Bool](repeating: false, count: people.count)
        for (row, person) in people.people.enumerated() {
            if let sum = below.sum(person) {
                values.append(sum)
                continue
            }
            let figure = source.figure(aggregate, of: evaluator.parts(of: .rollup(person), in: days), in: days)
            missing[row] = figure.value == nil
            guard let units = (figure.value ?? .zero).units(scale: below.scale) else { return nil }
            values.append(units)
        }
        return NumberBlock(.narrow(values, scale: below.scale), missing: missing)
    }

    /// The sums of a figure over some days; `nil` when it does not simply add up.
    func rollup(_ aggregate: Int, _ days: DayRange) -> RollupSums? {
        let key = RollupKey(aggregate: aggregate, days: days)
        if let known = rollups[key], known.isValid { return known }
        let function = model.aggregates[aggregate].function
        guard function == .sum || function == .count, let kept = source.kept(aggregate, days),
            let block = source.figures(aggregate, everybody(days)), block.missing == nil,
            case .narrow(let own, let scale) = block.numbers
        else { return nil }
        let lines = ReportingLines(model.organisation, people: model.people.count, days)
        let sums = RollupSums(own: own, scale: scale, lines: lines, kept)
        rollups[key] = sums
        return sums
    }

    private func everybody(_ days: DayRange) -> PeopleFrame {
        PeopleFrame(
            people: (0..<model.people.count).map { Int32($0) },
            frame: Frame(.company, days: days, period: .all, audience: nil))
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
