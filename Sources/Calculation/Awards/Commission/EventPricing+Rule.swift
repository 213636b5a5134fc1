internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// Commissions with `each: event`.
extension AwardContext {
    func byEvent(
        _ volume: FixedDecimal, _ pricing: EventPricing, _ unit: MetricUnit, _ plan: Plan, _ context: EvaluationContext
    ) -> RawAward {
        switch (flatRate(pricing, context), tierTarget(pricing.target, unit, context)) {
        case (.notComputable(let reason), _), (_, .notComputable(let reason)):
            return RawAward(.notComputable(reason))
        case (.value(let rate), .value(let target)):
            let pricer = LinePricer(
                tiers: pricing.tiers, target: target.amount, currency: model.currency, rounding: plan.rounding)
            if evaluator.given != nil { return RawAward(given(volume, pricing, rate, pricer)) }
            let priced = Outcome.computing { () throws(QuantityError) in
                try pricer.prices(of: lines(pricing, rate, context))
            }
            explain(priced, pricing, unit)
            return award(priced, pricer)
        }
    }

    /// The one rate of all lines; 1 when they have rates of their own or none.
    private func flatRate(_ pricing: EventPricing, _ context: EvaluationContext) -> Outcome<FixedDecimal> {
        guard let rate = pricing.rate else { return .value(.one) }
        let unit = rate.unit.isPlain ? MetricUnit(.plain, isPercent: true) : money
        trace?.add(explainer.formula(rate, .rate, unit, in: context))
        return evaluator.number(rate, in: context)
    }

    /// In a plan's test there are no events: what is given is one line.
    private func given(
        _ volume: FixedDecimal, _ pricing: EventPricing, _ rate: FixedDecimal, _ pricer: LinePricer
    ) -> Outcome<FixedDecimal> {
        if let rates = pricing.rates { return .notComputable(.notGiven(model.aggregates[rates.aggregate].text)) }
        let event = CreditedEvent(row: 0, person: 0, value: volume, share: .one)
        return .computing { () throws(QuantityError) in
            try pricer.prices(of: [PricedLine(event: event, rate: rate)]).map(\.earned).total()
        }
    }

    /// The lines of the person's days, in their order.
    private func lines(_ pricing: EventPricing, _ rate: FixedDecimal, _ context: EvaluationContext) -> [PricedLine] {
        let parts = evaluator.parts(in: context)
        let events = evaluator.source.events(pricing.aggregate, of: parts)
        guard let table = pricing.rates else { return events.map { PricedLine(event: $0, rate: rate) } }
        var rates: [Int: FixedDecimal] = [:]
        for event in evaluator.source.events(table.aggregate, of: parts) { rates[event.row] = event.value }
        return events.map { PricedLine(event: $0, rate: rates[$0.row] ?? .zero) }
    }

    private func award(_ priced: Outcome<[PricedLine]>, _ pricer: LinePricer) -> RawAward {
        var remarks: [Remark] = []
        if case .value(let lines) = priced {
            if lines.isEmpty {
                remarks = [.nothingSold]
            } else if pricer.isBelowFirstTier(lines) {
                remarks = [.belowFirstTier]
            }
        }
        return RawAward(priced.then { lines throws(QuantityError) in try lines.map(\.earned).total() }, remarks)
    }

    // MARK: Explanation

    private func explain(_ priced: Outcome<[PricedLine]>, _ pricing: EventPricing, _ unit: MetricUnit) {
        guard let trace, case .value(let lines) = priced else { return }
        // With rates the tiers hold factors: they leave the volume in its own unit.
        let worth = pricing.rates == nil ? money : unit
        for slice in lines.last?.slices ?? [] { trace.add(explainer.slice(slice, unit, worth)) }
        let hasRates = pricing.rates != nil || pricing.rate != nil
        let formulas = Dictionary(
            lines.map { line in
                (
                    line.event.row,
                    LocalizedText.product(UnitFigure(line.worth, unit), explainer.rateText(line.rate, unit))
                )
            }
        ) { first, _ in first }
        let earned = lines.map { line in
            var event = line.event
            event.value = line.earned
            return event
        }
        let sum = (try? lines.map(\.earned).total()).map { Outcome.value($0) } ?? .notComputable(.overflow)
        trace.add(
            Explanation(
                .linesPriced(lines.count), sum, money,
                children: explainer.listed(earned, model.aggregates[pricing.aggregate], money) {
                    hasRates ? formulas[$0.row] : nil
                }))
    }
}

extension LocalizedText {
    fileprivate static func linesPriced(_ count: Int) -> LocalizedText {
        LocalizedText(
            en: "lines priced and rounded one by one: \(count)",
            ru: "строк, оценённых и округлённых по одной: \(count)")
    }
}
