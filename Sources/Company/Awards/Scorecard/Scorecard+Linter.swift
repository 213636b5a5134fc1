internal import Formulas
internal import Messages
internal import Quantities

extension Scorecard {
    func objections(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        itemFindings(component, model) + payout.fallingFindings(component)
    }

    func doubts(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        items.compactMap { item in
            Linter.thresholdFinding(item.threshold, item.cap, of: model.metrics[item.metric].name, at: item.place)
        } + repeatedFindings(model)
            + items.compactMap { item in
                Linter.targetFinding(item.target, of: model.metrics[item.metric].name, at: item.place)
            }
    }

    /// More than five KPIs nobody can keep in mind; a weight under 10 % moves nobody
    /// (4–5 KPIs for staff: e-xecutive.ru 1916460; at most 3 measures in 80 % of plans: Alexander Group 2014).
    private func itemFindings(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if items.count > 5 {
            findings.append(
                Diagnostic(
                    .warning, code: "too-many-kpis", at: component.place,
                    LocalizedText(
                        en: "\(items.count) KPIs in one scorecard: people keep at most five in mind",
                        ru: "в одной карте \(items.count) KPI: в голове удерживают не больше пяти"),
                    remedy: LocalizedText(
                        en: "keep the ones the person can move, watch the others without pay",
                        ru: "оставьте те, на которые человек влияет, за остальными следите без оплаты")))
        }
        for item in items { findings += Self.weightFinding(item, model) + Self.controlFinding(item, model) }
        return findings
    }

    private static func weightFinding(_ item: Scorecard.Item, _ model: CompanyModel) -> [Diagnostic] {
        guard let tenth = try? FixedDecimal(minorUnits: 1, places: 1), item.weight < tenth else { return [] }
        return [
            Diagnostic(
                .warning, code: "small-weight", at: item.place,
                LocalizedText(
                    en:
                        "'\(model.metrics[item.metric].name)' weighs \(item.weight.percentText): under 10 % nobody works for it",
                    ru:
                        "вес «\(model.metrics[item.metric].name)» \(item.weight.percentText): ради менее чем 10 % никто не старается"
                ),
                remedy: LocalizedText(en: "give it at least 10 %, or drop it", ru: "дайте не меньше 10 % или уберите"))
        ]
    }

    private static func controlFinding(_ item: Scorecard.Item, _ model: CompanyModel) -> [Diagnostic] {
        let metric = model.metrics[item.metric]
        guard let half = try? FixedDecimal(minorUnits: 5, places: 1), let control = metric.card.controllability,
            control < half
        else { return [] }
        return [
            Diagnostic(
                .warning, code: "not-controlled", at: item.place,
                LocalizedText(
                    en: "the person hardly controls '\(metric.name)' (controllability \(control)), yet is paid by it",
                    ru: "человек почти не влияет на «\(metric.name)» (управляемость \(control)), но получает за него"),
                remedy: LocalizedText(
                    en: "pay for what he controls; watch this one without pay",
                    ru: "платите за то, на что он влияет; за этим следите без оплаты"))
        ]
    }

    /// One KPI twice weighs as much as both together.
    private func repeatedFindings(_ model: CompanyModel) -> [Diagnostic] {
        var weights: [Int: FixedDecimal] = [:]
        return items.compactMap { item in
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
}
