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

/// A person of a group who takes part once.
struct AwardMember {
    /// The number of the stint that is paid.
    let stint: Int
    let key: RecordKey
    let frame: Frame
}

extension AwardCalculator {
    /// The groups of a shared component. A person belongs to the unit he is in at the end of his stint; who competes does so
    /// once, so all his stints belong to the unit he is in at the end of the last.
    func groups(_ component: Component, _ plan: Plan, _ stints: [Stint]) -> [AwardMembers] {
        guard component.sharedBy == .unit else {
            return stints.isEmpty ? [] : [AwardMembers(subject: everybody(on: plan), stints: stints)]
        }
        var units: [Int32: [Stint]] = [:]
        var takesPartOnce = false
        if case .shared(let award) = component.kind.rule { takesPartOnce = award.takesPartOnce }
        let lastOf = Dictionary(stints.map { ($0.person, $0) }) { _, last in last }
        for stint in stints {
            let deciding = takesPartOnce ? lastOf[stint.person] ?? stint : stint
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
        var isDecidedOnce = false
        switch component.kind.rule {
        case .shared(let rule):
            awards = rule.awards(component, plan, members, in: context(notebook))
            isDecidedOnce = rule.isDecidedOnce
        case .personal: awards = members.stints.map { award(component, plan, $0) }
        }
        return zip(members.stints, awards).map { stint, award in
            var award = award
            if component.scalesWithTime {
                let time = isDecidedOnce ? members.stints.filter { $0.person == stint.person } : [stint]
                award.amount = award.amount.then { amount throws(QuantityError) in
                    try Stint.scaling(amount, over: time)
                }
            }
            modify(&award, component.modifiers, self.frame(stint, plan), nil)
            return award
        }
    }

    /// Each person once: what counts are all his days of the period, without those on which he was away; his last stint is
    /// paid.
    func people(_ plan: Plan, _ stints: [Stint]) -> [AwardMember] {
        let byPerson = Dictionary(grouping: stints, by: \.person)
        return stints.enumerated().compactMap { index, stint in
            guard let own = byPerson[stint.person], stint == own.last, var frame = frame(own, plan) else { return nil }
            if own.count > 1 { frame.stretches = own.map(\.days) }
            return AwardMember(stint: index, key: memberKey(stint), frame: frame)
        }
    }

    func memberKey(_ stint: Stint) -> RecordKey { model.people.key(stint.person) }
}
