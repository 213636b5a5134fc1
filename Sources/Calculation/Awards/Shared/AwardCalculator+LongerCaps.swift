internal import Company
internal import Formulas
internal import Periods
internal import Quantities

extension AwardCalculator {
    /// A component's caps for longer periods, the shortest first, each with what it changed.
    ///
    /// A period pays min(cap, everything so far) − min(cap, everything before), counted in pay lines: what the periods pay
    /// never sums to more than the cap, and what a return frees is paid again.
    func limitOverLongerPeriods(
        _ award: inout RawAward, _ component: Component, _ plan: Plan, _ stint: Stint, _ notebook: Notebook?
    ) {
        let caps = component.modifiers.longerCaps
        guard !caps.isEmpty, award.amount.value != nil else { return }
        let levels = levels(component, plan, stint, line(award, plan))
        for (index, cap) in caps.enumerated() {
            notebook?.add(
                explainer.formula(cap.amount, .longerCap(cap.per), money, in: frame(stint, plan, over: cap.per)))
            award.amount = levels[index + 1].map(\.amount)
            if let old = levels[index].value, let new = levels[index + 1].value, old != new {
                award.remarks.append(
                    .capped(
                        by: old.minorUnits - new.minorUnits, for: label(cap.per, stint), ofPlan: false, model.currency))
            }
        }
    }

    private func label(_ kind: PeriodKind, _ stint: Stint) -> String {
        longerPeriod(kind, stint.period)?.description ?? kind.rawValue
    }

    /// The award of a stint before any of the caps, after the first, after the second …
    private func levels(
        _ component: Component, _ plan: Plan, _ stint: Stint, _ own: Outcome<Money>
    ) -> [Outcome<Money>] {
        let run = cappedRun(component, plan, stint)
        guard let place = run.stints.firstIndex(of: stint) else {
            return [own] + component.modifiers.longerCaps.map { _ in own }
        }
        while run.amounts.count <= place {
            let next = run.stints[run.amounts.count]
            let limits = component.modifiers.longerCaps.map { cap in
                (longer: longerPeriod(cap.per, next.period), most: limit(cap, plan, next))
            }
            run.add(next == stint ? own : uncapped(component, plan, next), limits)
        }
        return run.amounts[place]
    }

    /// The person's stints of the longest of the longer periods; of a plan's own test there is one.
    private func cappedRun(_ component: Component, _ plan: Plan, _ stint: Stint) -> CappedRun {
        let caps = component.modifiers.longerCaps
        guard evaluator.given == nil, let longest = caps.last, let longer = longerPeriod(longest.per, stint.period)
        else {
            return CappedRun([stint], caps: caps.count)
        }
        let key = CappedRun.Key(plan: plan.name, component: component.name, person: stint.person, longer: longer)
        if let known = cappedRuns[key] { return known }
        let run = CappedRun(stints(of: stint.person, plan, in: longer), caps: caps.count)
        cappedRuns[key] = run
        return run
    }

    /// The award before any cap for a longer period, as a pay line.
    private func uncapped(_ component: Component, _ plan: Plan, _ stint: Stint) -> Outcome<Money> {
        guard component.isShared else { return line(ownAward(component, plan, stint), plan) }
        let key = EarlierMembers(plan: plan.name, component: component.name, period: stint.period)
        if let known = earlierShared[key] { return known[stint] ?? .notComputable(.noUnit) }
        var awards: [Stint: Outcome<Money>] = [:]
        for members in groups(component, plan, Participation(model: model).stints(of: plan, in: stint.period)) {
            for (member, award) in zip(members.stints, ownAwards(component, plan, members)) {
                awards[member] = line(award, plan)
            }
        }
        earlierShared[key] = awards
        return awards[stint] ?? .notComputable(.noUnit)
    }

    private func line(_ award: RawAward, _ plan: Plan) -> Outcome<Money> {
        award.amount.then { amount throws(QuantityError) in
            try Money(payLine: amount, in: model.currency, plan.rounding)
        }
    }

    /// The most for a longer period, the same in each of its periods.
    func limit(_ cap: LongerCap, _ plan: Plan, _ stint: Stint) -> Outcome<Money> {
        evaluator.number(cap.amount, in: frame(stint, plan, over: cap.per)).then { limit throws(QuantityError) in
            try Money(payLine: max(limit, .zero), in: model.currency, plan.rounding)
        }
    }

    /// A person's time on the plan in the longer period that a stint belongs to, from the first day to the last.
    func frame(_ stint: Stint, _ plan: Plan, over kind: PeriodKind) -> Frame {
        let own = frame(stint, plan)
        guard evaluator.given == nil, let longer = longerPeriod(kind, stint.period),
            let days = Participation(model: model).days(of: plan, person: stint.person, in: longer.range)
        else { return own }
        return own.with(days: days, period: longer)
    }

    /// A person's stints of all periods of a plan that end in a longer period, in order.
    func stints(of person: Int32, _ plan: Plan, in longer: Period) -> [Stint] {
        let participation = Participation(model: model)
        return parts(of: longer, plan).flatMap { period -> [Stint] in
            guard let inForce = plan.validity.intersection(period.range) else { return [] }
            return participation.stints(of: plan, person: person, in: period, inForce)
        }
    }

    /// The periods of a plan that end in a longer period, in order.
    func parts(of longer: Period, _ plan: Plan) -> [Period] {
        model.calendar.periods(plan.period, in: longer.range).filter { $0.range.until <= longer.range.until }
    }
}

extension Remark {
    /// A component's or a plan's cap for a longer period took minor units away, or gives back what a return freed.
    static func capped(by minorUnits: Int64, for period: String, ofPlan: Bool, _ currency: Currency) -> Remark {
        let units = Money(minorUnits: Int64(clamping: minorUnits.magnitude), currency: currency)
        let amount = ExactMoney(units.amount, currency)
        let cap =
            ofPlan
            ? LocalizedText(en: "the plan's cap", ru: "потолок плана") : LocalizedText(en: "the cap", ru: "потолок")
        return minorUnits >= 0
            ? Remark(
                ofPlan ? "cut-by-plan-cap" : "cut-by-cap",
                ["taken": .money(units.amount, currency), "period": .name(period)],
                en: "\(cap.en) for \(period) took away \(amount)",
                ru: "\(cap.ru) за \(period) срезал \(amount)")
            : Remark(
                ofPlan ? "freed-by-plan-cap" : "freed-by-cap",
                ["freed": .money(units.amount, currency), "period": .name(period)],
                en: "\(cap.en) for \(period) gave back \(amount)",
                ru: "\(cap.ru) за \(period) вернул \(amount)")
    }
}

extension LocalizedText {
    static func longerCap(_ kind: PeriodKind) -> LocalizedText {
        LocalizedText(en: "cap per \(kind.rawValue)", ru: "потолок на \(kind.russianAccusative)")
    }
}
