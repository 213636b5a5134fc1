internal import Formulas
internal import Messages
internal import Quantities

extension Scorecard: AwardDefinition {
    static func read(_ entry: YAMLEntry, _ fields: Fields, _ reader: AwardReader) -> Scorecard? {
        reader.scorecard(entry, fields)
    }

    var conditionOfGroup: PersonInGroup? { nil }
}

extension AwardReader {
    fileprivate func scorecard(_ entry: YAMLEntry, _ fields: Fields) -> Scorecard? {
        let items = entry.elements.compactMap { item($0) }
        let payout = payout(fields, of: LocalizedText(en: "a scorecard has", ru: "у карты бывает"))
        let target = fields.take("target").flatMap { formula($0, MeasureScope(names), expecting: money) }
        guard items.count == entry.elements.count, !items.isEmpty else { return nil }
        checkWeights(items, entry)
        return Scorecard(items: items, payout: payout, target: target)
    }

    private func checkWeights(_ items: [Scorecard.Item], _ entry: YAMLEntry) {
        let total = items.reduce(FixedDecimal.zero) { sum, item in (try? sum.adding(item.weight)) ?? sum }
        guard total != .one else { return }
        let percent = (try? total.multiplied(by: 100)) ?? total
        findings.report(
            "weights-total", at: items.last?.place ?? entry.place,
            LocalizedText(
                en: "the weights total \(percent) %, not 100 %", ru: "сумма весов \(percent) %, а не 100 %"),
            remedy: LocalizedText(
                en: "weights must total exactly 100 %", ru: "веса должны давать ровно 100 %"))
    }

    private func item(_ entry: YAMLEntry) -> Scorecard.Item? {
        guard let fields = Fields(entry, findings) else { return nil }
        defer { fields.finish() }
        let kpi = fields.require("kpi")
        let weight = fields.require("weight").flatMap { constant($0, in: .plain) }
        let targetEntry = fields.require("target")
        let attainment = fields.take("attainment")
        let base = fields.take("base")
        let tolerance = fields.take("tolerance")
        let (thresholdEntry, capEntry) = (fields.take("threshold"), fields.take("cap"))
        let threshold = thresholdEntry.flatMap { constant($0, in: .plain) }
        let cap = capEntry.flatMap { constant($0, in: .plain) }
        lookAtPercentages([thresholdEntry, capEntry], as: .level)
        guard let kpi, let name = findings.text(kpi) else { return nil }
        guard let metric = names.metrics[name] else {
            if !names.faulty.contains(name) {
                findings.add([.unknownName(name, known: Array(names.metrics.keys), TextSpan(0, name.count))], in: kpi)
            }
            return nil
        }
        let unit = FormulaType.number(metric.unit)
        let scope = MeasureScope(names)
        let target = targetEntry.flatMap { formula($0, scope, expecting: unit) }
        if metrics[metric.number].unit.isPercent { lookAtPercentages(of: target, in: targetEntry, as: .level) }
        var inner = scope
        inner.variables = [.actual: unit, .target: unit]
        if base != nil { inner.variables[.base] = unit }
        if tolerance != nil { inner.variables[.tolerance] = unit }
        let rule = attainmentRule(attainment, metrics[metric.number], entry, inner)
        let baseFormula = base.flatMap { formula($0, scope, expecting: unit) }
        let toleranceFormula = tolerance.flatMap { formula($0, scope, expecting: unit) }
        guard let weight, let target, let rule else { return nil }
        if weight <= .zero {
            findings.report(
                "bad-weight", at: entry.place,
                LocalizedText(en: "a weight must be above 0 %", ru: "вес должен быть больше 0 %"),
                remedy: LocalizedText(
                    en: "drop what weighs nothing", ru: "уберите то, что ничего не весит"))
        }
        return Scorecard.Item(
            metric: metric.number, weight: weight, target: target, attainment: rule, base: baseFormula,
            tolerance: toleranceFormula, threshold: threshold, cap: cap, place: entry.place)
    }

    /// The attainment formula; only "more is better" has one by itself.
    private func attainmentRule(
        _ entry: YAMLEntry?, _ metric: Metric, _ item: YAMLEntry, _ scope: MeasureScope
    ) -> Checked<Measure>? {
        if let entry {
            return formula(entry, withMissingVariables(entry, scope), expecting: .number(.plain))
        }
        if metric.better == .higher {
            return Checker.check("actual / target", in: scope, expecting: .number(.plain)).formula
        }
        let lower = metric.better == .lower
        findings.report(
            "attainment-missing", at: item.place,
            LocalizedText(
                en: lower
                    ? "less of '\(metric.name)' is better, so the plan must say how attainment is counted"
                    : "'\(metric.name)' is to hit a target, so the plan must say how attainment is counted",
                ru: lower
                    ? "для «\(metric.name)» меньше — лучше, поэтому план должен сказать, как считать выполнение"
                    : "«\(metric.name)» должен попасть в цель, поэтому план должен сказать, как считать выполнение"),
            remedy: LocalizedText(
                en: lower
                    ? "add 'attainment: target / actual', '2 - actual / target', or '(base - actual) / (base - target)' with 'base: …'"
                    : "add 'attainment: 1 - abs(actual - target) / tolerance' with 'tolerance: …'",
                ru: lower
                    ? "добавьте «attainment: target / actual», «2 - actual / target» или «(base - actual) / (base - target)» и «base: …»"
                    : "добавьте «attainment: 1 - abs(actual - target) / tolerance» и «tolerance: …»"))
        return nil
    }

    /// `base` and `tolerance` are not guessed: what is missing is reported, and then taken as known.
    private func withMissingVariables(_ entry: YAMLEntry, _ scope: MeasureScope) -> MeasureScope {
        var scope = scope
        let words = (entry.text ?? "").split { !$0.isLetter && $0 != "_" }
        for variable in [Variable.base, .tolerance] where scope.variables[variable] == nil {
            guard words.contains(where: { $0 == variable.rawValue }), names.metrics[variable.rawValue] == nil,
                names.parameters[variable.rawValue] == nil
            else { continue }
            let name = variable.rawValue
            findings.report(
                "missing-key", at: entry.place,
                LocalizedText(
                    en: "attainment is counted from '\(name)', which is not given",
                    ru: "выполнение считается от «\(name)», но оно не задано"),
                remedy: LocalizedText(
                    en: "add '\(name): …' beside 'attainment'", ru: "добавьте «\(name): …» рядом с «attainment»"))
            scope.variables[variable] = .unknown
        }
        return scope
    }
}
