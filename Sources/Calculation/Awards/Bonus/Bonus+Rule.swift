internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension Bonus: PersonalAward {
    func award(_ component: Component, _ plan: Plan, _ participation: Participation, in context: AwardContext)
        -> RawAward
    {
        context.bonus(self, context.context(participation, plan))
    }

    func block(_ component: Component, _ people: PeopleContext, in plan: PlanBlocks) -> RawAwardBlock? {
        let whole = plan.blocks.numbers(amount, people)
        guard let per else { return RawAwardBlock(whole) }
        return RawAwardBlock(NumberBlock.combine(.times, whole, plan.blocks.numbers(per, people)))
    }

    func steps(_ component: Component, _ members: PlanBlocks.Members, in plan: PlanBlocks, _ program: PersonProgram)
        -> AwardSteps?
    {
        let whole = program.compile(amount)
        return AwardSteps(amount: per == nil ? whole : program.product(whole, per.flatMap(program.compile)))
    }

    var linePricing: EventPricing? { nil }
}

extension AwardContext {
    fileprivate func bonus(_ bonus: Bonus, _ context: EvaluationContext) -> RawAward {
        let amount = evaluator.number(bonus.amount, in: context)
        trace?.add(explainer.formula(bonus.amount, .amount, money, in: context))
        guard let per = bonus.per else { return RawAward(amount) }
        let count = evaluator.number(per, in: context)
        trace?.add(explainer.formula(per, .count, MetricUnit(.pieces), in: context))
        switch (amount, count) {
        case (.value(let amount), .value(let count)):
            return RawAward(.computing { () throws(QuantityError) in try amount.multiplied(by: count) })
        case (.notComputable(let reason), _), (_, .notComputable(let reason)):
            return RawAward(.notComputable(reason))
        }
    }
}
