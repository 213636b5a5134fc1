internal import Formulas
internal import Periods

/// Definitions of a scenario in place of the company's own.
extension CompanyReader {
    /// Puts the scenario's definitions where the company's stand: the order of plans decides who pays a reward.
    func supposeDefinitions() {
        leaveOutPlans()
        if scenario.definitions.isEmpty {
            if scenario.plansFrom != nil { reportNothingToMove() }
            return
        }
        let own = sections
        sections = [:]
        for file in scenario.definitions { readDocument(file) }
        let supposed = sections
        sections = own
        supposedPlans = Set((supposed[.plans] ?? []).map(\.name))
        if scenario.plansFrom != nil, supposedPlans.isEmpty { reportNothingToMove() }
        for (section, definitions) in supposed {
            sections[section] = Self.replacing(own[section] ?? [], by: definitions)
        }
    }

    private static func replacing(_ own: [Definition], by supposed: [Definition]) -> [Definition] {
        var left = Dictionary(grouping: supposed, by: \.name)
        let replaced = own.flatMap { definition -> [Definition] in
            guard let others = left[definition.name] else { return [definition] }
            left[definition.name] = []
            return others
        }
        let known = Set(own.map(\.name))
        return replaced + supposed.filter { !known.contains($0.name) }
    }

    private func leaveOutPlans() {
        for (index, name) in scenario.withoutPlans.enumerated() {
            let known = (sections[.plans] ?? []).map(\.name)
            if !known.contains(name) {
                findings.report(
                    "unknown-name", at: Place(file: scenario.placePrefix + "without", line: index + 1, lineText: name),
                    LocalizedText(en: "there is no plan '\(name)'", ru: "плана «\(name)» нет"),
                    remedy: Suggestion.remedy(for: name, among: known)
                        ?? LocalizedText(
                            en: "there is \(known.joined(separator: ", "))",
                            ru: "есть \(known.joined(separator: ", "))"))
            }
            sections[.plans]?.removeAll { $0.name == name }
        }
    }

    private func reportNothingToMove() {
        findings.report(
            "no-plan-to-move", at: Place(file: scenario.placePrefix + "from"),
            LocalizedText(
                en: "no plan is given that could be in force from another day",
                ru: "не дан план, который мог бы действовать с другого дня"),
            remedy: LocalizedText(en: "name a file with a plan", ru: "назовите файл с планом"), advice: .addPlan)
    }

    /// A plan of the scenario is in force from the day that the scenario says.
    func moveSupposed(_ plan: inout Plan) {
        guard let from = scenario.plansFrom, supposedPlans.contains(plan.name) else { return }
        guard let moved = DayRange(from: from, until: plan.validity.until), !moved.isEmpty else {
            findings.report(
                "bad-range", at: plan.place,
                LocalizedText(
                    en: "'\(plan.name)' ends before \(from), from which it is supposed to be in force",
                    ru: "«\(plan.name)» кончается раньше \(from), с которого он должен бы действовать"),
                remedy: LocalizedText(
                    en: "move the end under 'valid' too, or leave it out",
                    ru: "сдвиньте и конец в «valid» или уберите его"))
            return
        }
        plan.validity = moved
    }
}
