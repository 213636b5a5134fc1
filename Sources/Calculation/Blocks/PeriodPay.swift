internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// What a plan pays everybody for a period, in columns.
struct PeriodPay: Sendable {
    /// Those who were computed in blocks, by rising number.
    let people: [Int32]
    /// The participations of everybody else.
    let others: [Participation]
    /// For each component the awards of the people, then of the other participations.
    let components: [AwardBlock]

    /// The lines of a participation that is in no block.
    func lines(ofOther index: Int, task plan: Int, _ currency: Currency) -> [AwardLine] {
        lines(row: people.count + index, others[index], plan, currency)
    }

    /// The lines of a row, by component.
    fileprivate func lines(row: Int, _ participation: Participation, _ plan: Int, _ currency: Currency) -> [AwardLine] {
        components.enumerated().map { component, block in
            let award = block.award(row, currency)
            return AwardLine(
                plan: plan, component: component, participation: participation, amount: award.amount,
                remarks: award.remarks)
        }
    }
}

extension PlanBlocks {
    /// The awards of all members of a period.
    func pay(_ members: Members) -> PeriodPay {
        let components = plan.components.indices.map { component -> AwardBlock in
            let part = plan.components[component]
            return part.isShared ? shared(part, members) : own(part, members)
        }
        return PeriodPay(people: members.people, others: members.others, components: components)
    }

    /// Awards that depend on each person alone.
    private func own(_ component: Component, _ members: Members) -> AwardBlock {
        var all = AwardBlock(count: 0)
        for context in members.contexts {
            if let block = awards(component, context) { all.append(block) }
        }
        for participation in members.others {
            all.append(rounded(calculator.award(component, plan, participation)))
        }
        return all
    }

    /// Awards of which everybody's depends on everybody's.
    func shared(_ component: Component, _ members: Members) -> AwardBlock {
        if let block = pool(component, members) { return block }
        let participations = members.people.map { participation($0, members.period) } + members.others
        let numbers = Dictionary(participations.enumerated().map { ($1, $0) }) { first, _ in first }
        var block = AwardBlock(count: participations.count)
        let without = AwardBlock.SingleAward(amount: .notComputable(.noUnit), remarks: [])
        for row in participations.indices { block.singles[row] = without }
        let ordered = participations.sorted { ($0.person, $0.days.from) < ($1.person, $1.days.from) }
        for group in calculator.groups(component, plan, ordered) {
            for (participation, award) in zip(group.participations, calculator.awards(component, plan, group)) {
                if let row = numbers[participation] { block.singles[row] = rounded(award) }
            }
        }
        return block
    }
}

extension PlanBlocks {
    /// The lines of a period: by person and days, and of each participation by component.
    func lines(_ pay: PeriodPay, _ period: Period) -> [AwardLine] {
        var participations = pay.people.enumerated().map { row, person in
            (row: row, participation: participation(person, period))
        }
        participations += pay.others.enumerated().map { (row: pay.people.count + $0, participation: $1) }
        participations.sort {
            ($0.participation.person, $0.participation.days.from) < (
                $1.participation.person, $1.participation.days.from
            )
        }
        return participations.flatMap { row, participation in pay.lines(row: row, participation, number, model.currency)
        }
    }
}

extension AwardBlock {
    /// Adds the rows of another block.
    mutating func append(_ other: AwardBlock) {
        let start = amounts.count
        amounts += other.amounts
        remarks += other.remarks
        for (row, single) in other.singles { singles[start + row] = single }
    }

    mutating func append(_ single: SingleAward) {
        singles[amounts.count] = single
        amounts.append(0)
        remarks.append(.none)
    }
}
