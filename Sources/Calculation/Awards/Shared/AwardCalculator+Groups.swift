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
            return stints.isEmpty ? [] : [AwardMembers(subject: everybody(on: plan), stints: stints)]
        }
        var units: [Int32: [Stint]] = [:]
        let lastOf = Dictionary(stints.map { ($0.person, $0) }) { _, last in last }
        for stint in stints {
            let deciding = component.competes ? lastOf[stint.person] ?? stint : stint
            guard let unit = unit(of: deciding, plan) else { continue }
            units[unit, default: []].append(stint)
        }
        return units.sorted { $0.key < $1.key }.map { AwardMembers(subject: .unit($0.key), stints: $0.value) }
    }

    /// The group of everybody whom a plan has, each on his days.
    func everybody(on plan: Plan) -> Subject {
        model.plans.firstIndex { $0.name == plan.name }.map { .plan(Int32($0)) } ?? .company
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
        case .scorecard, .commission, .bonus, .goals, .milestones:
            awards = members.stints.map { award(component, plan, $0) }
        }
        return zip(members.stints, awards).map { stint, award in
            var award = award
            if component.scalesWithTime {
                let time = component.isDecidedOnce ? members.stints.filter { $0.person == stint.person } : [stint]
                award.amount = award.amount.then { amount throws(QuantityError) in
                    try Stint.scaling(amount, over: time)
                }
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
        let people = people(plan, members.stints)
        var weights: [(key: RecordKey, weight: FixedDecimal)] = []
        for person in people {
            switch evaluator.number(pool.weight, in: person.frame) {
            case .value(let weight): weights.append((person.key, max(weight, .zero)))
            case .notComputable(let reason): return members.stints.map { _ in RawAward(.notComputable(reason)) }
            }
        }
        if let notebook { explain(weights, pool, notebook) }
        guard case .value(let amount) = fund else { return members.stints.map { _ in RawAward(fund) } }
        guard weights.contains(where: { $0.weight > .zero }) else {
            return members.stints.map { _ in RawAward(.value(.zero), [pool.carriesOver ? .poolCarried : .poolCancelled])
            }
        }
        var awards = members.stints.map { _ in RawAward(.value(.zero), [.weighedLater]) }
        for (person, award) in zip(people, divide(amount, weights, plan)) { awards[person.stint] = award }
        return awards
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
    /// Whether people or units compete for what it pays.
    fileprivate var competes: Bool { if case .contest = kind { true } else { false } }

    /// Whether what it pays a person in a group is decided once, over all his days there, and paid with his last stint.
    fileprivate var isDecidedOnce: Bool {
        switch kind {
        case .contest, .pool: true
        case .scorecard, .commission, .bonus, .goals, .spot, .milestones: false
        }
    }
}

extension Remark {
    fileprivate static let poolCarried = Remark(
        "pool-carried", en: "nobody can share the fund; it waits for the next period",
        ru: "делить фонд не с кем; он ждёт следующего периода")
    fileprivate static let poolCancelled = Remark(
        "pool-cancelled", en: "nobody can share the fund; it lapses", ru: "делить фонд не с кем; он пропадает")
    fileprivate static let weighedLater = Remark(
        "weighed-later", en: "weighed together with his later days of the period",
        ru: "вес считается вместе с более поздними днями периода")
    static let noShare = Remark("no-share", en: "no weight in the pool", ru: "нет веса в фонде")
}

extension LocalizedText {
    fileprivate static let fund = LocalizedText(en: "fund", ru: "фонд")
    fileprivate static let fundWithCarried = LocalizedText(
        en: "fund with what earlier periods could not divide", ru: "фонд с тем, что не смогли разделить раньше")
    fileprivate static let weights = LocalizedText(en: "weights", ru: "веса")
}
