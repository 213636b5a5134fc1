internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension SpotBudget: SharedAward {
    func awards(_ component: Component, _ plan: Plan, _ members: AwardMembers, in context: AwardContext) -> [RawAward] {
        guard let period = members.participations.first?.period else { return [] }
        return context.rewards(self, component, plan, members, EvaluationContext(members.subject, period))
    }

    var takesPartOnce: Bool { false }
    var isDecidedOnce: Bool { false }
    var division: FundDivision? { nil }
}

extension AwardContext {
    /// The rewards of a group's members: met in the order in which they were given, each paid in full while the budget lasts.
    fileprivate func rewards(
        _ spot: SpotBudget, _ component: Component, _ plan: Plan, _ members: AwardMembers, _ context: EvaluationContext
    ) -> [RawAward] {
        // What a plan's test gives are figures; it knows nobody who was rewarded.
        guard evaluator.given == nil else {
            return members.participations.map { _ in RawAward(.value(.zero), [.noReward]) }
        }
        let budget = evaluator.number(spot.budget, in: context)
        trace?.add(explainer.formula(spot.budget, .budget, money, in: context))
        guard case .value(let whole) = budget else { return members.participations.map { _ in RawAward(budget) } }
        let given = rewards(component, plan, members.participations)
        do throws(QuantityError) {
            let met = try SpotBudget.meet(given.map(\.reward.amount), from: whole)
            if let trace { try explain(given.map(\.reward), met, whole, trace) }
            return try members.participations.indices.map { participation throws(QuantityError) in
                let own = given.indices.filter { given[$0].participation == participation }
                return try award(own.map { (given[$0].reward, met[$0]) })
            }
        } catch {
            return members.participations.map { _ in RawAward(.notComputable(Reason(error))) }
        }
    }

    /// The rewards that fall on the members' participations, in the order of their giving.
    private func rewards(_ component: Component, _ plan: Plan, _ participations: [Participation]) -> [(
        reward: SpotReward, participation: Int
    )] {
        let byPerson = Dictionary(grouping: participations.indices) { participations[$0].person }
        return model.awardRows.spot.compactMap { reward in
            guard
                let participation = byPerson[reward.person]?.first(where: {
                    participations[$0].days.contains(reward.given.day)
                }),
                let payer = RewardPayer(model).payer(of: reward), payer.plan == plan.name,
                payer.component == component.name
            else { return nil }
            return (reward, participation)
        }
    }

    private func award(_ rewards: [(reward: SpotReward, met: SpotBudget.Met)]) throws(QuantityError) -> RawAward {
        guard !rewards.isEmpty else { return RawAward(.value(.zero), [.noReward]) }
        let paid = try rewards.filter(\.met.isPaid).map(\.reward.amount).total()
        return RawAward(.value(paid), rewards.map { remark($0.reward, $0.met) })
    }

    // MARK: Words

    private func remark(_ reward: SpotReward, _ met: SpotBudget.Met) -> Remark {
        let amount = ExactMoney(reward.amount, model.currency)
        let story = story(of: reward)
        if met.isPaid {
            return Remark(
                "spot-reward", ["reward": .name(reward.id), "amount": .money(reward.amount, model.currency)],
                en: "\(amount): \(story.en)", ru: "\(amount): \(story.ru)")
        }
        let left = ExactMoney(met.leftBefore, model.currency)
        return Remark(
            "over-budget",
            [
                "reward": .name(reward.id), "amount": .money(reward.amount, model.currency),
                "left": .money(met.leftBefore, model.currency),
            ],
            en: "\(amount) not paid, \(left) of the budget was left: \(story.en)",
            ru: "\(amount) не выплачено, в бюджете оставалось \(left): \(story.ru)")
    }

    /// What for, who gave it, the event and how long after it.
    private func story(of reward: SpotReward) -> LocalizedText {
        let author = model.people.title(reward.author)
        let after = reward.happened.map { Self.span(minutes: reward.given.minutes(since: $0)) }
        let event = [reward.event.isEmpty ? nil : LocalizedText(reward.event), after].compactMap { $0 }
        let en = event.map(\.en).joined(separator: ", ")
        let ru = event.map(\.ru).joined(separator: ", ")
        return LocalizedText(
            en: "\(reward.reason), from \(author.en)" + (en.isEmpty ? "" : " (\(en))"),
            ru: "\(reward.reason), от: \(author.ru)" + (ru.isEmpty ? "" : " (\(ru))"))
    }

    /// `3 h 20 min after`
    private static func span(minutes: Int) -> LocalizedText {
        LocalizedText(
            en: "\(minutes / 60) h \(minutes % 60) min after", ru: "через \(minutes / 60) ч \(minutes % 60) мин")
    }

    private func explain(
        _ rewards: [SpotReward], _ met: [SpotBudget.Met], _ budget: FixedDecimal, _ trace: Trace
    ) throws(QuantityError) {
        let paid = try zip(rewards, met).filter { $1.isPaid }.map(\.0.amount).total()
        let lines = zip(rewards, met).map { reward, met in
            let story = story(of: reward)
            let notPaid = met.isPaid ? LocalizedText("") : .notPaid
            return Explanation(
                LocalizedText("\(reward.given) \(model.people.id(reward.person))"), .figure(reward.amount, money),
                note: LocalizedText(
                    en: "\(notPaid.en)\(story.en) (\(reward.place.address))",
                    ru: "\(notPaid.ru)\(story.ru) (\(reward.place.address))"))
        }
        trace.add(Explanation(.given, .figure(paid, money), children: lines))
        trace.add(Explanation(.left, .figure(try budget.subtracting(paid), money)))
    }
}

extension SpotBudget {
    /// How a reward met the budget.
    struct Met: Hashable {
        /// Whether it is paid; one that does not fit is not paid at all.
        var isPaid: Bool
        /// What was left of the budget before it.
        var leftBefore: FixedDecimal
    }

    /// How rewards in their order meet a budget.
    ///
    ///     5, 4, 2 out of 8 → 5 is paid, 4 is not (3 was left), 2 is paid
    static func meet(_ amounts: [FixedDecimal], from budget: FixedDecimal) throws(QuantityError) -> [Met] {
        var left = budget
        return try amounts.map { amount throws(QuantityError) in
            let met = Met(isPaid: amount <= left, leftBefore: left)
            if met.isPaid { left = try left.subtracting(amount) }
            return met
        }
    }
}

extension Remark {
    fileprivate static let noReward = Remark(
        "no-reward", en: "no reward was given in this period", ru: "в этом периоде вознаграждений не было")
}

extension LocalizedText {
    fileprivate static let budget = LocalizedText(en: "budget", ru: "бюджет")
    fileprivate static let given = LocalizedText(en: "given", ru: "выдано")
    fileprivate static let left = LocalizedText(en: "left", ru: "осталось")
    fileprivate static let notPaid = LocalizedText(en: "not paid, does not fit: ", ru: "не выплачено, не помещается: ")
}
