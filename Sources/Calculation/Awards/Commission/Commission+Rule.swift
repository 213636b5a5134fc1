internal import Company
internal import Formulas
internal import Quantities

extension Commission: PersonalAward {
    func award(_ component: Component, _ plan: Plan, _ stint: Stint, in context: AwardContext) -> RawAward {
        context.commission(self, plan, stint)
    }

    var linePricing: EventPricing? { if case .events(let pricing) = pricing { pricing } else { nil } }
}

extension AwardContext {
    fileprivate func commission(_ commission: Commission, _ plan: Plan, _ stint: Stint) -> RawAward {
        let frame = frame(stint, plan)
        if case .tiers(let tiers) = commission.pricing, let longer = tiers.over {
            return tiered(commission.base, tiers, over: calculator.runningTotal(over: longer, plan, stint), plan)
        }
        let base = evaluator.number(commission.base, in: frame)
        let unit = explainer.unit(of: commission.base)
        notebook?.add(explainer.formula(commission.base, .commissionBase, unit, in: frame))
        guard case .value(let volume) = base else { return RawAward(base) }
        var award: RawAward
        switch commission.pricing {
        case .rate(let rate): award = flat(volume, rate, frame)
        case .rates(let table, let aggregate): award = byField(table, aggregate, frame)
        case .tiers(let tiers): award = tiered(volume, tiers, unit, frame)
        case .events(let events): return byEvent(volume, events, unit, plan, frame)
        }
        if volume.isZero { award.remarks.append(.nothingSold) }
        return award
    }

    private func flat(_ volume: FixedDecimal, _ rate: Checked<Measure>, _ frame: Frame) -> RawAward {
        let unit = rate.unit.isPlain ? MetricUnit(.plain, isPercent: true) : money
        notebook?.add(explainer.formula(rate, .rate, unit, in: frame))
        return RawAward(
            evaluator.number(rate, in: frame).then { rate throws(QuantityError) in try volume.multiplied(by: rate) })
    }

    private func byField(_ table: RateTable, _ aggregate: Int, _ frame: Frame) -> RawAward {
        let total: Outcome<FixedDecimal>
        if evaluator.given != nil {
            total = .notComputable(.notGiven(model.aggregates[aggregate].text))
        } else {
            total = evaluator.source.figure(aggregate, of: evaluator.parts(in: frame), in: frame.days)
        }
        notebook?.add(explainer.rates(table, aggregate, total, in: frame))
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
