internal import Formulas
internal import Messages
internal import Quantities

/// What fits together by its units and would still silently pay what can hardly be meant.
extension Linter {
    /// Doubts about a company's plans; whoever calculates it is told them, not only who checks it.
    static func doubts(in model: CompanyModel) -> [Diagnostic] {
        model.plans.flatMap { plan in
            planLimitFindings(plan)
                + plan.components.flatMap { component in
                    component.kind.definition.doubts(component, model) + limitFindings(component)
                }
        }
    }

    // MARK: Limits

    /// What is paid at least may not be more than what is paid at most.
    private static func limitFindings(_ component: Component) -> [Diagnostic] {
        let modifiers = component.modifiers
        guard let floor = modifiers.floor?.constant, let cap = modifiers.cap?.constant, floor > cap else { return [] }
        return [
            limits(
                LocalizedText(en: "floor", ru: "floor"), LocalizedText(en: "cap", ru: "cap"), of: component.name,
                at: component.place)
        ]
    }

    private static func planLimitFindings(_ plan: Plan) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let cap = plan.cap?.constant, let guarantee = plan.guarantee, guarantee.per == nil,
            (guarantee.amount.constant ?? cap) > cap
        {
            findings.append(
                limits(
                    LocalizedText(en: "guarantee", ru: "guarantee"), LocalizedText(en: "cap", ru: "cap"), of: plan.name,
                    at: plan.place))
        }
        if let amount = plan.draw?.amount.constant, let limit = plan.draw?.limit?.constant, amount > limit {
            findings.append(
                limits(
                    LocalizedText(en: "draw: amount", ru: "draw: amount"),
                    LocalizedText(en: "draw: limit", ru: "draw: limit"), of: plan.name, at: plan.place))
        }
        return findings
    }

    private static func limits(
        _ least: LocalizedText, _ most: LocalizedText, of name: String, at place: Place
    ) -> Diagnostic {
        Diagnostic(
            .warning, code: "floor-above-cap", at: place,
            LocalizedText(
                en: "in '\(name)' the '\(least.en)' is above the '\(most.en)', which holds",
                ru: "в «\(name)» «\(least.ru)» больше, чем «\(most.ru)», и действует «\(most.ru)»"),
            remedy: LocalizedText(
                en: "raise the one or lower the other; perhaps the two were exchanged",
                ru: "поднимите одно или снизьте другое; возможно, они перепутаны местами"))
    }
}

extension Checked {
    /// The number it is when it is nothing but a number, with or without a minus.
    var constant: FixedDecimal? {
        switch node {
        case .number(let number): number
        case .negation(let inner): inner.constant.flatMap { try? $0.negated() }
        case .text, .day, .flag, .reference, .not, .binary, .emptiness, .conditional, .function: nil
        }
    }
}
