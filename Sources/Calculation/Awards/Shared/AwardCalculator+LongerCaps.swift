internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension AwardCalculator {
    /// A component's caps for longer periods, the shortest first, each with what it changed.
    ///
    /// A period pays min(cap, everything so far) − min(cap, everything before), counted in pay lines: what the periods pay
    /// never sums to more than the cap, and what a return frees is paid again.
    func limitOverLongerPeriods(
        _ award: inout RawAward, _ component: Component, _ plan: Plan, _ participation: Participation, _ trace: Trace?
    ) {
        let caps = component.modifiers.longerCaps
        guard !caps.isEmpty, award.amount.value != nil else { return }
        let levels = levels(component, plan, participation, line(award, plan))
        for (index, cap) in caps.enumerated() {
            trace?.add(
                explainer.formula(
                    cap.amount, .longerCap(cap.per), money, in: context(participation, plan, over: cap.per)))
            award.amount = levels[index + 1].map(\.amount)
            if let old = levels[index].value, let new = levels[index + 1].value, old != new {
                award.remarks.append(
                    .capped(
                        by: old.minorUnits - new.minorUnits, for: label(cap.per, participation), ofPlan: false,
                        model.currency))
            }
        }
    }

    private func label(_ kind: PeriodKind, _ participation: Participation) -> String {
        longerPeriod(kind, participation.period)?.description ?? kind.rawValue
    }

    /// The award of a participation before any of the caps, after the first, after the second …
    private func levels(
        _ component: Component, _ plan: Plan, _ participation: Participation, _ own: Outcome<Money>
    ) -> [Outcome<Money>] {
        let run = cappedRun(component, plan, participation)
        guard let place = run.participations.firstIndex(of: participation) else {
            return [own] + component.modifiers.longerCaps.map { _ in own }
        }
        while run.amounts.count <= place {
            let next = run.participations[run.amounts.count]
            let limits = component.modifiers.longerCaps.map { cap in
                (longer: longerPeriod(cap.per, next.period), most: limit(cap, plan, next))
            }
            run.add(next == participation ? own : uncapped(component, plan, next), limits)
        }
        return run.amounts[place]
    }

    /// The person's participations of the longest of the longer periods; of a plan's own test there is one.
    private func cappedRun(_ component: Component, _ plan: Plan, _ participation: Participation) -> CappedRun {
        let caps = component.modifiers.longerCaps
        guard evaluator.given == nil, let longest = caps.last,
            let longer = longerPeriod(longest.per, participation.period)
        else {
            return CappedRun([participation], caps: caps.count)
        }
        let key = CappedRun.Key(
            plan: plan.name, component: component.name, person: participation.person, longer: longer)
        if let known = cappedRuns[key] { return known }
        let run = CappedRun(participations(of: participation.person, plan, in: longer), caps: caps.count)
        cappedRuns[key] = run
        return run
    }

    /// The award before any cap for a longer period, as a pay line.
    private func uncapped(_ component: Component, _ plan: Plan, _ participation: Participation) -> Outcome<Money> {
        guard component.isShared else { return line(ownAward(component, plan, participation), plan) }
        let key = EarlierMembers(plan: plan.name, component: component.name, period: participation.period)
        if let known = earlierShared[key] { return known[participation] ?? .notComputable(.noUnit) }
        var awards: [Participation: Outcome<Money>] = [:]
        for members in groups(
            component, plan, ParticipationFinder(model: model).participations(of: plan, in: participation.period))
        {
            for (member, award) in zip(members.participations, ownAwards(component, plan, members)) {
                awards[member] = line(award, plan)
            }
        }
        earlierShared[key] = awards
        return awards[participation] ?? .notComputable(.noUnit)
    }

    private func line(_ award: RawAward, _ plan: Plan) -> Outcome<Money> {
        award.amount.then { amount throws(QuantityError) in
            try Money(payLine: amount, in: model.currency, plan.rounding)
        }
    }

    /// The most for a longer period, the same in each of its periods.
    func limit(_ cap: LongerCap, _ plan: Plan, _ participation: Participation) -> Outcome<Money> {
        evaluator.number(cap.amount, in: context(participation, plan, over: cap.per)).then {
            limit throws(QuantityError) in
            try Money(payLine: max(limit, .zero), in: model.currency, plan.rounding)
        }
    }

    /// A person's time on the plan in the longer period that a participation belongs to, from the first day to the last.
    func context(_ participation: Participation, _ plan: Plan, over kind: PeriodKind) -> EvaluationContext {
        let own = context(participation, plan)
        guard evaluator.given == nil, let longer = longerPeriod(kind, participation.period),
            let days = ParticipationFinder(model: model).days(of: plan, person: participation.person, in: longer.range)
        else { return own }
        return own.with(days: days, period: longer)
    }

    /// A person's participations of all periods of a plan that end in a longer period, in order.
    func participations(of person: Int32, _ plan: Plan, in longer: Period) -> [Participation] {
        let participation = ParticipationFinder(model: model)
        return parts(of: longer, plan).flatMap { period -> [Participation] in
            guard let inForce = plan.validity.intersection(period.range) else { return [] }
            return participation.participations(of: plan, person: person, in: period, inForce)
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
