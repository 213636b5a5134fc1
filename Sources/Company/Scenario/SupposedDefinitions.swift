internal import Formulas
internal import Messages
internal import Periods

/// The definitions of a company with those of a scenario in place of its own.
///
/// They stand where the company's stand: the order of plans decides who pays a reward.
struct SupposedDefinitions {
    private(set) var documents: Documents
    /// The plans that the scenario defines, and from when they are in force.
    private(set) var plans: SupposedPlans

    /// Puts a scenario's definitions into a company's.
    init(_ own: Documents, _ scenario: Scenario, _ findings: Findings) {
        documents = own
        plans = SupposedPlans(names: [], from: scenario.plansFrom)
        leaveOutPlans(scenario, findings)
        if scenario.definitions.isEmpty {
            if scenario.plansFrom != nil { Self.reportNothingToMove(scenario, findings) }
            return
        }
        let supposed = Documents(scenario.definitions, findings)
        plans.names = Set(supposed[.plans].map(\.name))
        if scenario.plansFrom != nil, plans.names.isEmpty { Self.reportNothingToMove(scenario, findings) }
        for (section, definitions) in supposed.sections {
            documents[section] = Self.replacing(documents[section], by: definitions)
        }
    }

    private static func replacing(_ own: [Documents.Definition], by supposed: [Documents.Definition]) -> [Documents
        .Definition]
    {
        var left = Dictionary(grouping: supposed, by: \.name)
        let replaced = own.flatMap { definition -> [Documents.Definition] in
            guard let others = left[definition.name] else { return [definition] }
            left[definition.name] = []
            return others
        }
        let known = Set(own.map(\.name))
        return replaced + supposed.filter { !known.contains($0.name) }
    }

    private mutating func leaveOutPlans(_ scenario: Scenario, _ findings: Findings) {
        for (index, name) in scenario.withoutPlans.enumerated() {
            let known = documents[.plans].map(\.name)
            if !known.contains(name) {
                findings.report(
                    "unknown-name", at: Place(file: scenario.placePrefix + "without", line: index + 1, lineText: name),
                    LocalizedText(en: "there is no plan '\(name)'", ru: "плана «\(name)» нет"),
                    remedy: Suggestion.remedy(for: name, among: known)
                        ?? LocalizedText(
                            en: "there is \(known.joined(separator: ", "))",
                            ru: "есть \(known.joined(separator: ", "))"))
            }
            documents[.plans].removeAll { $0.name == name }
        }
    }

    private static func reportNothingToMove(_ scenario: Scenario, _ findings: Findings) {
        findings.report(
            "no-plan-to-move", at: Place(file: scenario.placePrefix + "from"),
            LocalizedText(
                en: "no plan is given that could be in force from another day",
                ru: "не дан план, который мог бы действовать с другого дня"),
            remedy: LocalizedText(en: "name a file with a plan", ru: "назовите файл с планом"), advice: .addPlan)
    }
}

/// The plans that a scenario defines.
struct SupposedPlans {
    var names: Set<String> = []
    /// The day from which they are in force, in place of the one they name.
    var from: CivilDay?

    /// A plan of the scenario is in force from the day that the scenario says.
    func move(_ plan: inout Plan, _ findings: Findings) {
        guard let from, names.contains(plan.name) else { return }
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
