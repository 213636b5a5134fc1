internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension Scorecard {
    /// Everybody who has an attainment in every KPI; the others have something said about them.
    func block(_ component: Component, _ people: PeopleContext, in plan: PlanBlocks) -> RawAwardBlock? {
        guard let target = target ?? plan.plan.target else { return nil }
        var index = NumberBlock(.zero, count: people.count)
        for item in items {
            guard let attainment = attainment(item, people, plan.blocks) else { return nil }
            let bounded = bounded(attainment, item)
            index = NumberBlock.combine(
                .plus, index, NumberBlock.combine(.times, NumberBlock(item.weight, count: people.count), bounded))
        }
        let payout = index.mapOneByOne { try? self.payout.payout(at: $0) }
        var award = RawAwardBlock(NumberBlock.combine(.times, plan.blocks.numbers(target, people), payout))
        // What lies below the curve, or reached nothing, has a remark of its own.
        award.require(NumberBlock.compare(.notEqual, payout, NumberBlock(.zero, count: people.count)))
        award.require(NumberBlock.compare(.notEqual, index, NumberBlock(.zero, count: people.count)))
        return award
    }

    private func attainment(_ item: Item, _ people: PeopleContext, _ blocks: BlockEvaluator) -> NumberBlock? {
        guard let actual = blocks.metric(item.metric, people) else { return nil }
        let target = blocks.numbers(item.target, people)
        var variables: [Variable: NumberBlock] = [.actual: actual, .target: target]
        for (variable, formula) in [(Variable.base, item.base), (.tolerance, item.tolerance)] {
            if let formula { variables[variable] = blocks.numbers(formula, people) }
        }
        var attainment = blocks.numbers(item.attainment, people, variables)
        // A target of zero or below has no attainment, whatever the formula says.
        let isPositive = NumberBlock.compare(.greater, target, NumberBlock(.zero, count: people.count))
        let needed = variables.values.reduce(attainment.missing) { NumberBlock.missing($0, $1.missing) }
        attainment.missing = NumberBlock.missing(needed, isPositive.flags.map { !$0 })
        return attainment
    }

    private func bounded(_ attainment: NumberBlock, _ item: Item) -> NumberBlock {
        let zero = NumberBlock(.zero, count: attainment.count)
        var bounded = NumberBlock.extreme(false, attainment, zero)
        if let threshold = item.threshold {
            let reached = NumberBlock.compare(
                .greaterOrEqual, attainment, NumberBlock(threshold, count: attainment.count))
            bounded = NumberBlock.choose(FlagBlock(reached.flags), bounded, zero)
            bounded.missing = attainment.missing
        }
        if let cap = item.cap {
            bounded = NumberBlock.extreme(true, bounded, NumberBlock(cap, count: attainment.count))
        }
        return bounded
    }
}
