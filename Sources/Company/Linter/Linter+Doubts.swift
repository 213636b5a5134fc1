internal import Formulas
internal import Quantities

/// What fits together by its units and would still silently pay what can hardly be meant.
extension Linter {
    /// Doubts about a company's plans; whoever calculates it is told them, not only who checks it.
    static func doubts(in model: CompanyModel) -> [Diagnostic] {
        model.plans.flatMap { plan in
            planLimitFindings(plan)
                + plan.components.flatMap { component in
                    thresholdFindings(component, model) + repeatedFindings(component, model)
                        + zeroTargetFindings(component, model) + limitFindings(component)
                        + linkedFindings(component)
                }
        }
    }

    // MARK: Scorecards and goals

    /// Between a cap and a threshold above it nothing counts, and from the threshold on only the cap.
    private static func thresholdFindings(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        switch component.kind {
        case .scorecard(let scorecard):
            return scorecard.items.compactMap { item in
                thresholdFinding(item.threshold, item.cap, of: model.metrics[item.metric].name, at: item.place)
            }
        case .goals(let goals):
            return [thresholdFinding(goals.threshold, goals.cap, of: component.name, at: component.place)]
                .compactMap { $0 }
        case .commission, .bonus, .pool, .contest, .spot, .milestones: return []
        }
    }

    private static func thresholdFinding(
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

    /// One KPI twice weighs as much as both together.
    private static func repeatedFindings(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        guard case .scorecard(let scorecard) = component.kind else { return [] }
        var weights: [Int: FixedDecimal] = [:]
        return scorecard.items.compactMap { item in
            let before = weights[item.metric]
            let weight = ((try? before?.adding(item.weight)) ?? nil) ?? item.weight
            weights[item.metric] = weight
            guard before != nil else { return nil }
            let name = model.metrics[item.metric].name
            return Diagnostic(
                .warning, code: "repeated-kpi", at: item.place,
                LocalizedText(
                    en: "'\(name)' stands in this scorecard already; together it weighs \(weight.percentText)",
                    ru: "«\(name)» в этой карте уже есть; вместе его вес \(weight.percentText)"),
                remedy: LocalizedText(
                    en: "was another KPI meant? If not, write it once with the whole weight",
                    ru: "имелся в виду другой показатель? Если нет, напишите его один раз со всем весом"))
        }
    }

    /// A target of zero or below has no attainment, whatever was reached.
    private static func zeroTargetFindings(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        var targets: [(target: Checked<Measure>?, name: String, place: Place)] = []
        switch component.kind {
        case .scorecard(let scorecard):
            targets = scorecard.items.map { ($0.target, model.metrics[$0.metric].name, $0.place) }
        case .commission(let commission):
            switch commission.pricing {
            case .tiers(let tiers): targets = [(tiers.target, component.name, component.place)]
            case .events(let events): targets = [(events.target, component.name, component.place)]
            case .rate, .rates: break
            }
        case .bonus, .pool, .contest, .goals, .spot, .milestones: break
        }
        return targets.compactMap { target, name, place in
            guard let value = target?.constant, value <= .zero else { return nil }
            return Diagnostic(
                .warning, code: "target-not-positive", at: place,
                LocalizedText(
                    en: "the target of '\(name)' is \(value.text(places: nil)): attainment of it never has a value",
                    ru: "план по «\(name)» равен \(value.text(places: nil)): его выполнение никогда не имеет значения"),
                remedy: LocalizedText(
                    en: "write a target above zero; where none should be reached, measure what is avoided instead",
                    ru: "напишите план больше нуля; если цель — ноль, измеряйте то, чего удалось избежать"))
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

    // MARK: Linked quotas

    /// A tier that begins exactly at `up_to` is entered without the condition: seldom what "up to" was meant to say.
    private static func linkedFindings(_ component: Component) -> [Diagnostic] {
        guard case .commission(let commission) = component.kind, case .tiers(let tiers) = commission.pricing,
            let linked = tiers.linked, tiers.table.tiers.contains(where: { $0.from == linked.upTo }),
            !linked.upTo.isZero
        else { return [] }
        let bound =
            tiers.target == nil
            ? "\(linked.upTo.text(places: nil, group: " ")) \(commission.base.unit)" : linked.upTo.percentText
        return [
            Diagnostic(
                .warning, code: "linked-bound", at: component.place,
                LocalizedText(
                    en:
                        "the tier that begins at \(bound), exactly at 'up_to', is entered also when the linked condition is not met",
                    ru:
                        "ступень, которая начинается с \(bound), ровно с «up_to», действует и тогда, когда связанное условие не выполнено"
                ),
                remedy: LocalizedText(
                    en: "if it is to be withheld too, name an 'up_to' below it; if not, leave it",
                    ru: "если её тоже надо удерживать, укажите «up_to» ниже неё; если нет, оставьте"))
        ]
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
