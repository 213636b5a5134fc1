public import Calculation
public import Quantities

extension StandingCalculator {
    /// Where the awards of some lines should stand, for instance those of one person.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when the lines of a component do not fit together.
    public func standings(of lines: [AwardLine]) throws(QuantityError) -> [Obligation: Standing] {
        guard let period = lines.first?.stint.period else { return [:] }
        var awards = PeriodAwards(period: period, lines: lines, standings: [:], withoutValue: [:])
        let evaluator = MeasureEvaluator(known.model, known.source)
        for group in groups(lines) { try add(group, to: &awards, evaluator) }
        return awards.standings
    }
}
