internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// What awards are read with: the names that formulas may use, and where faults are reported.
///
/// This is all that a kind of award sees of the reading of a plans.
struct AwardReader {
    private let plans: PlanReader
    /// How often the plan pays.
    let period: PeriodKind

    init(_ plans: PlanReader, period: PeriodKind) {
        self.plans = plans
        self.period = period
    }

    var findings: Findings { plans.findings }
    var names: Names { plans.names }
    /// The metrics by number, as far as they are without fault.
    var metrics: [Metric] { plans.metrics }
    /// Money of the company's currency.
    var money: FormulaType { plans.money }

    // MARK: Formulas and constants

    func formula(_ entry: YAMLEntry, _ scope: MeasureScope, expecting type: FormulaType? = nil) -> Checked<Measure>? {
        plans.formula(entry, scope, expecting: type)
    }

    /// A formula that is asked of a group; a field of a person never has a value in it, which is an error.
    func groupFormula(_ entry: YAMLEntry, expecting type: FormulaType? = nil, _ meant: PersonInGroup) -> Checked<
        Measure
    >? {
        plans.groupFormula(entry, expecting: type, meant)
    }

    /// Reports a field of a person in a formula that is asked of a group, also when a metric asks for it.
    func refusePerson(in formula: Checked<Measure>?, _ entry: YAMLEntry, _ meant: PersonInGroup) {
        plans.refusePerson(in: formula, entry, meant)
    }

    func constant(_ entry: YAMLEntry, in unit: Unit) -> FixedDecimal? { plans.constant(entry, in: unit) }

    func constant(_ entry: YAMLEntry) -> (value: FixedDecimal, unit: Unit)? { plans.constant(entry) }

    /// Whether bounds rise from line to line; reports those that do not.
    func isRising(_ bounds: [FixedDecimal], _ entry: YAMLEntry) -> Bool {
        guard zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 }) else { return true }
        findings.report(
            "order", at: entry.place,
            LocalizedText(en: "the points do not rise from line to line", ru: "точки не возрастают от строки к строке"),
            remedy: LocalizedText(
                en: "write each bound once, from the lowest", ru: "пишите каждую границу один раз, с наименьшей"))
        return false
    }

    // MARK: Rates and sums

    func rates(_ entry: YAMLEntry, _ base: Checked<Measure>, _ baseEntry: YAMLEntry) -> RatedSum? {
        plans.rates(entry, base, baseEntry)
    }

    /// The figure that a formula is when it is nothing but a sum over events.
    func summed(_ formula: Checked<Measure>) -> Aggregate? { plans.summed(formula) }

    func rate(_ entry: YAMLEntry, _ unit: Unit) -> Checked<Measure>? { plans.rate(entry, unit) }

    func rateConstant(_ entry: YAMLEntry, on unit: Unit) -> FixedDecimal? { plans.rateConstant(entry, on: unit) }

    // MARK: Longer periods

    func longerPeriod(_ entry: YAMLEntry, than period: PeriodKind, of known: [PeriodKind], orEqual: Bool = false)
        -> PeriodKind?
    {
        plans.longerPeriod(entry, than: period, of: known, orEqual: orEqual)
    }

    func hasTotal(_ figure: Checked<Measure>, _ entry: YAMLEntry) -> Bool { plans.hasTotal(figure, entry) }

    // MARK: What can hardly be meant

    func lookAtPercentages(_ entries: [YAMLEntry?], as role: PercentageRole) {
        plans.lookAtPercentages(entries, as: role)
    }

    func lookAtPercentages(of formula: Checked<Measure>?, in entry: YAMLEntry?, as role: PercentageRole) {
        plans.lookAtPercentages(of: formula, in: entry, as: role)
    }

    func lookAtFactors(of formula: Checked<Measure>?, in entry: YAMLEntry) {
        plans.lookAtFactors(of: formula, in: entry)
    }

    func isPercentage(_ formula: Checked<Measure>) -> Bool { plans.isPercentage(formula) }
}
