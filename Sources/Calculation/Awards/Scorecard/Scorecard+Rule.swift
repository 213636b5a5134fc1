internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension Scorecard: PersonalAward {
    func award(_ component: Component, _ plan: Plan, _ participation: Participation, in context: AwardContext)
        -> RawAward
    {
        context.scorecard(self, plan, context.context(participation, plan))
    }

    func steps(_ component: Component, _ members: PlanBlocks.Members, in plan: PlanBlocks, _ program: PersonProgram)
        -> AwardSteps?
    { nil }

    var linePricing: EventPricing? { nil }
}

extension AwardContext {
    /// One KPI as it counts in the scorecard.
    private struct Counted {
        var item: Scorecard.Item
        /// Attainment after floor, threshold and cap; `nil` when it has no value.
        var attainment: FixedDecimal?
        var reason: Reason?
    }

    fileprivate func scorecard(_ scorecard: Scorecard, _ plan: Plan, _ context: EvaluationContext) -> RawAward {
        var remarks: [Remark] = []
        let counted = scorecard.items.map { count($0, context, &remarks) }
        if plan.missingValue == .exclude, let reason = counted.lazy.compactMap(\.reason).first {
            return RawAward(.notComputable(reason), remarks)
        }
        guard let target = scorecard.target ?? plan.target else {
            return RawAward(.notComputable(.noTargetPay), remarks)
        }
        let index = Outcome<FixedDecimal>.computing { () throws(QuantityError) in
            try Attainment.index(
                counted.map { (weight: $0.item.weight, attainment: $0.attainment) },
                redistributing: plan.missingValue == .redistribute)
        }
        guard case .value(let reached) = index else {
            return RawAward(.notComputable(counted.lazy.compactMap(\.reason).first ?? .overflow), remarks)
        }
        let payout = index.then { value throws(QuantityError) in try scorecard.payout.payout(at: value) }
        let amount = evaluator.number(target, in: context)
        if let trace {
            let percent = MetricUnit(.plain, isPercent: true)
            trace.add(
                Explanation(.weightedIndex, index, percent, note: Self.redistribution(counted, plan.missingValue)))
            if scorecard.payout.form != .proportional {
                trace.add(Explanation(.payout, formula: scorecard.payout.text, payout, percent))
            }
            trace.add(explainer.formula(target, .targetPay, money, in: context))
        }
        if reached.isZero { remarks.append(.nothingReached) }
        switch (payout, amount) {
        case (.value(let payout), .value(let amount)):
            if payout.isZero, !reached.isZero { remarks.append(.belowCurve(reached)) }
            return RawAward(.computing { () throws(QuantityError) in try amount.multiplied(by: payout) }, remarks)
        case (.notComputable(let reason), _), (_, .notComputable(let reason)):
            return RawAward(.notComputable(reason), remarks)
        }
    }

    private func count(_ item: Scorecard.Item, _ context: EvaluationContext, _ remarks: inout [Remark])
        -> Counted
    {
        let actual = evaluator.metric(item.metric, in: context)
        let target = evaluator.number(item.target, in: context)
        let attainment = self.attainment(item, actual, target, context)
        var counted = Counted(item: item, attainment: nil, reason: attainment.reason)
        if case .value(let reached) = attainment {
            counted.attainment = Attainment.counted(reached, item.threshold, item.cap)
        } else if let reason = attainment.reason {
            let title = model.metrics[item.metric].title
            remarks.append(
                Remark(
                    "kpi-missing", ["kpi": .name(model.metrics[item.metric].name), "reason": .name(reason.code)],
                    en: "\(title.en): \(reason.text.en)", ru: "\(title.ru): \(reason.text.ru)"))
        }
        trace?.add(explain(item, counted, attainment, context))
        return counted
    }

    /// Actual against target; a target of zero, negative or missing has no attainment.
    private func attainment(
        _ item: Scorecard.Item, _ actual: Outcome<FixedDecimal>, _ target: Outcome<FixedDecimal>,
        _ context: EvaluationContext
    ) -> Outcome<FixedDecimal> {
        guard case .value(let actual) = actual else { return actual }
        guard case .value(let target) = target else { return target }
        guard target > .zero else { return .notComputable(.targetNotPositive(target)) }
        var variables: [Variable: FixedDecimal] = [.actual: actual, .target: target]
        for (variable, formula) in [(Variable.base, item.base), (.tolerance, item.tolerance)] {
            guard let formula else { continue }
            switch evaluator.number(formula, in: context) {
            case .value(let value): variables[variable] = value
            case .notComputable(let reason): return .notComputable(reason)
            }
        }
        return evaluator.number(item.attainment, in: context, variables: variables)
    }

    private func explain(
        _ item: Scorecard.Item, _ counted: Counted, _ attainment: Outcome<FixedDecimal>, _ context: EvaluationContext
    ) -> Explanation {
        let metric = model.metrics[item.metric]
        let percent = MetricUnit(.plain, isPercent: true)
        var steps = [
            explainer.metric(item.metric, .actual, in: context),
            explainer.formula(item.target, .target, metric.unit, in: context),
            Explanation(.attainment, formula: LocalizedText(model.text(of: item.attainment)), attainment, percent),
        ]
        if let value = counted.attainment, case .value(let reached) = attainment, value != reached {
            steps.append(
                Explanation(
                    .counts, .figure(value, percent), note: Attainment.boundNote(reached, item.threshold, item.cap)))
        }
        steps.append(Explanation(.weight, .figure(item.weight, percent)))
        let contribution = (counted.attainment ?? .zero)
        let points = Outcome<FixedDecimal>.computing { () throws(QuantityError) in
            try contribution.multiplied(by: item.weight)
        }
        return Explanation(metric.title, points, percent, children: steps)
    }

    /// Why the parts do not add up to the index: the weights that have no value went to the others.
    private static func redistribution(_ counted: [Counted], _ policy: MissingValuePolicy) -> LocalizedText? {
        guard policy == .redistribute, counted.contains(where: { $0.attainment == nil }),
            let weights = try? counted.filter({ $0.attainment != nil }).map(\.item.weight).total()
        else { return nil }
        return Attainment.partsDivided(by: weights)
    }
}

extension Remark {
    fileprivate static let nothingReached = Remark(
        "nothing-reached", en: "no KPI reached its threshold", ru: "ни один KPI не достиг порога")
}

extension Reason {
    static let noTargetPay = Reason(
        "no-target-pay",
        LocalizedText(en: "the plan names no target pay", ru: "план не называет целевую выплату"))
}

extension LocalizedText {
    static let actual = LocalizedText(en: "actual", ru: "факт")
    static let target = LocalizedText(en: "target", ru: "план")
    static let attainment = LocalizedText(en: "attainment", ru: "выполнение")
    static let counts = LocalizedText(en: "counts as", ru: "засчитано")
    static let weight = LocalizedText(en: "weight", ru: "вес")
    static let weightedIndex = LocalizedText(en: "weighted attainment", ru: "взвешенное выполнение")
    static let payout = LocalizedText(en: "payout", ru: "доля выплаты")
    static let targetPay = LocalizedText(en: "target pay", ru: "целевая выплата")
}
