internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// The members of a plan who share a pool, a contest or a budget of rewards.
struct AwardMembers {
    /// Who shares it: a unit, or the whole company.
    var subject: Subject
    /// The members' stints.
    var stints: [Stint]
}

extension AwardCalculator {
    /// The groups of a shared component. A person belongs to the unit he is in at the end of his stint; who competes does so
    /// once, so all his stints belong to the unit he is in at the end of the last.
    func groups(_ component: Component, _ plan: Plan, _ stints: [Stint]) -> [AwardMembers] {
        guard component.sharedBy == .unit else {
            return stints.isEmpty ? [] : [AwardMembers(subject: .company, stints: stints)]
        }
        var units: [Int32: [Stint]] = [:]
        let lastOf = Dictionary(stints.map { ($0.person, $0) }) { _, last in last }
        for stint in stints {
            let deciding = component.isOncePerPerson ? lastOf[stint.person] ?? stint : stint
            guard let unit = unit(of: deciding, plan) else { continue }
            units[unit, default: []].append(stint)
        }
        return units.sorted { $0.key < $1.key }.map { AwardMembers(subject: .unit($0.key), stints: $0.value) }
    }

    /// The unit of a person at the end of a stint.
    func unit(of stint: Stint, _ plan: Plan) -> Int32? {
        evaluator.assignments(of: stint.person, in: frame(stint, plan)).last?.assignment.unit
    }

    /// The awards of the members of a group, in the order of their stints.
    func awards(_ component: Component, _ plan: Plan, _ members: AwardMembers, _ notebook: Notebook? = nil)
        -> [RawAward]
    {
        zip(members.stints, ownAwards(component, plan, members, notebook)).map { stint, award in
            var award = award
            finish(&award, component, plan, stint, nil)
            return award
        }
    }

    /// The awards under the component's modifiers for the period.
    func ownAwards(_ component: Component, _ plan: Plan, _ members: AwardMembers, _ notebook: Notebook? = nil)
        -> [RawAward]
    {
        guard let period = members.stints.first?.period else { return [] }
        let frame = Frame(members.subject, period)
        if let stopped = checkCondition(component, frame, notebook) { return members.stints.map { _ in stopped } }
        let awards: [RawAward]
        switch component.kind {
        case .pool(let pool): awards = self.pool(pool, component, plan, members, frame, notebook)
        case .contest(let contest): awards = self.contest(contest, plan, members, frame, notebook)
        case .spot(let spot): awards = rewards(spot, component, plan, members, frame, notebook)
        default: awards = members.stints.map { award(component, plan, $0) }
        }
        return zip(members.stints, awards).map { stint, award in
            var award = award
            if component.scalesWithTime {
                award.amount = award.amount.then { amount throws(QuantityError) in try stint.scaling(amount) }
            }
            modify(&award, component.modifiers, self.frame(stint, plan), nil)
            return award
        }
    }

    // MARK: Pool

    private func pool(
        _ pool: Pool, _ component: Component, _ plan: Plan, _ members: AwardMembers, _ frame: Frame,
        _ notebook: Notebook?
    ) -> [RawAward] {
        let fund = self.fund(pool, component, plan, members.subject, frame.period)
        notebook?.add(explainer.formula(pool.fund, .fund, money, in: frame))
        if let notebook, fund != evaluator.number(pool.fund, in: frame) {
            notebook.add(Explanation(.fundWithCarried, fund, money))
        }
        var weights: [(key: RecordKey, weight: FixedDecimal)] = []
        for stint in members.stints {
            switch evaluator.number(pool.weight, in: self.frame(stint, plan)) {
            case .value(let weight): weights.append((memberKey(stint), max(weight, .zero)))
            case .notComputable(let reason): return members.stints.map { _ in RawAward(.notComputable(reason)) }
            }
        }
        if let notebook { explain(weights, pool, notebook) }
        guard case .value(let amount) = fund else { return members.stints.map { _ in RawAward(fund) } }
        guard weights.contains(where: { $0.weight > .zero }) else {
            return members.stints.map { _ in RawAward(.value(.zero), [pool.carriesOver ? .poolCarried : .poolCancelled])
            }
        }
        return divide(amount, weights, plan)
    }

