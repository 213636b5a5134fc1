internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension GoalPay: PersonalAward {
    func award(_ component: Component, _ plan: Plan, _ participation: Participation, in context: AwardContext)
        -> RawAward
    {
        context.goalPay(self, plan, context.context(participation, plan))
    }

    func block(_ component: Component, _ people: PeopleContext, in plan: PlanBlocks) -> RawAwardBlock? { nil }

    func steps(_ component: Component, _ members: PlanBlocks.Members, in plan: PlanBlocks, _ program: PersonProgram)
        -> AwardSteps?
    { nil }

    var linePricing: EventPricing? { nil }
}

extension AwardContext {
    /// Money × curve(Σ weight × reached) over the goals of the person for the period.
    fileprivate func goalPay(_ pay: GoalPay, _ plan: Plan, _ context: EvaluationContext) -> RawAward {
        // What a plan's test gives are figures; it knows nobody who has goals.
        guard evaluator.given == nil else { return RawAward(.notComputable(.notGiven("goals"))) }
        guard case .person(let person) = context.subject else { return RawAward(.notComputable(.noPersonHere)) }
        let goals = model.awardRows.goals.goals(of: person, in: context.period)
        guard !goals.isEmpty else {
            return RawAward(.notComputable(.noGoals(model.people.id(person), context.period.description)))
        }
        let counted = goals.map { CountedGoal($0, pay) }
        if let trace { for goal in counted { trace.add(explanation(of: goal, pay)) } }
        return priced(counted, pay, plan.missingValue, context)
    }

    /// A goal as it counts.
    private struct CountedGoal {
        let goal: PersonalGoal
        /// What was reached after threshold and cap; `nil` while it is not assessed.
        let attainment: FixedDecimal?

        init(_ goal: PersonalGoal, _ pay: GoalPay) {
            self.goal = goal
            attainment = goal.assessment.map { Attainment.counted($0.reached, pay.threshold, pay.cap) }
        }
    }

    private func priced(
        _ goals: [CountedGoal], _ pay: GoalPay, _ policy: MissingValuePolicy, _ context: EvaluationContext
    ) -> RawAward {
        let open = goals.filter { $0.attainment == nil }.map(\.goal)
        var remarks = open.map { Remark.notAssessed($0.title) }
        if let first = open.first, policy == .exclude || (policy == .redistribute && open.count == goals.count) {
            return RawAward(.notComputable(.notAssessed(first.title)), remarks)
        }
        let redistributed = policy == .redistribute && !open.isEmpty
        let index = Outcome<FixedDecimal>.computing { () throws(QuantityError) in
            try Attainment.index(
                goals.map { (weight: $0.goal.weight, attainment: $0.attainment) }, redistributing: redistributed)
        }
        let payout = index.then { value throws(QuantityError) in try pay.payout.payout(at: value) }
        let amount = evaluator.number(pay.amount, in: context)
        if let trace {
            let weights = redistributed ? try? goals.filter { $0.attainment != nil }.map(\.goal.weight).total() : nil
            trace.add(
                Explanation(.weightedIndex, index, percentage, note: weights.map { Attainment.partsDivided(by: $0) }))
            if pay.payout.form != .proportional {
                trace.add(Explanation(.payout, formula: pay.payout.text, payout, percentage))
            }
            trace.add(explainer.formula(pay.amount, .payInFull, money, in: context))
        }
        if case .value(let reached) = index {
            if reached.isZero { remarks.append(.noGoalReached) }
            if case .value(.zero) = payout, !reached.isZero { remarks.append(.belowCurve(reached)) }
        }
        switch (payout, amount) {
        case (.value(let payout), .value(let amount)):
            return RawAward(.computing { () throws(QuantityError) in try amount.multiplied(by: payout) }, remarks)
        case (.notComputable(let reason), _), (_, .notComputable(let reason)):
            return RawAward(.notComputable(reason), remarks)
        }
    }

    private var percentage: MetricUnit { MetricUnit(.plain, isPercent: true) }

    // MARK: Explanation

    /// Title, weight, what was reached, who says so and by what.
    private func explanation(of counted: CountedGoal, _ pay: GoalPay) -> Explanation {
        let goal = counted.goal
        var steps: [Explanation] = []
        if let assessment = goal.assessment {
            steps.append(
                Explanation(.reached, .figure(assessment.reached, percentage), note: note(of: assessment, goal)))
            if let counts = counted.attainment, counts != assessment.reached {
                let note = Attainment.boundNote(assessment.reached, pay.threshold, pay.cap)
                steps.append(Explanation(.counts, .figure(counts, percentage), note: note))
            }
        } else {
            steps.append(Explanation(.reached, .missing(.notAssessed(goal.title))))
        }
        steps.append(Explanation(.weight, .figure(goal.weight, percentage)))
        let points = Outcome<FixedDecimal>.computing { () throws(QuantityError) in
            try (counted.attainment ?? .zero).multiplied(by: goal.weight)
        }
        return Explanation(LocalizedText(goal.title), points, percentage, children: steps)
    }

    private func note(of assessment: PersonalGoal.Assessment, _ goal: PersonalGoal) -> LocalizedText {
        let assessor = model.people.title(assessment.assessor)
        let date = assessment.date.map { ", \($0)" } ?? ""
        return LocalizedText(
            en: "assessed by \(assessor.en)\(date): \(assessment.evidence) (\(goal.place.address))",
            ru: "оценил(а) \(assessor.ru)\(date): \(assessment.evidence) (\(goal.place.address))")
    }
}

extension Remark {
    fileprivate static func notAssessed(_ goal: String) -> Remark {
        Remark(
            "goal-not-assessed", ["goal": .name(goal)], en: "\(goal): not yet assessed",
            ru: "\(goal): ещё не оценено")
    }

    fileprivate static let noGoalReached = Remark(
        "nothing-reached", en: "no goal was reached", ru: "ни одна цель не выполнена")
}

extension Reason {
    fileprivate static func noGoals(_ person: String, _ period: String) -> Reason {
        Reason(
            "no-goals", ["person": .name(person), "period": .name(period)],
            LocalizedText(en: "\(person) has no goals for \(period)", ru: "у \(person) нет целей на \(period)"))
    }

    fileprivate static func notAssessed(_ goal: String) -> Reason {
        Reason(
            "not-assessed", ["goal": .name(goal)],
            LocalizedText(en: "'\(goal)' is not yet assessed", ru: "цель «\(goal)» ещё не оценена"))
    }
}

extension LocalizedText {
    fileprivate static let reached = LocalizedText(en: "reached", ru: "выполнено")
    fileprivate static let payInFull = LocalizedText(
        en: "pay for everything in full", ru: "выплата за всё в полном объёме")
}
