internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension Commission: PersonalAward {
    func award(_ component: Component, _ plan: Plan, _ participation: Participation, in context: AwardContext)
        -> RawAward
    {
        context.commission(self, plan, participation)
    }

    var linePricing: EventPricing? { if case .events(let pricing) = pricing { pricing } else { nil } }
}

extension AwardContext {
    fileprivate func commission(_ commission: Commission, _ plan: Plan, _ participation: Participation) -> RawAward {
        let context = context(participation, plan)
        if case .tiers(let tiers) = commission.pricing, let longer = tiers.over {
            return tiered(
                commission.base, tiers, over: calculator.runningTotal(over: longer, plan, participation), plan)
        }
        let base = evaluator.number(commission.base, in: context)
        let unit = explainer.unit(of: commission.base)
        trace?.add(explainer.formula(commission.base, .commissionBase, unit, in: context))
        guard case .value(let volume) = base else { return RawAward(base) }
        var award: RawAward
        switch commission.pricing {
        case .rate(let rate): award = flat(volume, rate, context)
        case .rates(let table, let aggregate): award = byField(table, aggregate, context)
        case .tiers(let tiers): award = tiered(volume, tiers, unit, context)
        case .events(let events): return byEvent(volume, events, unit, plan, context)
        }
        if volume.isZero { award.remarks.append(.nothingSold) }
        return award
    }

    private func flat(_ volume: FixedDecimal, _ rate: Checked<Measure>, _ context: EvaluationContext) -> RawAward {
        let unit = rate.unit.isPlain ? MetricUnit(.plain, isPercent: true) : money
        trace?.add(explainer.formula(rate, .rate, unit, in: context))
        return RawAward(
            evaluator.number(rate, in: context).then { rate throws(QuantityError) in try volume.multiplied(by: rate) })
    }

    private func byField(_ table: RateTable, _ aggregate: Int, _ context: EvaluationContext) -> RawAward {
        let total: Outcome<FixedDecimal>
        if evaluator.given != nil {
            total = .notComputable(.notGiven(model.aggregates[aggregate].text))
        } else {
            total = evaluator.source.figure(aggregate, of: evaluator.parts(in: context), in: context.days)
        }
        trace?.add(explainer.rates(table, aggregate, total, in: context))
        return RawAward(total)
    }
}

extension Remark {
    static let nothingSold = Remark("no-volume", en: "nothing to pay commission on", ru: "не с чего платить комиссию")
    static let belowFirstTier = Remark("below-first-tier", en: "below the first tier", ru: "ниже первой ступени")
}

extension LocalizedText {
    static let commissionBase = LocalizedText(en: "commission is paid on", ru: "комиссия начисляется на")
    static let rate = LocalizedText(en: "rate", ru: "ставка")
}
