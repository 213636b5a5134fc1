internal import Formulas
internal import Quantities

/// Reads plans as an experienced compensation specialist would; everything it says is a warning with a remedy.
enum Linter {
    /// What it would object to in a company.
    static func findings(in model: CompanyModel) -> [Diagnostic] {
        model.plans.flatMap { plan in
            plan.components.flatMap { component -> [Diagnostic] in
                var findings = scorecardFindings(component, model) + payoutFindings(component)
                findings += tierFindings(component, model) + goalFindings(component, plan, model)
                findings += allOrNothingFindings(component) + contestFindings(component) + firstTierFindings(component)
                findings += nobodyFindings(component, model)
                findings += holdFindings(component, model)
                return findings
            } + (plan.guarantee.map { nobodyFindings($0, model) } ?? []) + payMixFindings(plan, model)
        }
    }

    // MARK: Scorecards

    /// More than five KPIs nobody can keep in mind; a weight under 10 % moves nobody
    /// (4–5 KPIs for staff: e-xecutive.ru 1916460; at most 3 measures in 80 % of plans: Alexander Group 2014).
    private static func scorecardFindings(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        guard case .scorecard(let scorecard) = component.kind else { return [] }
        var findings: [Diagnostic] = []
        if scorecard.items.count > 5 {
            findings.append(
                Diagnostic(
                    .warning, code: "too-many-kpis", at: component.place,
                    LocalizedText(
                        en: "\(scorecard.items.count) KPIs in one scorecard: people keep at most five in mind",
                        ru: "в одной карте \(scorecard.items.count) KPI: в голове удерживают не больше пяти"),
                    remedy: LocalizedText(
                        en: "keep the ones the person can move, watch the others without pay",
                        ru: "оставьте те, на которые человек влияет, за остальными следите без оплаты")))
        }
        for item in scorecard.items {
            findings += weightFinding(item, model) + controlFinding(item, model)
        }
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

    // MARK: Tiers

    /// A tier table whose pay falls, or jumps, as sales rise.
    private static func tierFindings(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        guard case .commission(let commission) = component.kind, case .tiers(let tiers) = commission.pricing
        else { return [] }
        let (table, target) = (tiers.table, tiers.target)
        return zip(table.tiers, table.tiers.dropFirst()).compactMap { lower, upper in
            guard let jump = jump(from: lower, to: upper, table, hasTarget: target != nil), !jump.isZero else {
                return nil
            }
            let bound =
                target == nil
                ? "\(upper.from.text(places: nil, group: " ")) \(commission.base.unit)" : upper.from.percentText
            return jump.isNegative
                ? fall(component, bound) : cliff(component, bound, isMarginal: table.mode == .marginal)
        }
    }

    /// How much the award changes at a bound, in the units of the bound's own scale (of the target when bounds are shares).
    private static func jump(
        from lower: TierTable.Tier, to upper: TierTable.Tier, _ table: TierTable, hasTarget: Bool
    ) -> FixedDecimal? {
        guard let rise = try? upper.rate.subtracting(lower.rate) else { return nil }
        switch table.mode {
        case .marginal: return upper.fixed
        case .whole:
            return try? rise.multiplied(by: upper.from).adding(upper.fixed.subtracting(lower.fixed))
        case .overage:
            guard let above = try? upper.from.subtracting(.one), above > .zero else { return upper.fixed }
            return try? rise.multiplied(by: above).adding(upper.fixed)
        }
    }

    /// Below the first bound nothing is earned; who knows tables that begin at zero may not expect it.
    private static func firstTierFindings(_ component: Component) -> [Diagnostic] {
        guard case .commission(let commission) = component.kind else { return [] }
        let (table, hasTarget): (TierTable?, Bool) =
            switch commission.pricing {
            case .tiers(let tiers): (tiers.table, tiers.target != nil)
            case .events(let events): (events.tiers, events.target != nil)
            case .rate, .rates: (nil, false)
            }
        guard let first = table?.tiers.first, first.from > .zero else { return [] }
        let bound =
            hasTarget
            ? "\(first.from.percentText)" : "\(first.from.text(places: nil, group: " ")) \(commission.base.unit)"
        return [
            Diagnostic(
                .note, code: "first-tier", at: component.place,
                LocalizedText(
                    en: "'\(component.name)' earns nothing below \(bound), where its first tier begins",
                    ru: "«\(component.name)» до \(bound), где начинается первая ступень, не платит ничего"),
                remedy: LocalizedText(
                    en: "if it should earn from the beginning, add a tier that begins at 0",
                    ru: "если платить надо с самого начала, добавьте ступень, которая начинается с 0"))
        ]
    }

    private static func fall(_ component: Component, _ bound: String) -> Diagnostic {
        Diagnostic(
            .warning, code: "falling-tiers", at: component.place,
            LocalizedText(
                en: "at \(bound) the pay of '\(component.name)' falls though sales rise",
                ru: "на \(bound) выплата «\(component.name)» падает, хотя продажи растут"),
            remedy: LocalizedText(
                en: "use 'marginal', or a rate that rises", ru: "возьмите «marginal» или растущую ставку"))
    }

    private static func cliff(_ component: Component, _ bound: String, isMarginal: Bool) -> Diagnostic {
        Diagnostic(
            .warning, code: "cliff", at: component.place,
            LocalizedText(
                en: "at \(bound) the pay of '\(component.name)' jumps: deals will be moved between periods",
                ru: "на \(bound) выплата «\(component.name)» прыгает: сделки станут переносить между периодами"),
            remedy: isMarginal
                ? LocalizedText(
                    en: "without a 'fixed' part 'marginal' has no cliffs", ru: "без «fixed» у «marginal» скачков нет")
                : LocalizedText(en: "'marginal' has no cliffs", ru: "у «marginal» скачков нет"))
    }

    // MARK: Goal and pay

    /// Who keeps relationships must not be paid per deal.
    private static func goalFindings(_ component: Component, _ plan: Plan, _ model: CompanyModel) -> [Diagnostic] {
        guard plan.goal == .relationships else { return [] }
        let paysPerDeal: Bool
        switch component.kind {
        case .commission(let commission): paysPerDeal = !commission.base.isGrowth
        case .bonus(let bonus): paysPerDeal = bonus.per != nil
        case .scorecard, .pool, .contest, .goals, .spot, .milestones: paysPerDeal = false
        }
        guard paysPerDeal else { return [] }
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

extension FixedDecimal {
    /// The number as a percentage: `12.5 %`.
    var percentText: String {
        ((try? multiplied(by: 100).rounded(toPlaces: 2)) ?? self).text(places: nil) + " %"
    }
}

extension Checked where Reference == Measure {
    /// Whether the figure is a difference to last year: growth of accounts, not single deals.
    fileprivate var isGrowth: Bool {
        if case .reference(.window(.growth, _)) = node { true } else { false }
    }
}
