internal import Company
internal import Formulas
internal import Messages
internal import Quantities

extension AwardContext {
    /// What an entrant of a contest wins.
    struct Win {
        /// The prize in minor units.
        let prize: Outcome<Int64>
        /// How he stands.
        let remark: Remark
        /// His place, where places count.
        var place: Int?
        /// His own goal, where there is one.
        var goal: FixedDecimal?
    }

    /// What each entrant wins, in their order.
    func winnings(_ contest: Contest, _ entrants: [Entrant], _ plan: Plan, _ context: EvaluationContext) throws(NoPrize)
        -> [Win]
    {
        switch contest.form {
        case .ranking(let prizes): return try ranked(prizes, entrants, plan, context)
        case .steps(let steps): return try stepped(steps, entrants, explainer.unit(of: contest.score), plan, context)
        case .pot(let pot): return try shared(pot, entrants, plan, context)
        case .goal(let prize, let goal):
            let amount = try minorUnits(prize, plan, context)
            return entrants.map { own(goal, amount, $0, explainer.unit(of: contest.score)) }
        }
    }

    /// A prize in minor units, rounded as the plan says.
    private func minorUnits(_ prize: Checked<Measure>, _ plan: Plan, _ context: EvaluationContext) throws(NoPrize)
        -> Int64
    {
        switch evaluator.number(prize, in: context) {
        case .value(let amount):
            return try attempt { () throws(QuantityError) in
                try Money(payLine: amount, in: model.currency, plan.rounding).minorUnits
            }
        case .notComputable(let reason): throw NoPrize(reason: reason)
        }
    }

    private func ranked(
        _ prizes: [Checked<Measure>], _ entrants: [Entrant], _ plan: Plan, _ context: EvaluationContext
    ) throws(NoPrize) -> [Win] {
        let amounts = try prizes.map { prize throws(NoPrize) in try minorUnits(prize, plan, context) }
        let won = try attempt { () throws(QuantityError) in
            try Ranking.prizes(amounts, for: entrants.map { ($0.contender.key, $0.score) })
        }
        let places = Ranking.places(entrants.map(\.score))
        return zip(won, places).map { prize, place in
            Win(prize: .value(prize), remark: .place(place, of: entrants.count), place: place)
        }
    }

    private func stepped(
        _ steps: [Contest.Step], _ entrants: [Entrant], _ unit: MetricUnit, _ plan: Plan, _ context: EvaluationContext
    ) throws(NoPrize) -> [Win] {
        let amounts = try steps.map { step throws(NoPrize) in try minorUnits(step.prize, plan, context) }
        return entrants.map { entrant in
            guard let step = steps.lastIndex(where: { entrant.score >= $0.from }) else {
                return Win(prize: .value(0), remark: .belowFirstStep(steps.first?.from ?? .zero, unit))
            }
            return Win(prize: .value(amounts[step]), remark: .step(steps[step].from, unit))
        }
    }

    /// Parts in proportion to the scores; a score below zero counts as zero.
    private func shared(_ pot: Checked<Measure>, _ entrants: [Entrant], _ plan: Plan, _ context: EvaluationContext)
        throws(NoPrize)
        -> [Win]
    {
        let whole = try minorUnits(pot, plan, context)
        let weights = entrants.map { (key: $0.contender.key, weight: max($0.score, .zero)) }
        guard whole > 0 else { return entrants.map { _ in Win(prize: .value(0), remark: .emptyPot) } }
        guard weights.contains(where: { $0.weight > .zero }) else {
            return entrants.map { _ in Win(prize: .value(0), remark: .potNotDivided) }
        }
        return try attempt { () throws(QuantityError) in
            let parts = try Split.largestRemainder(whole, weights: weights)
            let total = try weights.map(\.weight).total()
            return try zip(parts, weights).map { part, entrant throws(QuantityError) in
                Win(prize: .value(part), remark: .share(try entrant.weight.divided(by: total)))
            }
        }
    }

    private func own(_ goal: Checked<Measure>, _ prize: Int64, _ entrant: Entrant, _ unit: MetricUnit) -> Win {
        switch evaluator.number(goal, in: entrant.contender.context) {
        case .value(let goal):
            let isReached = entrant.score >= goal
            return Win(
                prize: .value(isReached ? prize : 0), remark: isReached ? .reached(goal, unit) : .missed(goal, unit),
                goal: goal)
        case .notComputable(let reason): return Win(prize: .notComputable(reason), remark: .noGoal)
        }
    }

    // MARK: Explanation

    /// The pot or the steps, the standings from the best, and who is not among them.
    func explain(
        _ contest: Contest, _ field: Field, _ won: [Win], in context: EvaluationContext, _ trace: Trace
    ) {
        let unit = explainer.unit(of: contest.score)
        switch contest.form {
        case .ranking: break
        case .pot(let pot): trace.add(explainer.formula(pot, .pot, money, in: context))
        case .goal(let prize, _): trace.add(explainer.formula(prize, .prize, money, in: context))
        case .steps(let steps):
            for step in steps {
                trace.add(explainer.formula(step.prize, .prize(from: step.from, unit), money, in: context))
            }
        }
        let standings = zip(field.entrants, won).sorted { left, right in
            left.0.score == right.0.score
                ? left.0.contender.key < right.0.contender.key : left.0.score > right.0.score
        }
        trace.add(
            Explanation(
                .standings, formula: LocalizedText(model.text(of: contest.score)),
                children: standings.map { standing($0, $1, unit) }))
        if !field.open.isEmpty {
            let open = field.open.sorted { $0.contender.key < $1.contender.key }
            trace.add(
                Explanation(
                    .open,
                    children: open.map { Explanation(LocalizedText($0.contender.key.id), .missing($0.reason)) }))
        }
        guard !field.outside.isEmpty else { return }
        let outside = field.outside.map(\.key).sorted().map(\.id).joined(separator: ", ")
        trace.add(Explanation(.outside, note: LocalizedText(outside)))
    }

