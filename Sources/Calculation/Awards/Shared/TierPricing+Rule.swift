internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// A volume priced by tiers.
private struct TierPrice: Hashable, Sendable {
    var volume: FixedDecimal
    var slices: [TierTable.Slice]
    var earned: FixedDecimal
    var remarks: [Remark]
}

/// What the bounds of tiers are shares of; nothing when they are volumes.
struct TierTarget: Hashable, Sendable {
    var amount: FixedDecimal?
}

extension AwardContext {
    /// Each period priced by itself.
    func tiered(
        _ volume: FixedDecimal, _ tiers: TierPricing, _ unit: MetricUnit, _ context: EvaluationContext
    ) -> RawAward {
        let priced: Outcome<TierPrice>
        switch tierTarget(tiers.target, unit, context) {
        case .notComputable(let reason): priced = .notComputable(reason)
        case .value(let target): priced = price(volume, tiers, target, unit, context)
        }
        switch priced {
        case .notComputable(let reason): return RawAward(.notComputable(reason))
        case .value(let price):
            if let trace { for slice in price.slices { trace.add(explainer.slice(slice, unit, money)) } }
            let below: [Remark] = price.slices.isEmpty ? [.belowFirstTier] : []
            return RawAward(.value(price.earned), price.remarks + below)
        }
    }

    /// The growth of the price of a total that runs over a longer period.
    func tiered(
        _ base: Checked<Measure>, _ tiers: TierPricing, over total: RunningTotal, _ plan: Plan
    ) -> RawAward {
        switch tierTarget(tiers.target, explainer.unit(of: base), total.whole) {
        case .notComputable(let reason): return RawAward(.notComputable(reason))
        case .value(let target):
            let now = totalPrice(base, tiers, target, total.now, .soFar, plan)
            let before = total.before.map { totalPrice(base, tiers, target, $0, .before, plan) }
            return growth(to: now, from: before)
        }
    }

    /// A total before that has no value, for instance because the data begin later, was worth nothing to anybody then.
    private func growth(to now: Outcome<TierPrice>, from before: Outcome<TierPrice>?) -> RawAward {
        switch now {
        case .notComputable(let reason): return RawAward(.notComputable(reason))
        case .value(let price):
            var remarks = price.remarks
            if price.slices.isEmpty { remarks.append(price.volume.isZero ? .nothingSold : .belowFirstTier) }
            let paid = before?.value?.earned ?? .zero
            return RawAward(
                .computing { () throws(QuantityError) in try price.earned.subtracting(paid) }, remarks)
        }
    }

    /// What a total is worth as a pay line: rounded, so that the periods of a year sum to the price of the year.
    private func totalPrice(
        _ base: Checked<Measure>, _ tiers: TierPricing, _ target: TierTarget, _ context: EvaluationContext,
        _ label: TotalLabel,
        _ plan: Plan
    ) -> Outcome<TierPrice> {
        let unit = explainer.unit(of: base)
        trace?.add(explainer.formula(base, label.total(context.days), unit, in: context))
        let volume: FixedDecimal
        switch evaluator.number(base, in: context) {
        case .notComputable(let reason): return .notComputable(reason)
        case .value(let number): volume = number
        }
        let priced = price(volume, tiers, target, unit, context).then { price throws(QuantityError) in
            var price = price
            price.earned = try Money(payLine: price.earned, in: model.currency, plan.rounding).amount
            return price
        }
        if let trace, case .value(let price) = priced {
            // The slices of the total before were shown when it was paid.
            let slices = label == .soFar ? price.slices.map { explainer.slice($0, unit, money) } : []
            trace.add(Explanation(label.price, .figure(price.earned, money), children: slices))
        }
        return priced
    }

    func tierTarget(
        _ target: Checked<Measure>?, _ unit: MetricUnit, _ context: EvaluationContext
    ) -> Outcome<TierTarget> {
        guard let target else { return .value(TierTarget(amount: nil)) }
        let outcome = evaluator.number(target, in: context)
        trace?.add(explainer.formula(target, .target, unit, in: context))
        switch outcome {
        case .notComputable(let reason): return .notComputable(reason)
        case .value(let value) where value > .zero: return .value(TierTarget(amount: value))
        case .value(let value): return .notComputable(.targetNotPositive(value))
        }
    }

    private func price(
        _ volume: FixedDecimal, _ tiers: TierPricing, _ target: TierTarget, _ unit: MetricUnit,
        _ context: EvaluationContext
    ) -> Outcome<TierPrice> {
        var table = tiers.table
        var remarks: [Remark] = []
        if let linked = tiers.linked {
            trace?.add(explainer.condition(linked.condition, .linkedQuota, in: context))
            switch evaluator.flag(linked.condition, in: context) {
            case .value(true): break
            case .notComputable(let reason): return .notComputable(reason)
            case .value(false):
                table = table.entered(upTo: linked.upTo)
                let isShare = target.amount != nil
                let bound = UnitFigure(linked.upTo, isShare ? MetricUnit(.plain, isPercent: true) : unit)
                remarks.append(.tiersWithheld(model.text(of: linked.condition), above: bound))
            }
        }
        return .computing { () throws(QuantityError) in
            let slices = try table.slices(of: volume, target: target.amount)
            return TierPrice(
                volume: volume, slices: slices, earned: try slices.earned(), remarks: remarks)
        }
    }
}

extension Remark {
    fileprivate static func tiersWithheld(_ condition: String, above bound: UnitFigure) -> Remark {
        Remark(
            "tiers-withheld", ["condition": .name(condition), "above": .name(bound.description)],
            en: "linked quota not met: \(condition); no tier that begins above \(bound) is entered",
            ru: "связанный план не выполнен: \(condition); ступени, которые начинаются выше \(bound), не действуют")
    }
}

extension LocalizedText {
    fileprivate static let linkedQuota = LocalizedText(en: "linked quota", ru: "связанный план")
}
