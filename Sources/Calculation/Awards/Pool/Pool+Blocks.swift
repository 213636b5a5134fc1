internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension PlanBlocks {
    /// What a pool pays all members of a period: those in blocks, then the others in their order; `nil` when it is not a pool
    /// that can be divided in columns.
    func pool(_ component: Component, _ members: Members) -> AwardBlock? {
        guard let division = component.division, var shares = shares(component, members) else { return nil }
        var block = AwardBlock(count: members.people.count + members.others.count)
        block.remarks = block.remarks.map { _ in .noShare }
        for (number, group) in shares.groups.enumerated() {
            guard let fund = fund(division, group.subject, members.period),
                shares.divide(fund, number, into: &block) != nil
            else { return nil }
        }
        return block
    }

    /// What a pool is divided by; `nil` when it has to be divided in another way.
    func shares(_ component: Component, _ members: Members) -> PoolShares? {
        guard let division = component.division, component.modifiers.isEmpty,
            !component.scalesWithTime || members.others.isEmpty, !members.people.isEmpty,
            !members.someHaveSeveralParticipations,
            let (weights, scale) = weights(division, members)
        else { return nil }
        return PoolShares(weights, scale: scale, groups(component, members))
    }

    /// What a group shares, in minor units; `nil` when there is no fund.
    func fund(_ division: FundDivision, _ subject: Subject, _ period: Period) -> UInt64? {
        guard let fund = calculator.evaluator.number(division.fund, in: EvaluationContext(subject, period)).value,
            let whole = try? Money(payLine: fund, in: model.currency, plan.rounding), whole.minorUnits >= 0
        else { return nil }
        return UInt64(whole.minorUnits)
    }

    /// The weights of all members in units of one scale, none below zero; `nil` when somebody has none.
    private func weights(_ division: FundDivision, _ members: Members) -> ([Int64], scale: Int)? {
        let own = NumberBlock(joining: members.contexts.map { blocks.numbers(division.weight, $0) })
        guard own.missing == nil else { return nil }
        var all = own
        if !members.others.isEmpty {
            var values = (0..<own.count).map { own[$0] as FixedDecimal? }
            for participation in members.others {
                guard let weight = weight(division, participation) else { return nil }
                values.append(weight)
            }
            all = NumberBlock(values)
        }
        guard case .narrow(let units, let scale) = all.numbers else { return nil }
        return (units.map { max($0, 0) }, scale)
    }

    /// The weight of a participation that is in no block; `nil` when it has none.
    func weight(_ division: FundDivision, _ participation: Participation) -> FixedDecimal? {
        calculator.evaluator.number(division.weight, in: calculator.context(participation, plan)).value
    }

    /// The rows of each group that shares a fund.
    func groups(_ component: Component, _ members: Members) -> [PoolShares.Members] {
        let count = members.people.count + members.others.count
        guard component.sharedBy == .unit else {
            return [group(.plan(Int32(number)), Array(0..<count), members)]
        }
        var byUnit: [Int32: [Int]] = [:]
        for (row, person) in members.people.enumerated() {
            guard let unit = roster.unit(of: person) ?? unit(atEndOf: members.period, person) else { continue }
            byUnit[unit, default: []].append(row)
        }
        for (row, participation) in members.others.enumerated() {
            guard let unit = calculator.unit(of: participation, plan) else { continue }
            byUnit[unit, default: []].append(members.people.count + row)
        }
        return byUnit.sorted { $0.key < $1.key }.map { group(.unit($0.key), $0.value, members) }
    }

    /// The unit of somebody in a block who does not hold one assignment ever.
    private func unit(atEndOf period: Period, _ person: Int32) -> Int32? {
        calculator.unit(of: participation(person, period), plan)
    }

    private func group(_ subject: Subject, _ rows: [Int], _ members: Members) -> PoolShares.Members {
        let people = rows.map { row in
            row < members.people.count ? members.people[row] : members.others[row - members.people.count].person
        }
        return PoolShares.Members(
            subject: subject, rows: rows.map { Int32($0) }, people: people, ranks: people.map { roster.rank(of: $0) })
    }
}

extension PlanBlocks.Members {
    /// Whether somebody left and came back inside the period: he shares a fund once, with all his days.
    var someHaveSeveralParticipations: Bool { zip(others, others.dropFirst()).contains { $0.person == $1.person } }
}

extension Modifiers {
    /// Whether nothing acts on the award.
    var isEmpty: Bool {
        condition == nil && multiplier == nil && gate == nil && floor == nil && cap == nil && longerCaps.isEmpty
    }
}