    private func standing(_ entrant: Entrant, _ win: Win, _ unit: MetricUnit) -> Explanation {
        let place = win.place.map { "\($0). " } ?? ""
        let amount = win.prize.value.map {
            ExactMoney(Money(minorUnits: $0, currency: model.currency).amount, model.currency)
        }
        return Explanation(
            LocalizedText(place + entrant.contender.key.id), .figure(entrant.score, unit),
            note: amount.map { LocalizedText(en: "wins \($0)", ru: "приз \($0)") },
            children: win.goal.map { [Explanation(.goal, .figure($0, unit))] } ?? [])
    }

    /// How a unit's prize was divided.
    func explain(
        _ parts: [Int64], _ entrant: Entrant, _ divided: Checked<Measure>?, _ weights: [FixedDecimal],
        _ trace: Trace
    ) {
        let unit = divided.map { explainer.unit(of: $0) } ?? MetricUnit(.plain)
        let lines = zip(entrant.contender.members, zip(parts, weights)).map { member, part in
            let amount = Money(minorUnits: part.0, currency: model.currency).amount
            let weight = UnitFigure(part.1, unit)
            return Explanation(
                LocalizedText(member.key.id), .figure(amount, money),
                note: divided == nil ? nil : LocalizedText(en: "weight \(weight)", ru: "вес \(weight)"))
        }
        trace.add(
            Explanation(
                .dividedIn(entrant.contender.key.id), formula: divided.map { LocalizedText(model.text(of: $0)) },
                children: lines))
    }
}

extension Remark {
    static let potNotDivided = Remark(
        "pot-not-divided", en: "nobody has a share in the pot; it is not divided",
        ru: "доли ни у кого нет; призовой фонд не делится")

    fileprivate static let emptyPot = Remark(
        "empty-pot", en: "there is nothing in the pot", ru: "призовой фонд пуст")

    fileprivate static func place(_ place: Int, of count: Int) -> Remark {
        Remark(
            "place", ["place": .count(place), "of": .count(count)], en: "place \(place) of \(count)",
            ru: "место \(place) из \(count)")
    }

    fileprivate static func step(_ from: FixedDecimal, _ unit: MetricUnit) -> Remark {
        Remark(
            "step-reached", ["from": .figure(from, unit)], en: "reached the step of \(UnitFigure(from, unit))",
            ru: "достигнута ступень \(UnitFigure(from, unit))")
    }

    fileprivate static func belowFirstStep(_ from: FixedDecimal, _ unit: MetricUnit) -> Remark {
        Remark(
            "below-first-step", ["from": .figure(from, unit)],
            en: "below the first step of \(UnitFigure(from, unit))",
            ru: "ниже первой ступени \(UnitFigure(from, unit))")
    }

    fileprivate static func share(_ share: FixedDecimal) -> Remark {
        let percent = Percentage(share)
        return Remark(
            "share-of-pot", ["share": .figure(share, unit: "percent")], en: "\(percent) of the pot",
            ru: "\(percent) призового фонда")
    }

    fileprivate static func reached(_ goal: FixedDecimal, _ unit: MetricUnit) -> Remark {
        Remark(
            "goal-reached", ["goal": .figure(goal, unit)], en: "reached his goal of \(UnitFigure(goal, unit))",
            ru: "достиг своей цели \(UnitFigure(goal, unit))")
    }

    fileprivate static func missed(_ goal: FixedDecimal, _ unit: MetricUnit) -> Remark {
        Remark(
            "goal-missed", ["goal": .figure(goal, unit)], en: "below his goal of \(UnitFigure(goal, unit))",
            ru: "ниже своей цели \(UnitFigure(goal, unit))")
    }

    fileprivate static let noGoal = Remark("no-goal", en: "his goal is not known", ru: "его цель неизвестна")
}

extension LocalizedText {
    fileprivate static let standings = LocalizedText(en: "standings", ru: "места")
    fileprivate static let outside = LocalizedText(en: "do not take part", ru: "не участвуют")
    fileprivate static let open = LocalizedText(en: "without a value", ru: "без значения")
    fileprivate static let pot = LocalizedText(en: "pot", ru: "призовой фонд")
    fileprivate static let prize = LocalizedText(en: "prize", ru: "приз")
    fileprivate static let goal = LocalizedText(en: "his goal", ru: "его цель")

    fileprivate static func prize(from score: FixedDecimal, _ unit: MetricUnit) -> LocalizedText {
        LocalizedText(
            en: "prize from \(UnitFigure(score, unit))", ru: "приз от \(UnitFigure(score, unit))")
    }

    fileprivate static func dividedIn(_ unit: String) -> LocalizedText {
        LocalizedText(en: "divided in \(unit)", ru: "деление в \(unit)")
    }
}
