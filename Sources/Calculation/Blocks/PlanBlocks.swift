internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// What a plan pays for a period, component by component, in columns of people.
///
/// Those who are on the plan for the whole period in one assignment at full time are computed in blocks. Everybody else, and
/// everything that says more than an amount, is computed by ``AwardCalculator``; what comes out is the same.
final class PlanBlocks {
    let number: Int
    let plan: Plan
    @exclusivity(unchecked) private(set) var model: CompanyModel
    let blocks: BlockEvaluator
    let calculator: AwardCalculator
    private(set) var roster: PlanRoster

    init(_ number: Int, _ blocks: BlockEvaluator, _ roster: PlanRoster) {
        self.number = number
        self.blocks = blocks
        self.roster = roster
        model = blocks.model
        plan = model.plans[number]
        calculator = AwardCalculator(blocks.evaluator)
    }

    /// Goes on with the company that the blocks have gone on with, in which some people have other assignments.
    func follow(_ people: [Int32]) {
        model = blocks.model
        calculator.follow()
        roster.follow(people, plan, model)
    }

    /// How many people are computed at once.
    static let blockSize = 1024

    /// Whether nothing in the plan acts on several lines, or on other periods, together.
    static func canCompute(_ plan: Plan, _ model: CompanyModel) -> Bool {
        plan.period != .all && plan.ramp.isEmpty && plan.cap == nil && plan.guarantee == nil
            && !plan.modifiers.actOnAwards && plan.modifiers.longerCaps.isEmpty && !model.usesTenure
    }

    /// The people of a period who can be computed together, and how they stand to each other.
    struct Members {
        /// Those in blocks, by rising number.
        var people: [Int32]
        /// The blocks of them.
        var contexts: [PeopleContext]
        /// The participations of everybody else on the plan.
        var others: [Participation]
        var period: Period
    }

    /// The members of a period; what was known of those before is forgotten.
    func members(_ period: Period) -> Members {
        blocks.begin()
        var (people, rest) = roster.members(period, plan)
        // Nobody is there for the whole of a period without a day that the plan counts.
        if share(of: period) == nil { (people, rest) = ([], (people + rest).sorted()) }
        let others = rest.flatMap { participations(of: $0, period) }
        let contexts = stride(from: 0, to: people.count, by: Self.blockSize).enumerated().map { number, start in
            context(people[start..<min(start + Self.blockSize, people.count)], period, number)
        }
        return Members(people: people, contexts: contexts, others: others, period: period)
    }

    /// The participations of a person in a period.
    func participations(of person: Int32, _ period: Period) -> [Participation] {
        guard let inForce = plan.validity.intersection(period.range) else { return [] }
        return ParticipationFinder(model: model).participations(of: plan, person: person, in: period, inForce)
    }

    /// The context of a block of members.
    func context(_ people: some Collection<Int32>, _ period: Period, _ number: Int = 0) -> PeopleContext {
        var context = EvaluationContext(.company, days: period.range, period: period, audience: plan.audience)
        context.dayCount = plan.proration
        return PeopleContext(people: Array(people), number: number, context: context)
    }

    /// The participation of a member in a block.
    func participation(_ person: Int32, _ period: Period) -> Participation {
        let share = share(of: period) ?? (days: 0, of: 0)
        return Participation(
            person: person, period: period, days: period.range, workedDays: FixedDecimal(share.days),
            periodDays: share.of)
    }

    private func share(of period: Period) -> (days: Int, of: Int)? {
        Proration.share(of: period.range, in: period.range, by: plan.proration, model.workingCalendar)
    }

    // MARK: Awards of people

    /// What a component that depends on each person alone pays a block; `nil` when it is shared.
    func awards(_ component: Component, _ people: PeopleContext) -> AwardBlock? {
        guard !component.isShared else { return nil }
        let raw = rawAwards(component, people)
        return finished(raw, component, people) { participation in calculator.award(component, plan, participation) }
    }

    /// Rounds a block, and has those computed one by one whom it cannot serve.
    func finished(
        _ raw: RawAwardBlock?, _ component: Component, _ people: PeopleContext, _ single: (Participation) -> RawAward
    ) -> AwardBlock {
        var block = AwardBlock(count: people.count)
        var lines: PayLines?
        if let raw {
            let units = raw.amounts.payLines(model.currency, plan.rounding)
            block.amounts = units.units
            block.remarks = raw.remarks
            if units.overflown == nil, !raw.needsSingle.contains(true) { return block }
            lines = units
        }
        for row in 0..<people.count {
            if let raw, let lines, lines.fits(row), !raw.needsSingle[row] { continue }
            block.amounts[row] = 0
            block.remarks[row] = .none
            block.singles[row] = rounded(single(participation(people.people[row], people.context.period)))
        }
        return block
    }

    func rounded(_ award: RawAward) -> AwardBlock.SingleAward {
        let amount = award.amount.then { value throws(QuantityError) in
            try Money(payLine: value, in: model.currency, plan.rounding)
        }
        return AwardBlock.SingleAward(amount: amount, remarks: award.remarks)
    }

    /// The awards under the component's modifiers; `nil` when there is no loop for its kind.
    private func rawAwards(_ component: Component, _ people: PeopleContext) -> RawAwardBlock? {
        guard component.modifiers.longerCaps.isEmpty else { return nil }
        guard case .personal(let rule) = component.kind.rule, var award = rule.block(component, people, in: self) else {
            return nil
        }
        modify(&award, component.modifiers, people)
        return award
    }

    // MARK: Modifiers

    /// Multiplies; whoever a condition, a gate, a floor or a cap acts on is left to the evaluator of single people.
    private func modify(_ award: inout RawAwardBlock, _ modifiers: Modifiers, _ people: PeopleContext) {
        if let condition = modifiers.condition { award.require(blocks.flags(condition, people)) }
        if let multiplier = modifiers.multiplier {
            award.amounts = NumberBlock.combine(.times, award.amounts, blocks.numbers(multiplier, people))
            if let missing = award.amounts.missing { award.single(where: missing) }
        }
        if let gate = modifiers.gate { award.require(blocks.flags(gate.condition, people)) }
        if let floor = modifiers.floor {
            award.require(NumberBlock.compare(.greaterOrEqual, award.amounts, blocks.numbers(floor, people)))
        }
        if let cap = modifiers.cap {
            award.require(NumberBlock.compare(.lessOrEqual, award.amounts, blocks.numbers(cap, people)))
        }
    }
}
