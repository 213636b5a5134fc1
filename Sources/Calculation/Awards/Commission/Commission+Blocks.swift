internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension Commission {
    func block(_ component: Component, _ people: PeopleContext, in plan: PlanBlocks) -> RawAwardBlock? {
        let blocks = plan.blocks
        let volume: NumberBlock
        var award: RawAwardBlock
        switch pricing {
        case .rate(let rate):
            volume = blocks.numbers(base, people)
            award = RawAwardBlock(NumberBlock.combine(.times, volume, blocks.numbers(rate, people)))
        case .rates(_, let aggregate):
            guard let figures = blocks.source.figures(aggregate, people) else { return nil }
            volume = blocks.numbers(base, people)
            award = RawAwardBlock(figures)
            if let missing = volume.missing { award.single(where: missing) }
        case .events: return priced(component, people, plan)
        case .tiers: return nil
        }
        for row in 0..<people.count where volume.isZero(row) { award.remarks[row] = .nothingSold }
        return award
    }

    /// What a pass over the lines has already computed.
    private func priced(_ component: Component, _ people: PeopleContext, _ plan: PlanBlocks) -> RawAwardBlock? {
        guard let (award, period) = linePrices(component, people.context.period, plan) else { return nil }
        var amounts: [Int64] = []
        amounts.reserveCapacity(people.count)
        var raw = RawAwardBlock(NumberBlock(.zero, count: people.count))
        for (row, person) in people.people.enumerated() {
            let (amount, state) = award.award(Int(person), period)
            amounts.append(amount)
            switch state {
            case .unknown: raw.needsSingle[row] = true
            case .noLines: raw.remarks[row] = .nothingSold
            case .belowFirstTier: raw.remarks[row] = .belowFirstTier
            case .priced: break
            }
        }
        raw.amounts = NumberBlock(.narrow(amounts, scale: plan.model.currency.minorDigits))
        return raw
    }

    func steps(_ component: Component, _ members: PlanBlocks.Members, in plan: PlanBlocks, _ program: PersonProgram)
        -> AwardSteps?
    {
        switch pricing {
        case .rate(let rate):
            let volume = program.compile(base)
            return AwardSteps(amount: program.product(volume, program.compile(rate)), volume: volume)
        case .events:
            return linePrices(component, members.period, plan).map {
                AwardSteps(priced: AwardSteps.Priced(results: $0.results, period: $0.period))
            }
        case .rates, .tiers: return nil
        }
    }

    /// The prices that a pass has given lines, with the number of a period of theirs.
    private func linePrices(_ component: Component, _ period: Period, _ plan: PlanBlocks) -> (
        results: LineAwardCells, period: Int
    )? {
        guard let index = plan.plan.line(named: component.name),
            let award = plan.blocks.source.layout.awards[LineAward.Key(plan: plan.number, component: index)],
            let number = award.periods.firstIndex(of: period)
        else { return nil }
        return (award.results, number)
    }
}
