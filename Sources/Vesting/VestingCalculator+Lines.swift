public import Calculation
internal import Company
public import Ledger
internal import Periods
public import Quantities

extension VestingCalculator {
    /// Where the awards of some lines should stand, for instance those of one person, as a posting would have them.
    ///
    /// - Parameter earlier: The lines of the same people that earlier periods pay. They are asked for only when a negative award
    ///   may be set against what those hold.
    /// - Throws: ``QuantityError/overflow(_:)`` when the lines of a component do not fit together.
    public func standings(
        of lines: [AwardLine], earlier: () -> [AwardLine]
    ) throws(QuantityError) -> [Obligation: TargetBalance] {
        let own = try standings(lines)
        guard SetOff.isAsked(own) else { return own }
        let before = earlier()
        var all = try standings(before + lines)
        var places: [Obligation: CivilDay] = [:]
        for line in before + lines { places[obligation(of: line)] = payPeriodBegin(line.participation.period) }
        let order = all.keys.sorted { left, right in
            let (first, second) = (places[left] ?? .earliest, places[right] ?? .earliest)
            return first == second ? left < right : first < second
        }
        try SetOff.apply(to: &all, inOrder: order)
        return all.filter { own[$0.key] != nil }
    }

    private func standings(_ lines: [AwardLine]) throws(QuantityError) -> [Obligation: TargetBalance] {
        guard let period = lines.first?.participation.period else { return [:] }
        var awards = PeriodAwards(period: period, lines: lines, standings: [:], withoutValue: [:])
        let evaluator = MeasureEvaluator(known.model, known.source)
        for group in groups(lines) { try add(group, to: &awards, evaluator) }
        return awards.standings
    }

    /// The first day of the pay period to which a plan's period belongs: the one that it ends in.
    private func payPeriodBegin(_ period: Period) -> CivilDay {
        guard let last = period.range.until.adding(days: -1) else { return .latest }
        return model.calendar.period(model.ledgerRules.period, containing: last)?.range.from ?? last
    }
}
