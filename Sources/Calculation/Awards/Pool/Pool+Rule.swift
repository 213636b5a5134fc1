internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension Pool: SharedAward {
    func awards(_ component: Component, _ plan: Plan, _ members: AwardMembers, in context: AwardContext) -> [RawAward] {
        guard let period = members.participations.first?.period else { return [] }
        return context.pool(self, component, plan, members, EvaluationContext(members.subject, period))
    }

    var takesPartOnce: Bool { false }
    var isDecidedOnce: Bool { true }

    /// What is carried over follows from earlier periods.
    var division: FundDivision? { carriesOver ? nil : FundDivision(fund: fund, weight: weight) }
}

extension AwardContext {
    fileprivate func pool(
        _ pool: Pool, _ component: Component, _ plan: Plan, _ members: AwardMembers, _ context: EvaluationContext
    ) -> [RawAward] {
        let fund = calculator.fund(pool, component, plan, members.subject, context.period)
        trace?.add(explainer.formula(pool.fund, .fund, money, in: context))
        if let trace, fund != evaluator.number(pool.fund, in: context) {
            trace.add(Explanation(.fundWithCarried, fund, money))
        }
        let people = calculator.people(plan, members.participations)
        var weights: [(key: RecordKey, weight: FixedDecimal)] = []
        for person in people {
            switch evaluator.number(pool.weight, in: person.context) {
            case .value(let weight): weights.append((person.key, max(weight, .zero)))
            case .notComputable(let reason): return members.participations.map { _ in RawAward(.notComputable(reason)) }
            }
        }
        if let trace { explain(weights, pool, trace) }
        guard case .value(let amount) = fund else { return members.participations.map { _ in RawAward(fund) } }
        guard weights.contains(where: { $0.weight > .zero }) else {
            return members.participations.map { _ in
                RawAward(.value(.zero), [pool.carriesOver ? .poolCarried : .poolCancelled])
            }
        }
        var awards = members.participations.map { _ in RawAward(.value(.zero), [.weighedLater]) }
        for (person, award) in zip(people, divide(amount, weights, plan)) { awards[person.participation] = award }
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

    private func explain(_ weights: [(key: RecordKey, weight: FixedDecimal)], _ pool: Pool, _ trace: Trace) {
        let unit = explainer.unit(of: pool.weight)
        trace.add(
            Explanation(
                .weights, formula: LocalizedText(model.text(of: pool.weight)),
                children: weights.map { Explanation(LocalizedText($0.key.id), .figure($0.weight, unit)) }))
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
