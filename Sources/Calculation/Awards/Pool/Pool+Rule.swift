internal import Company
internal import Formulas
internal import Periods
internal import Quantities

extension Pool: SharedAward {
    func awards(_ component: Component, _ plan: Plan, _ members: AwardMembers, in context: AwardContext) -> [RawAward] {
        guard let period = members.stints.first?.period else { return [] }
        return context.pool(self, component, plan, members, Frame(members.subject, period))
    }

    var takesPartOnce: Bool { false }
    var isDecidedOnce: Bool { true }

    /// What is carried over follows from earlier periods.
    var division: FundDivision? { carriesOver ? nil : FundDivision(fund: fund, weight: weight) }
}

extension AwardContext {
    fileprivate func pool(
        _ pool: Pool, _ component: Component, _ plan: Plan, _ members: AwardMembers, _ frame: Frame
    ) -> [RawAward] {
        let fund = calculator.fund(pool, component, plan, members.subject, frame.period)
        notebook?.add(explainer.formula(pool.fund, .fund, money, in: frame))
        if let notebook, fund != evaluator.number(pool.fund, in: frame) {
            notebook.add(Explanation(.fundWithCarried, fund, money))
        }
        let people = calculator.people(plan, members.stints)
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
