internal import Calculation
internal import Company
internal import Formulas
internal import HTML
internal import Messages
internal import Pages
internal import Periods
internal import Quantities

/// A plan as people read it, drawn from the text that is calculated with: policy and pay cannot disagree.
struct PlanPolicy {
    let model: CompanyModel
    let plan: Plan
    let language: PageLanguage

    var words: FormulaWords { FormulaWords(model: model, language: language) }
    func word(ru: String, en: String) -> String { language == .ru ? ru : en }

    /// Whom it pays, how often and since when, in one sentence.
    var lead: String {
        let days = validity
        return word(
            ru: "\(audience). Платит \(words.perPeriod(plan.period))\(days.isEmpty ? "" : ", действует \(days)").",
            en: "\(audience). Pays \(pays)\(days.isEmpty ? "" : ", in force \(days)").")
    }

    private var pays: String { plan.period == .all ? "once for all time" : "every \(plan.period.rawValue)" }

    private var validity: String {
        let (from, until) = (plan.validity.from, plan.validity.until)
        let first = from == .earliest ? nil : from.text(in: language.ofTexts)
        let last = until == .latest ? nil : until.adding(days: -1)?.text(in: language.ofTexts)
        return [
            first.map { word(ru: "с \($0)", en: "from \($0)") }, last.map { word(ru: "по \($0)", en: "to \($0)") },
        ].compactMap(\.self).joined(separator: " ")
    }

    private var audience: String {
        let positions = titles(plan.audience.positions, BuiltInKind.position)
        let units = titles(plan.audience.units, BuiltInKind.unit)
        let people = titles(plan.audience.people, BuiltInKind.person)
        let parts = [
            positions.map { word(ru: "Должности: \($0)", en: "Positions: \($0)") },
            units.map { word(ru: "подразделения: \($0)", en: "units: \($0)") },
            people.map { word(ru: "сотрудники: \($0)", en: "people: \($0)") },
        ].compactMap(\.self)
        return parts.isEmpty ? word(ru: "Все сотрудники", en: "Everybody") : parts.joined(separator: "; ").beginning
    }

    private func titles(_ numbers: Set<Int32>, _ kind: String) -> String? {
        let table = model.records(kind)
        return numbers.isEmpty ? nil : numbers.sorted().map { table.title($0)[language] }.joined(separator: ", ")
    }
}
