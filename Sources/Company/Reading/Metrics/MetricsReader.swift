internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Reads the section `metrics`: figures that formulas calculate or people enter.
struct MetricsReader {
    let documents: Documents
    /// Gets their names.
    let names: Names
    let parameters: [Parameter]
    let findings: Findings

    /// The metrics, in the order in which they are written, and how large they are.
    ///
    /// Units first, so that metrics may name each other in any order; then formulas; then cycles.
    func read() -> MetricChains {
        var drafts: [MetricDraft] = []
        for definition in documents.definitions(.metrics, findings) {
            guard let draft = draft(definition) else {
                names.refuse(metric: definition.name)
                continue
            }
            names.define(metric: definition.name, number: drafts.count, draft.metric.unit.unit)
            drafts.append(draft)
        }
        // Inputs of cards are formulas too, and are judged before it is known how large the metrics are that they name.
        var chains = MetricChains(drafts.map(\.metric), findings)
        for (index, draft) in drafts.enumerated() {
            guard let source = source(draft, chains) else { continue }
            chains.define(index, as: source)
        }
        chains.check()
        return chains
    }

    private struct MetricDraft {
        var metric: Metric
        var value: YAMLEntry?
        var credit: YAMLEntry?
        var date: YAMLEntry?
        var library: (card: KPICard, place: YAMLEntry)?
        var bindings: YAMLEntry?
    }

    private var cards: LibraryCards { LibraryCards(names: names, findings: findings) }

    private func draft(_ definition: Documents.Definition) -> MetricDraft? {
        guard let fields = Fields(definition.value, findings) else { return nil }
        let title = fields.take("title").flatMap { findings.localized($0) }
        let libraryEntry = fields.take("library")
        let library = libraryEntry.flatMap { cards.card($0) }
        let unitEntry = libraryEntry == nil ? fields.require("unit") : fields.take("unit")
        let unit = unitEntry.flatMap { declaredUnit($0) } ?? library.map { $0.card.dimension.unit(in: names.currency) }
        let better = fields.take("better").flatMap { findings.choice($0, Metric.Direction.self) }
        var draft = MetricDraft(
            metric: Metric(
                name: definition.name, title: title ?? library?.card.title ?? LocalizedText(definition.name),
                unit: unit ?? MetricUnit(.plain), source: .entered,
                better: better ?? library.flatMap { Metric.Direction(rawValue: $0.card.better.rawValue) } ?? .higher,
                card: fields.take("card").flatMap { card($0) } ?? MetricCard(), libraryCode: library?.card.code,
                place: definition.key.place))
        if draft.metric.card.meaning == nil { draft.metric.card.meaning = library?.card.meaning }
        draft.value = libraryEntry == nil ? fields.require("value") : fields.take("value")
        if let libraryEntry, draft.value != nil { reportTwoValues(libraryEntry) }
        draft.credit = fields.take("credit")
        draft.date = fields.take("date")
        draft.library = library
        draft.bindings = fields.take("with")
        fields.finish()
        return unit == nil || (library == nil && draft.value == nil) ? nil : draft
    }

    private func reportTwoValues(_ library: YAMLEntry) {
        findings.report(
            "two-values", at: library.place,
            LocalizedText(
                en: "a metric has either 'library' or 'value'", ru: "у показателя бывает или «library», или «value»"),
            remedy: LocalizedText(en: "keep one of them", ru: "оставьте одно"))
    }

    private func declaredUnit(_ entry: YAMLEntry) -> MetricUnit? {
        guard let text = findings.text(entry) else { return nil }
        if let unit = Unit(declared: text) { return MetricUnit(unit, isPercent: text == "percent" || text == "%") }
        findings.report(
            "unknown-unit", at: entry.place,
            LocalizedText(en: "there is no unit '\(text)'", ru: "единицы «\(text)» нет"),
            remedy: LocalizedText(
                en: "a currency code, days, minutes, pieces, percent, number, or two of them: RUB/pieces",
                ru: "код валюты, days, minutes, pieces, percent, number или две через черту: RUB/pieces"))
        return nil
    }

    private func card(_ entry: YAMLEntry) -> MetricCard? {
        guard let fields = Fields(entry, findings) else { return nil }
        var card = MetricCard()
        card.meaning = fields.take("meaning").flatMap { findings.localized($0) }
        card.ifRises = fields.take("if_rises").flatMap { findings.localized($0) }
        card.ifFalls = fields.take("if_falls").flatMap { findings.localized($0) }
        card.owner = fields.take("owner").flatMap { findings.text($0) }
        card.assessed = fields.take("assessed")?.elements.compactMap { findings.text($0) } ?? []
        card.periods = fields.take("periods")?.elements.compactMap { findings.text($0) } ?? []
        card.usedFor = fields.take("used_for").flatMap { uses($0) }
        card.controllability = fields.take("controllability").flatMap { findings.constant($0, in: .plain) }
        card.maxAge = fields.take("max_age").flatMap { findings.constant($0, in: .days) }.flatMap {
            try? $0.integer(.towardsZero)
        }
        card.showsRank = fields.take("rank").flatMap { findings.flag($0) } ?? false
        fields.finish()
        return card
    }

