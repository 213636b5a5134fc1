internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// The fund that a group has for a period.
struct FundKey: Hashable {
    let plan: String
    let component: String
    let subject: Subject
    let period: Period
}

extension AwardCalculator {
    /// The fund of a period, with what earlier periods could not divide when it is carried over.
    func fund(
        _ pool: Pool, _ component: Component, _ plan: Plan, _ subject: Subject, _ period: Period
    ) -> Outcome<FixedDecimal> {
        let own = evaluator.number(pool.fund, in: EvaluationContext(subject, period))
        guard pool.carriesOver, case .value(let fund) = own else { return own }
        return carried(pool, component, plan, subject, into: period).then { carried throws(QuantityError) in
            try fund.adding(carried)
        }
    }

    /// What the periods right before could not divide, back to one that was divided or to where the plan's funds begin. A fund
    /// without a value adds nothing.
    private func carried(
        _ pool: Pool, _ component: Component, _ plan: Plan, _ subject: Subject, into period: Period
    ) -> Outcome<FixedDecimal> {
        func key(_ period: Period) -> FundKey {
            FundKey(plan: plan.name, component: component.name, subject: subject, period: period)
        }
        let first = firstDayOfFunds(of: plan)
        var undivided: [(period: Period, next: Period)] = []
        var current = period
        var sum = carriedFunds[key(current)]
        while sum == nil {
            guard let before = model.calendar.period(after: current, by: -1), before.range.until > first,
                isUndivided(pool, component, plan, subject, before)
            else {
                sum = .value(.zero)
                break
            }
            undivided.append((before, current))
            current = before
            sum = carriedFunds[key(current)]
        }
        var carried = sum ?? .value(.zero)
        carriedFunds[key(current)] = carried
        for (before, next) in undivided.reversed() {
            let left = evaluator.number(pool.fund, in: EvaluationContext(subject, before)).value ?? .zero
            carried = carried.then { sum throws(QuantityError) in try sum.adding(left) }
            carriedFunds[key(next)] = carried
        }
        return carried
    }

    /// The day from which a plan's funds may have been left over: where it begins, or, when that is not said, where there are
    /// data and somebody is employed for it.
    private func firstDayOfFunds(of plan: Plan) -> CivilDay {
        guard plan.validity.from == .earliest else { return plan.validity.from }
        let employed = model.organisation.assignments.filter { plan.audience.admits($0, model.organisation) }
        return max(employed.map(\.validity.from).min() ?? .latest, firstRecordedDay)
    }

    /// Whether nobody was paid anything out of the fund of a period: its condition was not met or had no value, nobody had a
    /// weight, somebody's weight was not known, or the fund itself was not.
    private func isUndivided(
        _ pool: Pool, _ component: Component, _ plan: Plan, _ subject: Subject, _ period: Period
    ) -> Bool {
        let context = EvaluationContext(subject, period)
        if let condition = component.modifiers.condition, evaluator.flag(condition, in: context) != .value(true) {
            return true
        }
        let weights = people(plan, members(component, plan, period)[subject] ?? []).map { person in
            evaluator.number(pool.weight, in: person.context).value
        }
        return weights.contains(nil) || weights.allSatisfy { ($0 ?? .zero) <= .zero }
            || evaluator.number(pool.fund, in: context).value == nil
    }

    /// The members of every group of an earlier period; worked out once, not for each of its groups.
    private func members(_ component: Component, _ plan: Plan, _ period: Period) -> [Subject: [Participation]] {
        let key = EarlierMembers(plan: plan.name, component: component.name, period: period)
        if let known = earlierMembers[key] { return known }
        let participations = ParticipationFinder(model: model).participations(of: plan, in: period)
        let groups = groups(component, plan, participations).map { ($0.subject, $0.participations) }
        let members = Dictionary(groups) { first, _ in first }
        earlierMembers[key] = members
        return members
    }
}
