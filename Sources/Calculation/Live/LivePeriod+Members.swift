internal import Company
internal import Formulas
internal import Messages
internal import Periods

/// Who is a member of a period, after changed assignments.
extension LivePeriod {
    /// What a participation is paid for a component.
    struct ParticipationAward: Hashable {
        let participation: Participation
        let award: AwardBlock.SingleAward
    }

    static func rows(of people: [Int32], among count: Int) -> [Int32] {
        var rows = [Int32](repeating: -1, count: count)
        for (row, person) in people.enumerated() { rows[Int(person)] = Int32(row) }
        return rows
    }

    /// Puts a person whose assignments are different where he belongs now, and marks all that is his.
    ///
    /// Who was on the plan for the whole period at full time and still is keeps his row in the blocks; anybody else is computed
    /// alone from now on.
    func move(_ person: Int32) {
        let whole = plan.participation(person, members.period)
        let wasMember = isMember(person)
        if before[person] == nil { before[person] = awards(of: person) }
        let participations = plan.participations(of: person, members.period)
        let keepsRow = rows[Int(person)] >= 0 && participations == [whole]
        let order = rearrange(person, keepsRow: keepsRow, others: keepsRow ? [] : participations)
        marks.addAll(person)
        guard wasMember || isMember(person) else { return }
        for (number, component) in plan.plan.components.enumerated() where component.isShared {
            pools[number] = pools[number]?.regrouped(component, plan, members, order)
            if pools[number] == nil { marks.addShared(1 << UInt64(number)) }
        }
    }

    private func isMember(_ person: Int32) -> Bool {
        rows[Int(person)] >= 0 || members.others.contains { $0.person == person }
    }

    /// Gives a person other participations; gives for every row now the row it was, `nil` for a new one.
    private func rearrange(_ person: Int32, keepsRow: Bool, others: [Participation]) -> [Int?] {
        let old = members
        let row = keepsRow ? -1 : Int(rows[Int(person)])
        let kept = old.people.indices.filter { $0 != row }
        if row >= 0 {
            members.people.remove(at: row)
            members.contexts = old.contexts.map { $0.people.contains(person) ? $0.without(person) : $0 }
            rows = Self.rows(of: members.people, among: rows.count)
            program.keep(kept, members.contexts)
            for number in gates.indices { gates[number].values = gates[number].values.inOrder(kept) }
            cells = cells.map { $0?.inOrder(kept) }
        }
        members.others = (old.others.filter { $0.person != person } + others).sorted {
            ($0.person, $0.days.from) < ($1.person, $1.days.from)
        }
        let order =
            kept.map(Optional.some)
            + members.others.map { participation in
                old.others.firstIndex(of: participation).map { old.people.count + $0 }
            }
        for (number, component) in plan.plan.components.enumerated() where row >= 0 || old.others != members.others {
            components[number] = components[number].inOrder(order, blank: component.isShared ? .noShare : .none)
        }
        return order
    }

    private func awards(of person: Int32) -> [[ParticipationAward]] {
        var places: [(row: Int, participation: Participation)] = []
        if rows[Int(person)] >= 0 {
            places.append((Int(rows[Int(person)]), plan.participation(person, members.period)))
        }
        for (index, participation) in members.others.enumerated() where participation.person == person {
            places.append((members.people.count + index, participation))
        }
        return components.map { block in
            places.map {
                ParticipationAward(participation: $0.participation, award: block.award($0.row, plan.model.currency))
            }
        }
    }

    /// The lines of everybody: by person and days, and of each participation by component.
    var lines: [AwardLine] {
        plan.lines(
            PeriodPay(people: members.people, others: members.others, components: components), members.period)
    }

    /// The lines of a person: by days, and of each participation by component.
    func lines(of person: Int32) -> [AwardLine] {
        let row = Int(rows[Int(person)])
        if row >= 0 { return lines(row, plan.participation(person, members.period)) }
        return members.others.enumerated().filter { $0.element.person == person }
            .sorted { $0.element.days.from < $1.element.days.from }
            .flatMap { lines(members.people.count + $0.offset, $0.element) }
    }

    private func lines(_ row: Int, _ participation: Participation) -> [AwardLine] {
        components.enumerated().map { component, block in
            let award = block.award(row, plan.model.currency)
            return AwardLine(
                plan: plan.number, component: component, participation: participation, amount: award.amount,
                remarks: award.remarks)
        }
    }

    /// Adds those to the moved whose participations have come, gone or changed.
    func noteMoved() {
        for (person, old) in before {
            for (number, own) in awards(of: person).enumerated()
            where own != old[number] && !moved[number].contains(person) {
                moved[number].append(person)
                moved[number].sort()
            }
        }
        before.removeAll()
    }
}