    /// One text, or a list of uses.
    private func uses(_ entry: YAMLEntry) -> LocalizedText? {
        let uses = entry.elements.compactMap { findings.localized($0) }
        guard !uses.isEmpty else { return nil }
        return uses.joined(separator: ", ")
    }

    // MARK: Formulas

    private func source(_ draft: MetricDraft, _ chains: MetricChains) -> Metric.Source? {
        let formulas = FormulaReader(names: names, chains: chains, parameters: parameters, findings: findings)
        if draft.library == nil, draft.value?.text == "entered" { return .entered }
        var scope = MeasureScope(names)
        if let credit = draft.credit.flatMap({ CreditReader(names: names, findings: findings).rule($0) }) {
            scope.creditOverride = credit
        }
        if let entry = draft.date { scope.dateOverride = dateOverride(entry) }
        let text: String
        let entry: YAMLEntry
        if let library = draft.library {
            guard let formula = library.card.formula else { return .entered }
            scope.bindings = cards.bindings(library.card, draft.bindings, library.place, scope, formulas)
            text = formula
            entry = library.place
        } else {
            guard let value = draft.value, let written = findings.text(value) else { return nil }
            text = written
            entry = value
        }
        let (formula, faults) = Checker.check(text, in: scope)
        if draft.library == nil {
            findings.add(faults, in: entry)
            if let formula { formulas.lookAtComparisons(formula, in: entry) }
        } else {
            cards.reportFaults(faults, text, entry)
        }
        guard let formula else { return nil }
        checkUnit(formula, draft.metric, entry)
        return .formula(formula)
    }

    /// A metric may drop "per piece": roubles per receipt are declared as roubles. One that is nothing but a sum over events may
    /// drop pieces beside money: quantity × price of a line is what the line costs.
    private func checkUnit(_ formula: Checked<Measure>, _ metric: Metric, _ entry: YAMLEntry) {
        let declared = metric.unit.unit
        if formula.type == .unknown { return }
        if let found = formula.type.unit {
            if found == declared || found.droppingPieceDenominator() == declared { return }
            if case .reference(.aggregate) = formula.node, found.droppingPieces() == declared { return }
        }
        findings.report(
            "wrong-unit", at: entry.place,
            LocalizedText(
                en:
                    "'\(metric.name)' is declared \(metric.unit.isPercent ? "as a percentage" : "in \(declared)"), but its formula gives \(formula.type.described.en)",
                ru:
                    "«\(metric.name)» объявлен в единице \(metric.unit.isPercent ? "«проценты»" : declared.text(in: .ru)), а формула даёт: \(formula.type.described.ru)"
            ),
            remedy: Self.unitRemedy(formula.type))
    }

    /// The unit to be declared, ready to be copied; where none can be, what to do with the formula.
    private static func unitRemedy(_ type: FormulaType) -> LocalizedText {
        guard let unit = type.unit else {
            return LocalizedText(en: "mend 'unit' or the formula", ru: "исправьте «unit» или формулу")
        }
        if unit.droppingPieces() != nil {
            return LocalizedText(
                en: "if the price is that of one piece, divide by '1 pcs', or declare the number of pieces as 'number'",
                ru: "если это цена одной штуки, разделите на «1 pcs» или объявите количество как «number»")
        }
        let written = unit.text(days: "days", minutes: "minutes", pieces: "pieces", plain: "number")
        guard Unit(declared: written) == unit else {
            return LocalizedText(en: "mend 'unit' or the formula", ru: "исправьте «unit» или формулу")
        }
        return LocalizedText(
            en: "write 'unit: \(written)', or mend the formula", ru: "пишите «unit: \(written)» или исправьте формулу")
    }

    private func dateOverride(_ entry: YAMLEntry) -> (event: Int, field: Int)? {
        let path = (entry.text ?? "").split(separator: ".").map(String.init)
        if case .field(let event, let field, let rest)? = names.follow(path), rest.isEmpty,
            names.eventKinds[event].fields[field].type.isDated
        {
            return (event, field)
        }
        findings.report(
            "unknown-name", at: entry.place,
            LocalizedText(
                en: "'\(entry.text ?? "")' is not a day field of an event",
                ru: "«\(entry.text ?? "")» — не поле-дата события"),
            remedy: LocalizedText(en: "write event.field", ru: "пишите событие.поле"))
        return nil
    }
}

extension Unit {
    /// The money of which this is a product with pieces; `nil` when it is none.
    fileprivate func droppingPieces() -> Unit? {
        guard let money = try? divided(by: .pieces), money.isMoney else { return nil }
        return money
    }
}
