internal import Formulas
internal import Messages
internal import Quantities

/// Metrics taken from the library.
struct LibraryCards {
    let names: Names
    let findings: Findings

    /// The card that an entry names, unless no metric may be taken from it.
    func card(_ entry: YAMLEntry) -> (card: KPICard, place: YAMLEntry)? {
        guard let code = findings.text(entry) else { return nil }
        if let card = KPILibrary.card(code) {
            if let why = card.unusable {
                findings.report(
                    "rejected-kpi", at: entry.place,
                    LocalizedText(
                        en: "\(code) cannot be used: \(why.en)", ru: "\(code) использовать нельзя: \(why.ru)"),
                    remedy: LocalizedText(
                        en: "take another card, or write a formula of your own in 'value'",
                        ru: "возьмите другую карточку или напишите свою формулу в «value»"), advice: .listLibrary)
                return nil
            }
            return (card, entry)
        }
        findings.report(
            "unknown-kpi", at: entry.place,
            LocalizedText(en: "the library has no KPI '\(code)'", ru: "в библиотеке нет KPI «\(code)»"),
            remedy: KPILibrary.remedy(for: code), advice: KPILibrary.remedy(for: code) == nil ? .listLibrary : nil)
        return nil
    }

    /// The formulas that stand for the inputs of a card.
    func bindings(
        _ card: KPICard, _ entry: YAMLEntry?, _ place: YAMLEntry, _ scope: MeasureScope,
        _ formulas: FormulaReader
    ) -> [String: Checked<Measure>] {
        var given: [String: YAMLEntry] = [:]
        var keys: [String: YAMLEntry] = [:]
        for (key, value) in entry?.pairs ?? [] {
            guard let name = findings.text(key) else { continue }
            given[name] = value
            keys[name] = key
        }
        var result: [String: Checked<Measure>] = [:]
        for input in card.inputs {
            if let value = given.removeValue(forKey: input.name) {
                result[input.name] =
                    formulas.formula(value, scope, expecting: .number(input.dimension.unit(in: names.currency).unit))
                    ?? Checked(.number(.zero), .unknown, TextSpan(0, 0))
            } else if let text = input.defaultFormula, let formula = Checker.check(text, in: scope).formula {
                result[input.name] = formula
            } else {
                findings.report(
                    "missing-input", at: place.place,
                    LocalizedText(
                        en: "\(card.code) needs '\(input.name)': \(input.meaning.en)",
                        ru: "для \(card.code) нужно «\(input.name)»: \(input.meaning.ru)"),
                    remedy: LocalizedText(
                        en: "say which formula it is: 'with: {\(input.name): …}'",
                        ru: "скажите, по какой формуле: «with: {\(input.name): …}»"))
                result[input.name] = Checked(.number(.zero), .unknown, TextSpan(0, 0))
            }
        }
        for name in given.keys.sorted() {
            guard let key = keys[name] else { continue }
            let inputs = card.inputs.map(\.name)
            let list = inputs.joined(separator: ", ")
            findings.report(
                "unknown-name", at: key.place,
                LocalizedText(en: "\(card.code) has no '\(name)'", ru: "у \(card.code) нет «\(name)»"),
                remedy: Suggestion.remedy(for: name, among: inputs)
                    ?? LocalizedText(en: "its names are \(list)", ru: "его имена: \(list)"))
        }
        return result
    }

    /// Faults of the formula of a card, which stands in no file of the company.
    func reportFaults(_ faults: [FormulaFault], _ formula: String, _ entry: YAMLEntry) {
        for fault in faults {
            findings.report(
                fault.code, at: entry.place,
                LocalizedText(
                    en: "in the library's formula '\(formula)': \(fault.message.en)",
                    ru: "в формуле библиотеки «\(formula)»: \(fault.message.ru)"), remedy: fault.remedy)
        }
    }
}

extension KPICard {
    /// Why no metric may be taken from the card as it stands; `nil` when one may.
    fileprivate var unusable: LocalizedText? {
        switch calculation {
        case .rejected(let why), .draft(let why): why
        case .formula, .entered: nil
        }
    }
}
