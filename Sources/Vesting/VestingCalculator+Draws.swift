internal import Calculation
internal import Company
internal import Formulas
public import Ledger
public import Messages
internal import Periods
internal import Quantities

/// What a plan with a draw earned a person in one of its periods, and the terms of the draw there.
public struct DrawPeriod: Sendable, Hashable {
    /// Whose draw of which plan.
    public var obligation: Obligation
    /// What the plan earned, over all components.
    public var earned: Int64
    /// The terms.
    public var terms: DrawTerms
    /// Why the amount, the limit or what is taken back has no value, which then advances nothing and takes nothing back.
    public var missing: Reason?
}

extension VestingCalculator {
    /// The draws of the lines of a pay period, by person and plan.
    func draws(
        _ lines: [AwardLine], _ earned: [Obligation: TargetBalance], _ evaluator: MeasureEvaluator
    ) throws(QuantityError) -> [DrawPeriod] {
        struct Key: Hashable {
            let person: Int32
            let plan: Int
            let period: Period
        }
        var order: [Key] = []
        var participations: [Key: [AwardLine]] = [:]
        for line in lines where model.plans[line.plan].draw != nil {
            let key = Key(person: line.participation.person, plan: line.plan, period: line.participation.period)
            if participations[key] == nil { order.append(key) }
            participations[key, default: []].append(line)
        }
        var draws: [DrawPeriod] = []
        for key in order {
            let plan = model.plans[key.plan]
            guard let draw = plan.draw, let own = participations[key] else { continue }
            let person = model.people.id(key.person)
            var total: Int64 = 0
            for line in plan.lines {
                let award = Obligation(
                    person: person,
                    .award(plan: plan.name, component: line.name, period: key.period.description))
                total = try total.plus(earned[award]?.earned ?? 0)
            }
            let obligation = Obligation(person: person, .draw(plan: plan.name))
            let terms = try self.terms(draw, plan, own, evaluator)
            draws.append(
                DrawPeriod(
                    obligation: obligation, earned: total, terms: terms, missing: missing(draw, plan, own, evaluator)))
        }
        return draws
    }

    private func terms(
        _ draw: Draw, _ plan: Plan, _ lines: [AwardLine], _ evaluator: MeasureEvaluator
    ) throws(QuantityError) -> DrawTerms {
        let context = context(of: lines, plan)
        return DrawTerms(
            amount: try amount(draw, plan, lines, evaluator),
            limit: try draw.limit.map { limit throws(QuantityError) in try minorUnits(limit, context, evaluator) ?? 0 },
            recovery: try recovery(draw, context, evaluator))
    }

    private func missing(
        _ draw: Draw, _ plan: Plan, _ lines: [AwardLine], _ evaluator: MeasureEvaluator
    ) -> Reason? {
        let context = context(of: lines, plan)
        let amount = advanced(draw, plan, lines).isEmpty ? nil : draw.amount
        return [amount, draw.limit, draw.recovery].compactMap { $0 }.lazy
            .compactMap { evaluator.number($0, in: context).reason }.first
    }

    /// The amount in proportion to the time worked in those of his runs of days in which he is still advanced something;
    /// rounded once, at the end.
    private func amount(
        _ draw: Draw, _ plan: Plan, _ lines: [AwardLine], _ evaluator: MeasureEvaluator
    ) throws(QuantityError) -> Int64 {
        let advanced = advanced(draw, plan, lines)
        guard !advanced.isEmpty,
            case .value(let whole) = evaluator.number(draw.amount, in: context(of: advanced, plan))
        else { return 0 }
        let amount = try Participation.scaling(whole, over: Array(Set(advanced.map(\.participation))))
        return try Money(payLine: amount, in: model.currency, .halfAwayFromZero).minorUnits
    }

    /// The lines of those of his runs of days in which a person is still advanced something.
    private func advanced(_ draw: Draw, _ plan: Plan, _ lines: [AwardLine]) -> [AwardLine] {
        guard let first = draw.first else { return lines }
        return lines.filter { (run.tenure(of: $0.participation, plan) ?? .max) <= first }
    }

    /// What cannot be computed advances nothing and takes nothing back.
    private func recovery(
        _ draw: Draw, _ context: EvaluationContext, _ evaluator: MeasureEvaluator
    ) throws(QuantityError) -> DrawTerms.Recovery {
        if let interval = draw.interval, !endsWith(context.period, interval) { return .none }
        guard let formula = draw.recovery else { return .share(.one) }
        if formula.unit.isMoney {
            return try minorUnits(formula, context, evaluator).map { .amount($0) } ?? .none
        }
        return evaluator.number(formula, in: context).value.map { .share($0) } ?? .none
    }

    /// Whether a period is the last in a longer one.
    private func endsWith(_ period: Period, _ kind: PeriodKind) -> Bool {
        let longer = model.calendar.period(kind, containing: period.range.from)
        return longer?.range.until == period.range.until
    }

    private func minorUnits(
        _ formula: Checked<Measure>, _ context: EvaluationContext, _ evaluator: MeasureEvaluator
    ) throws(QuantityError) -> Int64? {
        guard case .value(let amount) = evaluator.number(formula, in: context) else { return nil }
        return try Money(payLine: amount, in: model.currency, .halfAwayFromZero).minorUnits
    }
}
