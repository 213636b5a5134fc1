internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension AwardCalculator {
    /// Multiplier → gate → floor → cap, each with what it changed.
    func modify(_ award: inout RawAward, _ modifiers: Modifiers, _ context: EvaluationContext, _ trace: Trace?) {
        multiply(&award, modifiers.multiplier, context, trace)
        pass(&award, modifiers.gate, context, trace)
        bound(&award, modifiers.floor, isFloor: true, context, trace)
        bound(&award, modifiers.cap, isFloor: false, context, trace)
    }

    /// The plan's multiplier → the plan's gate, each with what it changed.
    func modify(_ award: inout RawAward, _ modifiers: PlanModifiers, _ context: EvaluationContext, _ trace: Trace?) {
        let before = award.amount
        multiply(&award, modifiers.multiplier, context, trace)
        if let multiplier = modifiers.multiplier, case .value(let old) = before, case .value(let new) = award.amount,
            let change = try? new.subtracting(old), !change.isZero
        {
            award.remarks.append(.multiplied(model.text(of: multiplier), by: change, model.currency))
        }
        pass(&award, modifiers.gate, context, trace)
    }

    private func multiply(
        _ award: inout RawAward, _ multiplier: Checked<Measure>?, _ context: EvaluationContext, _ trace: Trace?
    ) {
        guard let multiplier, case .value(let amount) = award.amount else { return }
        trace?.add(explainer.formula(multiplier, .multiplier, MetricUnit(.plain), in: context))
        award.amount = evaluator.number(multiplier, in: context).then { factor throws(QuantityError) in
            try amount.multiplied(by: factor)
        }
    }

    private func pass(_ award: inout RawAward, _ gate: Gate?, _ context: EvaluationContext, _ trace: Trace?) {
        guard let gate, case .value(let amount) = award.amount else { return }
        trace?.add(explainer.condition(gate.condition, .gate, in: context))
        switch evaluator.flag(gate.condition, in: context) {
        case .value(true): return
        case .value(false):
            let text = model.text(of: gate.condition)
            award.amount = .computing { () throws(QuantityError) in try amount.multiplied(by: gate.otherwise) }
            let taken = award.amount.value.flatMap { try? amount.subtracting($0) } ?? .zero
            award.remarks.append(.gateNotPassed(text, left: gate.otherwise, taken: taken, model.currency))
        case .notComputable(let reason): award.amount = .notComputable(reason)
        }
    }

    private func bound(
        _ award: inout RawAward, _ limit: Checked<Measure>?, isFloor: Bool, _ context: EvaluationContext,
        _ trace: Trace?
    ) {
        guard let limit, case .value(let amount) = award.amount else { return }
        let outcome = evaluator.number(limit, in: context)
        trace?.add(explainer.formula(limit, isFloor ? .floor : .cap, money, in: context))
        guard case .value(let bound) = outcome else {
            award.amount = outcome
            return
        }
        guard isFloor ? amount < bound : amount > bound else { return }
        award.amount = .value(bound)
        if let change = try? (isFloor ? bound.subtracting(amount) : amount.subtracting(bound)) {
            award.remarks.append(isFloor ? .raised(by: change, model.currency) : .capped(by: change, model.currency))
        }
    }
}

extension Remark {
    static func gateNotPassed(
        _ condition: String, left: FixedDecimal, taken: FixedDecimal, _ currency: Currency
    ) -> Remark {
        let percent = Percentage(left)
        let amount = ExactMoney(taken, currency)
        return Remark(
            "gate-not-passed",
            [
                "condition": .name(condition), "left": .figure(left, unit: "percent"),
                "taken": .money(taken, currency),
            ],
            en: "gate not passed: \(condition); " + (left.isZero ? "nothing is left" : "\(percent) is left")
                + (taken.isZero ? "" : ", \(amount) is taken away"),
            ru: "отсечка не пройдена: \(condition); " + (left.isZero ? "не остаётся ничего" : "остаётся \(percent)")
                + (taken.isZero ? "" : ", снято \(amount)"))
    }

    static func multiplied(_ multiplier: String, by change: FixedDecimal, _ currency: Currency) -> Remark {
        let amount = ExactMoney((try? change.magnitude()) ?? change, currency)
        return Remark(
            "plan-multiplier", ["multiplier": .name(multiplier), "change": .money(change, currency)],
            en: "the plan's multiplier \(multiplier) \(change.isNegative ? "took away" : "added") \(amount)",
            ru: "множитель плана \(multiplier) \(change.isNegative ? "снял" : "добавил") \(amount)")
    }

    static func raised(by change: FixedDecimal, _ currency: Currency) -> Remark {
        let amount = ExactMoney(change, currency)
        return Remark(
            "raised-to-floor", ["added": .money(change, currency)], en: "raised to the floor by \(amount)",
            ru: "доплата до минимума \(amount)")
    }

    static func capped(by change: FixedDecimal, _ currency: Currency) -> Remark {
        let amount = ExactMoney(change, currency)
        return Remark(
            "cut-by-cap", ["taken": .money(change, currency)], en: "the cap took away \(amount)",
            ru: "потолок срезал \(amount)")
    }
}

extension LocalizedText {
    static let multiplier = LocalizedText(en: "multiplier", ru: "множитель")
    static let gate = LocalizedText(en: "gate", ru: "отсечка")
    static let floor = LocalizedText(en: "floor", ru: "минимум")
    static let cap = LocalizedText(en: "cap", ru: "потолок")
}
