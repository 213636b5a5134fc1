internal import Formulas
internal import Messages
internal import Quantities

/// Reads plans as an experienced compensation specialist would; everything it says is a warning with a remedy.
enum Linter {
    /// What it would object to in a company.
    static func findings(in model: CompanyModel) -> [Diagnostic] {
        model.plans.flatMap { plan in
            plan.components.flatMap { findings(of: $0, plan, model) }
                + (plan.guarantee.map { nobodyFindings($0, model) } ?? []) + payMixFindings(plan, model)
        }
    }

    private static func findings(of component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        component.kind.definition.objections(component, plan, model) + nobodyFindings(component, model)
            + holdFindings(component, model) + keyAccountFindings(component, plan, model)
    }

    // MARK: Goal and pay

    /// With a relationships goal variable pay over 25 % pulls towards deals (75–85 % salary is the practice for account managers).
    private static func payMixFindings(_ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        guard plan.goal == .relationships, let share = PayMix.largestVariableShare(plan, model),
            let quarter = try? FixedDecimal(minorUnits: 25, places: 2), share > quarter
        else { return [] }
        return [
            Diagnostic(
                .warning, code: "variable-share", at: plan.place,
                LocalizedText(
                    en:
                        "variable pay is up to \(share.percentText) of the whole; with a relationships goal keep it at 25 % or less",
                    ru:
                        "переменная часть доходит до \(share.percentText) оплаты; при цели «отношения» держите её не выше 25 %"
                ),
                remedy: LocalizedText(
                    en: "raise the base or lower the target", ru: "поднимите оклад или снизьте целевую премию"))
        ]
    }
}

extension Linter {
    /// Where a tier begins: a share of the target, or a figure in its unit.
    static func bound(_ from: FixedDecimal, hasTarget: Bool, _ unit: Unit) -> LocalizedText {
        if hasTarget { return from.percentText }
        return LocalizedText { language in
            LocalizedNumber.unit(
                unit.text(in: language), behind: LocalizedNumber.grouped(from, in: language), in: language)
        }
    }
}

extension FixedDecimal {
    /// The number as a percentage: `12.5 %`.
    var percentText: LocalizedText {
        let percent = (try? multiplied(by: 100).rounded(toPlaces: 2)) ?? self
        return LocalizedText { LocalizedNumber.unit("%", behind: percent.text(in: $0), in: $0) }
    }
}
