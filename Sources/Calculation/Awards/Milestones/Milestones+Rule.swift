internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension Milestones: PersonalAward {
    func award(_ component: Component, _ plan: Plan, _ participation: Participation, in context: AwardContext)
        -> RawAward
    {
        context.milestones(self, plan, participation)
    }

    func block(_ component: Component, _ people: PeopleContext, in plan: PlanBlocks) -> RawAwardBlock? { nil }

    func steps(_ component: Component, _ members: PlanBlocks.Members, in plan: PlanBlocks, _ program: PersonProgram)
        -> AwardSteps?
    { nil }

    var linePricing: EventPricing? { nil }
}

extension AwardContext {
    /// The amounts of the milestones passed since the period before; of those lost again, taken back.
    fileprivate func milestones(_ milestones: Milestones, _ plan: Plan, _ participation: Participation) -> RawAward {
        let total = calculator.runningTotal(over: milestones.over, plan, participation)
        let unit = explainer.unit(of: milestones.figure)
        trace?.add(explainer.formula(milestones.figure, TotalLabel.soFar.total(total.now.days), unit, in: total.now))
        // A total before that has no value has passed nothing: nothing was paid for it.
        var before: [TierTable.Slice] = []
        if let earlier = total.before {
            trace?.add(
                explainer.formula(milestones.figure, TotalLabel.before.total(earlier.days), unit, in: earlier))
            before = passed(milestones, earlier).value ?? []
        }
        switch passed(milestones, total.now) {
        case .notComputable(let reason): return RawAward(.notComputable(reason))
        case .value(let now):
            let reached = now.dropFirst(before.count)
            let lost = before.dropFirst(now.count)
            if let trace { explain(now, newFrom: before.count, unit, trace) }
            return RawAward(
                .computing { () throws(QuantityError) in
                    try reached.map(\.fixed).total().subtracting(lost.map(\.fixed).total())
                },
                reached.map { .milestone($0.from, unit, isLost: false) }
                    + lost.map { .milestone($0.from, unit, isLost: true) })
        }
    }

    /// The milestones that a total has passed; one below zero has passed none.
    private func passed(_ milestones: Milestones, _ context: EvaluationContext) -> Outcome<[TierTable.Slice]> {
        evaluator.number(milestones.figure, in: context).then { total throws(QuantityError) in
            try milestones.table.slices(of: max(total, .zero), target: nil)
        }
    }

    private func explain(
        _ passed: [TierTable.Slice], newFrom first: Int, _ unit: MetricUnit, _ trace: Trace
    ) {
        for (index, milestone) in passed.enumerated() {
            let bound = UnitFigure(milestone.from, unit)
            let note =
                index < first
                ? LocalizedText(en: "passed before", ru: "пройдена раньше")
                : LocalizedText(en: "passed now", ru: "пройдена сейчас")
            trace.add(
                Explanation(
                    LocalizedText(en: "milestone of \(bound)", ru: "веха \(bound)"),
                    .figure(milestone.fixed, money), note: note))
        }
    }
}

extension Remark {
    fileprivate static func milestone(_ bound: FixedDecimal, _ unit: MetricUnit, isLost: Bool) -> Remark {
        let text = UnitFigure(bound, unit)
        return isLost
            ? Remark(
                "milestone-lost", ["bound": .figure(bound, unit)], en: "milestone of \(text) lost again",
                ru: "веха \(text) снова не пройдена")
            : Remark(
                "milestone-passed", ["bound": .figure(bound, unit)], en: "milestone of \(text) passed",
                ru: "пройдена веха \(text)")
    }
}
