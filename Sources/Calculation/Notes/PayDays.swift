internal import Company
internal import Formulas
internal import Messages
internal import Periods

/// On which days some plans pay a person, and why they do not on another day.
struct PayDays {
    private let model: CompanyModel
    /// The plans that are asked about.
    let plans: [Int]

    init(_ model: CompanyModel, plans: [Int]) {
        self.model = model
        self.plans = plans
    }

    /// The days on which one of the plans pays the person, without overlaps and in order.
    func days(of person: Int32) -> [DayRange] {
        Membership.union(
            assignments(of: person).flatMap { assignment in
                plans.compactMap { plan in
                    guard model.plans[plan].audience.admits(assignment, model.organisation) else { return nil }
                    return model.plans[plan].validity.intersection(assignment.validity)
                }
            })
    }

    /// The days on which one of the plans would be for the person, but is not in force yet, or no longer.
    func daysOutOfForce(of person: Int32) -> (before: [DayRange], after: [DayRange]) {
        var (before, after): ([DayRange], [DayRange]) = ([], [])
        for assignment in assignments(of: person) {
            for plan in plans.map({ model.plans[$0] }) where plan.audience.admits(assignment, model.organisation) {
                let early = DayRange(from: .earliest, clampingUntil: plan.validity.from)
                let late = DayRange(from: plan.validity.until, clampingUntil: .latest)
                before += [early.intersection(assignment.validity)].compactMap { $0 }
                after += [late.intersection(assignment.validity)].compactMap { $0 }
            }
        }
        return (Membership.union(before), Membership.union(after))
    }

    /// The days on which the person holds an assignment.
    func assignedDays(of person: Int32) -> [DayRange] {
        Membership.union(assignments(of: person).map(\.validity))
    }

    /// Whether the person holds only positions on a day that no plan is meant to pay.
    func isMeantUnpaid(_ person: Int32, on day: CivilDay) -> Bool {
        let held = assignments(of: person).filter { $0.validity.contains(day) }
        return !held.isEmpty && held.allSatisfy { model.unpaidPositions.contains($0.position) }
    }

    /// Why none of the plans pays the person for a day: `before his assignment (from 2026-01-15)`; `nil` when one does.
    func whyNot(_ person: Int32, on day: CivilDay) -> LocalizedText? {
        if days(of: person).contains(where: { $0.contains(day) }) { return nil }
        let assigned = assignedDays(of: person)
        guard assigned.contains(where: { $0.contains(day) }) else { return outside(assigned, day) }
        let held = assignments(of: person).filter { $0.validity.contains(day) }
        for plan in plans.map({ model.plans[$0] })
        where held.contains(where: { plan.audience.admits($0, model.organisation) }) {
            if day < plan.validity.from {
                return LocalizedText(
                    en: "before the plan '\(plan.name)' (from \(plan.validity.from))",
                    ru: "раньше, чем действует план «\(plan.name)» (с \(plan.validity.from))")
            }
            return LocalizedText(
                en: "after the plan '\(plan.name)' (until \(plan.validity.until))",
                ru: "позже, чем действовал план «\(plan.name)» (по \(plan.validity.until), не включая)")
        }
        let position = held.first.map { model.records(BuiltInKind.position).id($0.position) } ?? "?"
        return LocalizedText(
            en: "as '\(position)', for whom no plan takes it",
            ru: "в должности «\(position)», для которой ни один план этого не считает")
    }

    private func outside(_ assigned: [DayRange], _ day: CivilDay) -> LocalizedText {
        let before = assigned.last { $0.until <= day }
        let after = assigned.first { $0.from > day }
        switch (before, after) {
        case (nil, nil):
            return LocalizedText(en: "without any assignment", ru: "без единого назначения")
        case (nil, let next?):
            return LocalizedText(
                en: "before his assignment (from \(next.from))", ru: "до назначения (с \(next.from))")
        case (let last?, nil):
            return LocalizedText(
                en: "after his assignment (until \(last.until))",
                ru: "после назначения (по \(last.until), не включая)")
        case (let last?, let next?):
            return LocalizedText(
                en: "between his assignments (until \(last.until), from \(next.from))",
                ru: "между назначениями (по \(last.until), не включая, и с \(next.from))")
        }
    }

    private func assignments(of person: Int32) -> [Assignment] {
        guard model.organisation.byPerson.indices.contains(Int(person)) else { return [] }
        return model.organisation.byPerson[Int(person)].map { model.organisation.assignments[$0] }
    }
}