    private func divide(_ amount: FixedDecimal, _ weights: [(key: RecordKey, weight: FixedDecimal)], _ plan: Plan)
        -> [RawAward]
    {
        do throws(QuantityError) {
            let whole = try Money(payLine: amount, in: model.currency, plan.rounding)
            let parts = try Split.largestRemainder(whole.minorUnits, weights: weights)
            return try parts.map { part throws(QuantityError) in
                let share = try FixedDecimal(minorUnits: part, places: model.currency.minorDigits)
                return RawAward(.value(share), part == 0 ? [.noShare] : [])
            }
        } catch {
            return weights.map { _ in RawAward(.notComputable(Reason(error))) }
        }
    }

    /// The fund of a period, with what earlier periods could not divide when it is carried over.
    private func fund(
        _ pool: Pool, _ component: Component, _ plan: Plan, _ subject: Subject, _ period: Period
    ) -> Outcome<FixedDecimal> {
        let own = evaluator.number(pool.fund, in: Frame(subject, period))
        guard pool.carriesOver, let before = model.calendar.period(after: period, by: -1),
            before.range.until > firstDay(of: plan), isUndivided(pool, component, plan, subject, before)
        else { return own }
        switch (own, fund(pool, component, plan, subject, before)) {
        case (.value(let now), .value(let earlier)):
            return .computing { () throws(QuantityError) in try now.adding(earlier) }
        case (.notComputable(let reason), _), (_, .notComputable(let reason)): return .notComputable(reason)
        }
    }

    /// The day from which a plan's funds may have been left over: where it begins, or, when that is not said,
    /// where somebody was first employed for it.
    private func firstDay(of plan: Plan) -> CivilDay {
        guard plan.validity.from == .earliest else { return plan.validity.from }
        let employed = model.organisation.assignments.filter { plan.audience.admits($0, model.organisation) }
        return employed.map(\.validity.from).min() ?? .latest
    }

    /// Whether nobody could share the fund of a period although it was to be paid.
    private func isUndivided(
        _ pool: Pool, _ component: Component, _ plan: Plan, _ subject: Subject, _ period: Period
    ) -> Bool {
        if let condition = component.modifiers.condition,
            evaluator.flag(condition, in: Frame(subject, period)) != .value(true)
        {
            return false
        }
        let members = members(component, plan, period)[subject] ?? []
        return members.allSatisfy { stint in
            (evaluator.number(pool.weight, in: frame(stint, plan)).value ?? .zero) <= .zero
        }
    }

    /// The members of every group of an earlier period; worked out once, not for each of its groups.
    private func members(_ component: Component, _ plan: Plan, _ period: Period) -> [Subject: [Stint]] {
        let key = EarlierMembers(plan: plan.name, component: component.name, period: period)
        if let known = earlierMembers[key] { return known }
        let stints = Participation(model: model).stints(of: plan, in: period)
        let groups = groups(component, plan, stints).map { ($0.subject, $0.stints) }
        let members = Dictionary(groups) { first, _ in first }
        earlierMembers[key] = members
        return members
    }

    private func explain(_ weights: [(key: RecordKey, weight: FixedDecimal)], _ pool: Pool, _ notebook: Notebook) {
        let unit = explainer.unit(of: pool.weight)
        notebook.add(
            Explanation(
                .weights, formula: model.text(of: pool.weight),
                children: weights.map { Explanation(LocalizedText($0.key.id), .figure($0.weight, unit)) }))
    }

    func memberKey(_ stint: Stint) -> RecordKey { model.people.key(stint.person) }
}

extension Component {
    /// Whether what it pays is decided once for a person and a period, over all his days.
    fileprivate var isOncePerPerson: Bool {
        switch kind {
        case .contest: true
        case .scorecard, .commission, .bonus, .pool, .goals, .spot, .milestones, .guarantee: false
        }
    }
}

extension Remark {
    fileprivate static let poolCarried = Remark(
        "pool-carried", en: "nobody can share the fund; it waits for the next period",
        ru: "делить фонд не с кем; он ждёт следующего периода")
    fileprivate static let poolCancelled = Remark(
        "pool-cancelled", en: "nobody can share the fund; it lapses", ru: "делить фонд не с кем; он пропадает")
    static let noShare = Remark("no-share", en: "no weight in the pool", ru: "нет веса в фонде")
}

extension LocalizedText {
    fileprivate static let fund = LocalizedText(en: "fund", ru: "фонд")
    fileprivate static let fundWithCarried = LocalizedText(
        en: "fund with what earlier periods could not divide", ru: "фонд с тем, что не смогли разделить раньше")
    fileprivate static let weights = LocalizedText(en: "weights", ru: "веса")
}
