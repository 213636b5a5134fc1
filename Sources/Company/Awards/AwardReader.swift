internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// What awards are read with: the names that formulas may use, and where faults are reported.
///
/// This is all that a kind of award sees of the reading of a company.
struct AwardReader: RuleReading {
    private let plans: PlanReader
    /// How often the plan pays.
    let period: PeriodKind

    init(_ plans: PlanReader, period: PeriodKind) {
        self.plans = plans
        self.period = period
    }

    var formulas: FormulaReader { plans.formulas }
    var findings: Findings { plans.findings }

    // MARK: Formulas of a group

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

    // MARK: Rates

    func rates(_ entry: YAMLEntry, _ base: Checked<Measure>, _ baseEntry: YAMLEntry) -> RatedSum? {
        plans.rates(entry, base, baseEntry)
    }

    func rate(_ entry: YAMLEntry, _ unit: Unit) -> Checked<Measure>? { plans.rate(entry, unit) }
}
