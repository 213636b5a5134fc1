internal import Company
internal import Formulas
internal import Quantities

extension AwardCalculator {
    func commission(_ commission: Commission, _ plan: Plan, _ stint: Stint, _ notebook: Notebook?) -> RawAward {
        let frame = frame(stint, plan)
        if case .tiers(let tiers) = commission.pricing, let longer = tiers.over {
            return tiered(commission.base, tiers, over: runningTotal(over: longer, plan, stint), plan, notebook)
        }
        let base = evaluator.number(commission.base, in: frame)
        let unit = explainer.unit(of: commission.base)
        notebook?.add(explainer.formula(commission.base, .commissionBase, unit, in: frame))
        guard case .value(let volume) = base else { return RawAward(base) }
        var award: RawAward
        switch commission.pricing {
        case .rate(let rate): award = flat(volume, rate, commission, frame, notebook)
        case .rates(let table, let aggregate): award = byField(table, aggregate, frame, notebook)
        case .tiers(let tiers): award = tiered(volume, tiers, unit, frame, notebook)
        case .events(let events): return byEvent(volume, events, unit, plan, frame, notebook)
        }
        if volume.isZero { award.remarks.append(.nothingSold) }
        return award
    }

    private func flat(
        _ volume: FixedDecimal, _ rate: Checked<Measure>, _ commission: Commission, _ frame: Frame,
        _ notebook: Notebook?
    ) -> RawAward {
        let unit = rate.unit.isPlain ? MetricUnit(.plain, isPercent: true) : money
        notebook?.add(explainer.formula(rate, .rate, unit, in: frame))
        return RawAward(
            evaluator.number(rate, in: frame).then { rate throws(QuantityError) in try volume.multiplied(by: rate) })
    }

    private func byField(_ table: RateTable, _ aggregate: Int, _ frame: Frame, _ notebook: Notebook?) -> RawAward {
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
