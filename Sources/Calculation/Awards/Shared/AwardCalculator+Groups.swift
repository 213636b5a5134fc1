internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The members of a plan who share a pool, a contest or a budget of rewards.
struct AwardMembers {
    /// Who shares it: a unit, or the whole company.
    var subject: Subject
    /// The members' participations.
    var participations: [Participation]
}

/// A person of a group who takes part once.
struct AwardMember {
    /// The number of the participation that is paid.
    let participation: Int
    let key: RecordKey
    let context: EvaluationContext
}

extension AwardCalculator {
    /// The groups of a shared component. A person belongs to the unit he is in at the end of his participation; who competes does so
    /// once, so all his participations belong to the unit he is in at the end of the last.
    func groups(_ component: Component, _ plan: Plan, _ participations: [Participation]) -> [AwardMembers] {
        guard component.sharedBy == .unit else {
            return participations.isEmpty
                ? [] : [AwardMembers(subject: everybody(on: plan), participations: participations)]
        }
        var units: [Int32: [Participation]] = [:]
        var takesPartOnce = false
        if case .shared(let award) = component.kind.rule { takesPartOnce = award.takesPartOnce }
        let lastOf = Dictionary(participations.map { ($0.person, $0) }) { _, last in last }
        for participation in participations {
            let deciding = takesPartOnce ? lastOf[participation.person] ?? participation : participation
            guard let unit = unit(of: deciding, plan) else { continue }
            units[unit, default: []].append(participation)
        }
        return units.sorted { $0.key < $1.key }.map { AwardMembers(subject: .unit($0.key), participations: $0.value) }
    }

    /// The group of everybody whom a plan has, each on his days.
    func everybody(on plan: Plan) -> Subject {
        model.plans.firstIndex { $0.name == plan.name }.map { .plan(Int32($0)) } ?? .company
    }

    /// The unit of a person at the end of a participation.
    func unit(of participation: Participation, _ plan: Plan) -> Int32? {
        evaluator.assignments(of: participation.person, in: context(participation, plan)).last?.assignment.unit
    }

    /// The awards of the members of a group, in the order of their participations.
    func awards(_ component: Component, _ plan: Plan, _ members: AwardMembers, _ trace: Trace? = nil)
        -> [RawAward]
    {
        zip(members.participations, ownAwards(component, plan, members, trace)).map { participation, award in
            var award = award
            finish(&award, component, plan, participation, nil)
            return award
        }
    }

    /// The awards under the component's modifiers for the period.
    func ownAwards(_ component: Component, _ plan: Plan, _ members: AwardMembers, _ trace: Trace? = nil)
        -> [RawAward]
    {
        guard let period = members.participations.first?.period else { return [] }
        let context = EvaluationContext(members.subject, period)
        if let stopped = checkCondition(component, context, trace) {
            return members.participations.map { _ in stopped }
        }
        let awards: [RawAward]
        var isDecidedOnce = false
        switch component.kind.rule {
        case .shared(let rule):
            awards = rule.awards(component, plan, members, in: awardContext(trace))
            isDecidedOnce = rule.isDecidedOnce
        case .personal: awards = members.participations.map { award(component, plan, $0) }
        }
        return zip(members.participations, awards).map { participation, award in
            var award = award
            if component.scalesWithTime {
                let time =
                    isDecidedOnce
                    ? members.participations.filter { $0.person == participation.person } : [participation]
                award.amount = award.amount.then { amount throws(QuantityError) in
                    try Participation.scaling(amount, over: time)
                }
            }
            modify(&award, component.modifiers, self.context(participation, plan), nil)
            return award
        }
    }

    /// Each person once: what counts are all his days of the period, without those on which he was away; his last participation is
    /// paid.
    func people(_ plan: Plan, _ participations: [Participation]) -> [AwardMember] {
        let byPerson = Dictionary(grouping: participations, by: \.person)
        return participations.enumerated().compactMap { index, participation in
            guard let own = byPerson[participation.person], participation == own.last, var context = context(own, plan)
            else { return nil }
            if own.count > 1 { context.stretches = own.map(\.days) }
            return AwardMember(participation: index, key: memberKey(participation), context: context)
        }
    }

    func memberKey(_ participation: Participation) -> RecordKey { model.people.key(participation.person) }
}
