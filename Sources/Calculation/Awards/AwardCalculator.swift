internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// Computes what the components of a plan pay a person, step by step, into a notebook when one is given.
final class AwardCalculator {
    let evaluator: MeasureEvaluator
    @exclusivity(unchecked) private(set) var model: CompanyModel
    let explainer: Explainer
    /// Who shared the funds of earlier periods.
    var earlierMembers: [EarlierMembers: [Subject: [Stint]]] = [:]

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
    var earlierShared: [EarlierMembers: [Stint: Outcome<Money>]] = [:]
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
    func context(_ notebook: Notebook?) -> AwardContext { AwardContext(calculator: self, notebook: notebook) }

    var money: MetricUnit { MetricUnit(.money(model.currency)) }

    func frame(_ stint: Stint, _ plan: Plan) -> Frame {
        var frame = Frame(.person(stint.person), days: stint.days, period: stint.period, audience: plan.audience)
        frame.dayCount = plan.proration
        frame.countsUndated = stint.holdsUndated
        if !plan.ramp.isEmpty || usesTenure { count(stint, plan, &frame) }
        return frame
    }

    /// A person's stints of a period as one frame, from the first day to the last.
    func frame(_ stints: [Stint], _ plan: Plan) -> Frame? {
        guard let first = stints.first, let last = stints.last else { return nil }
        var frame = self.frame(first, plan)
        frame.countsUndated = stints.contains(where: \.holdsUndated)
        if stints.count > 1 { frame.days = DayRange(from: first.days.from, clampingUntil: last.days.until) }
        return frame
    }

    /// The award of a component that depends on the person alone.
    func award(_ component: Component, _ plan: Plan, _ stint: Stint, _ notebook: Notebook? = nil) -> RawAward {
        var award = ownAward(component, plan, stint, notebook)
        finish(&award, component, plan, stint, notebook)
        return award
    }

    /// What acts on an award after the component's modifiers for the period.
    func finish(
        _ award: inout RawAward, _ component: Component, _ plan: Plan, _ stint: Stint, _ notebook: Notebook?
    ) {
        limitOverLongerPeriods(&award, component, plan, stint, notebook)
        if plan.modifiers.actOnAwards { modify(&award, plan.modifiers, frame(stint, plan), notebook) }
    }

    /// The award under the component's modifiers for the period.
    func ownAward(_ component: Component, _ plan: Plan, _ stint: Stint, _ notebook: Notebook? = nil) -> RawAward {
        let frame = frame(stint, plan)
        if let stopped = checkCondition(component, frame, notebook) { return stopped }
        var award: RawAward
        switch component.kind.rule {
        case .personal(let rule): award = rule.award(component, plan, stint, in: context(notebook))
        case .shared: award = RawAward(.value(.zero))
        }
        if component.scalesWithTime { scale(&award, stint, notebook) }
        modify(&award, component.modifiers, frame, notebook)
        return award
    }

    /// `nil` when the component may pay; else the award that is left.
    func checkCondition(_ component: Component, _ frame: Frame, _ notebook: Notebook?) -> RawAward? {
        guard let condition = component.modifiers.condition else { return nil }
        let outcome = evaluator.flag(condition, in: frame)
        notebook?.add(explainer.condition(condition, .condition, in: frame))
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

    private func scale(_ award: inout RawAward, _ stint: Stint, _ notebook: Notebook?) {
        guard !stint.isWhole else { return }
        award.amount = award.amount.then { amount throws(QuantityError) in try stint.scaling(amount) }
        notebook?.add(
            Explanation(.timeShare, .figure(stint.timeShare, MetricUnit(.plain, isPercent: true))))
    }
}

extension LocalizedText {
    static let condition = LocalizedText(en: "condition", ru: "условие")
    static let timeShare = LocalizedText(en: "share of time worked", ru: "доля отработанного времени")
    static let amount = LocalizedText(en: "amount", ru: "сумма")
    static let count = LocalizedText(en: "number", ru: "количество")
}
