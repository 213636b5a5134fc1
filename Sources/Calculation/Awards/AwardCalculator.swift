internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Computes what the components of a plan pay a person, step by step, into a trace when one is given.
final class AwardCalculator {
    let evaluator: MeasureEvaluator
    @exclusivity(unchecked) private(set) var model: CompanyModel
    let explainer: Explainer
    /// Who shared the funds of earlier periods.
    var earlierMembers: [EarlierMembers: [Subject: [Participation]]] = [:]

    struct EarlierMembers: Hashable {
        let plan: String
        let component: String
        let period: Period
    }

    /// What components' caps for longer periods have left of people's awards.
    var cappedRuns: [CappedRun.Key: CappedRun] = [:]
    /// What is carried into a period of what earlier ones could not divide.
    var carriedFunds: [FundKey: Outcome<FixedDecimal>] = [:]
    /// The first day on which anything is recorded.
    private(set) lazy var firstRecordedDay = Run(model, evaluator.source).recordedDays?.from ?? .latest
    /// What shared components paid everybody for earlier periods.
    var earlierShared: [EarlierMembers: [Participation: Outcome<Money>]] = [:]
    /// Whether some formula of the company asks how long a person has been on a plan.
    private(set) lazy var usesTenure = model.usesTenure

    /// Forgets what was worked out of events, which have changed.
    func forgetAwards() {
        cappedRuns.removeAll()
        carriedFunds.removeAll()
        earlierShared.removeAll()
    }

    /// Goes on with the company that the evaluator has gone on with.
    func follow() {
        model = evaluator.model
        earlierMembers.removeAll()
        forgetAwards()
    }

    init(_ evaluator: MeasureEvaluator) {
        self.evaluator = evaluator
        model = evaluator.model
        explainer = Explainer(evaluator)
    }

    /// What a kind of award is calculated with.
    func awardContext(_ trace: Trace?) -> AwardContext { AwardContext(calculator: self, trace: trace) }

    var money: MetricUnit { MetricUnit(.money(model.currency)) }

    func context(_ participation: Participation, _ plan: Plan) -> EvaluationContext {
        var context = EvaluationContext(
            .person(participation.person), days: participation.days, period: participation.period,
            audience: plan.audience)
        context.dayCount = plan.proration
        context.countsUndated = participation.holdsUndated
        if !plan.ramp.isEmpty || usesTenure { count(participation, plan, &context) }
        return context
    }

    /// A person's participations of a period as one context, from the first day to the last.
    func context(_ participations: [Participation], _ plan: Plan) -> EvaluationContext? {
        guard let first = participations.first, let last = participations.last else { return nil }
        var context = self.context(first, plan)
        context.countsUndated = participations.contains(where: \.holdsUndated)
        if participations.count > 1 { context.days = DayRange(from: first.days.from, clampingUntil: last.days.until) }
        return context
    }

    /// The award of a component that depends on the person alone.
    func award(_ component: Component, _ plan: Plan, _ participation: Participation, _ trace: Trace? = nil) -> RawAward
    {
        var award = ownAward(component, plan, participation, trace)
        finish(&award, component, plan, participation, trace)
        return award
    }

    /// What acts on an award after the component's modifiers for the period.
    func finish(
        _ award: inout RawAward, _ component: Component, _ plan: Plan, _ participation: Participation, _ trace: Trace?
    ) {
        limitOverLongerPeriods(&award, component, plan, participation, trace)
        if plan.modifiers.actOnAwards { modify(&award, plan.modifiers, context(participation, plan), trace) }
    }

    /// The award under the component's modifiers for the period.
    func ownAward(_ component: Component, _ plan: Plan, _ participation: Participation, _ trace: Trace? = nil)
        -> RawAward
    {
        let context = context(participation, plan)
        if let stopped = checkCondition(component, context, trace) { return stopped }
        var award: RawAward
        switch component.kind.rule {
        case .personal(let rule): award = rule.award(component, plan, participation, in: awardContext(trace))
        case .shared: award = RawAward(.value(.zero))
        }
        if component.scalesWithTime { scale(&award, participation, trace) }
        modify(&award, component.modifiers, context, trace)
        return award
    }

    /// `nil` when the component may pay; else the award that is left.
    func checkCondition(_ component: Component, _ context: EvaluationContext, _ trace: Trace?) -> RawAward? {
        guard let condition = component.modifiers.condition else { return nil }
        let outcome = evaluator.flag(condition, in: context)
        trace?.add(explainer.condition(condition, .condition, in: context))
        switch outcome {
        case .value(true): return nil
        case .value(false):
            let text = model.text(of: condition)
            return RawAward(
                .value(.zero),
                [
                    Remark(
                        "condition-not-met", ["condition": .name(text)], en: "condition not met: \(text)",
                        ru: "условие не выполнено: \(text)")
                ])
        case .notComputable(let reason): return RawAward(.notComputable(reason))
        }
    }

    private func scale(_ award: inout RawAward, _ participation: Participation, _ trace: Trace?) {
        guard !participation.isWhole else { return }
        award.amount = award.amount.then { amount throws(QuantityError) in try participation.scaling(amount) }
        trace?.add(
            Explanation(.timeShare, .figure(participation.timeShare, MetricUnit(.plain, isPercent: true))))
    }
}

extension LocalizedText {
    static let condition = LocalizedText(en: "condition", ru: "условие")
    static let timeShare = LocalizedText(en: "share of time worked", ru: "доля отработанного времени")
    static let amount = LocalizedText(en: "amount", ru: "сумма")
    static let count = LocalizedText(en: "number", ru: "количество")
}
