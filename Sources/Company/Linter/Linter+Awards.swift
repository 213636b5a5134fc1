internal import Formulas
internal import Messages
internal import Quantities

/// What several kinds of award have in common to be said of them.
extension Linter {
    /// Between a cap and a threshold above it nothing counts, and from the threshold on only the cap.
    static func thresholdFinding(
        _ threshold: FixedDecimal?, _ cap: FixedDecimal?, of name: String, at place: Place
    ) -> Diagnostic? {
        guard let threshold, let cap, threshold > cap else { return nil }
        let (low, high) = (threshold.percentText, cap.percentText)
        return Diagnostic(
            .warning, code: "threshold-above-cap", at: place,
            LocalizedText(
                en:
                    "the threshold of '\(name)', \(low), is above its cap, \(high): below \(low) it counts nothing, and from there on never more than \(high)",
                ru:
                    "порог «\(name)», \(low), выше его потолка, \(high): до \(low) не засчитывается ничего, а дальше — не больше \(high)"
            ),
            remedy: LocalizedText(
                en: "let the threshold lie below the cap; perhaps the two were exchanged",
                ru: "порог должен быть ниже потолка; возможно, они перепутаны местами"))
    }

    /// A target of zero or below has no attainment, whatever was reached.
    static func targetFinding(_ target: Checked<Measure>?, of name: String, at place: Place) -> Diagnostic? {
        guard let value = target?.constant, value <= .zero else { return nil }
        return Diagnostic(
            .warning, code: "target-not-positive", at: place,
            LocalizedText(
                en: "the target of '\(name)' is \(value): attainment of it never has a value",
                ru: "план по «\(name)» равен \(value): его выполнение никогда не имеет значения"),
            remedy: LocalizedText(
                en: "write a target above zero; where none should be reached, measure what is avoided instead",
                ru: "напишите план больше нуля; если цель — ноль, измеряйте то, чего удалось избежать"))
    }

    /// Nothing below a target and everything at it: deals move between periods, and who is far below stops trying.
    ///
    /// - Parameter isPaidAtOnce: Whether the amount does not depend on how far a condition is exceeded.
    static func allOrNothingFindings(_ component: Component, isPaidAtOnce: Bool) -> [Diagnostic] {
        isPaidAtOnce && component.modifiers.condition?.comparesWithTarget ?? false ? [allOrNothing(component)] : []
    }

    static func allOrNothing(_ component: Component) -> Diagnostic {
        Diagnostic(
            .warning, code: "all-or-nothing", at: component.place,
            LocalizedText(
                en: "'\(component.name)' pays nothing below the target and everything at it: "
                    + "deals will be moved between periods",
                ru: "«\(component.name)» ниже плана не платит ничего, а на плане — всё: "
                    + "сделки станут переносить между периодами"),
            remedy: LocalizedText(
                en: "let the pay grow from a threshold on, or accept it knowingly",
                ru: "пусть выплата растёт от порога, или примите это осознанно"))
    }

    /// Who keeps relationships must not be paid per deal.
    ///
    /// - Parameter paysPerDeal: Whether the award grows with each deal.
    static func goalFindings(_ component: Component, _ plan: Plan, paysPerDeal: Bool) -> [Diagnostic] {
        guard plan.goal == .relationships, paysPerDeal else { return [] }
        return [
            Diagnostic(
                .warning, code: "goal-pay-contradiction", at: component.place,
                LocalizedText(
                    en: "the goal is relationships, but '\(component.name)' pays for each deal",
                    ru: "цель — отношения, а «\(component.name)» платит за каждую сделку"),
                remedy: LocalizedText(
                    en: "pay for keeping and growing accounts, or say 'goal: deals'",
                    ru: "платите за удержание и рост клиентов или укажите «goal: deals»"))
        ]
    }
}

extension Checked where Reference == Measure {
    /// Whether a target stands in the formula, also inside a group's figure.
    var comparesWithTarget: Bool {
        references.contains { reference in
            switch reference {
            case .target: true
            case .subject(_, let inner), .window(_, let inner): inner.comparesWithTarget
            case .metric, .aggregate, .person, .parameter, .days, .workingDays, .variable: false
            }
        }
    }
}
