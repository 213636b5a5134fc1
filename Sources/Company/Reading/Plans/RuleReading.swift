internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// What plans and the awards in them are read with: formulas and constants, rates, longer periods.
protocol RuleReading {
    /// What formulas may say.
    var formulas: FormulaReader { get }
    var findings: Findings { get }
}

extension RuleReading {
    var names: Names { formulas.names }
    /// The metrics by number, as far as they are without fault.
    var metrics: [Metric] { formulas.metrics }
    /// Money in the company's currency.
    var money: FormulaType { formulas.money }

    // MARK: Formulas and constants

    func formula(_ entry: YAMLEntry, _ scope: MeasureScope, expecting type: FormulaType? = nil) -> Checked<Measure>? {
        formulas.formula(entry, scope, expecting: type)
    }

    func constant(_ entry: YAMLEntry, in unit: Unit) -> FixedDecimal? { findings.constant(entry, in: unit) }

    func constant(_ entry: YAMLEntry) -> (value: FixedDecimal, unit: Unit)? { findings.constant(entry) }

    func day(_ entry: YAMLEntry) -> CivilDay? { findings.day(entry) }

    func validity(_ entry: YAMLEntry) -> DayRange? { findings.validity(entry) }

    // MARK: Rates and sums

    private var rates: RateReader { RateReader(names: names, findings: findings) }

    func isRate(_ rate: Unit?, on unit: Unit) -> Bool { rates.isRate(rate, on: unit) }

    func rateType(on unit: Unit) -> LocalizedText { rates.rateType(on: unit) }

    func rateConstant(_ entry: YAMLEntry, on unit: Unit) -> FixedDecimal? { rates.rateConstant(entry, on: unit) }

    func rateField(_ entry: YAMLEntry) -> FieldReference? { rates.rateField(entry) }

    /// The one sum over events that a figure is, through metrics that only name it.
    func summed(_ formula: Checked<Measure>) -> Aggregate? { formulas.summed(formula) }

    // MARK: Longer periods

    func longerPeriod(
        _ entry: YAMLEntry, than period: PeriodKind, of known: [PeriodKind], orEqual: Bool = false
    ) -> PeriodKind? {
        findings.longerPeriod(entry, than: period, of: known, orEqual: orEqual)
    }

    func hasTotal(_ figure: Checked<Measure>, _ entry: YAMLEntry) -> Bool { formulas.hasTotal(figure, entry) }

    // MARK: What can hardly be meant

    func lookAtPercentages(_ entries: [YAMLEntry?], as role: PercentageRole) {
        findings.lookAtPercentages(entries, as: role)
    }

    func lookAtPercentages(of formula: Checked<Measure>?, in entry: YAMLEntry?, as role: PercentageRole) {
        formulas.lookAtPercentages(of: formula, in: entry, as: role)
    }

    func lookAtFactors(of formula: Checked<Measure>?, in entry: YAMLEntry) {
        formulas.lookAtFactors(of: formula, in: entry)
    }

    func isPercentage(_ formula: Checked<Measure>) -> Bool { formulas.isPercentage(formula) }
}
