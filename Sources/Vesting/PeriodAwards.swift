public import Calculation
public import Company
public import Ledger
public import Messages
public import Periods
internal import Quantities

/// What the plans of a pay period award, and where each award should stand at the end of the same or a later pay period.
public struct PeriodAwards: Sendable {
    /// The pay period whose plans they are: every plan with a period that ends in it.
    public var period: Period
    /// The lines of the run.
    public var lines: [AwardLine]
    /// Where each award should stand.
    public var standings: [Obligation: TargetBalance]
    /// Awards of which something has no value, with the reason; that part stands at nothing.
    public var withoutValue: [Obligation: Reason]
    /// What plans with a draw earned, and the terms of the draw.
    public var draws: [DrawPeriod] = []
    /// Awards that are held because what would free them has no value, and draws of which something has none, with the reason.
    public var undecided: [Obligation: Reason] = [:]
    /// Awards with a tranche that is due and waits on because what decides it has no value, with the reason.
    public var undecidedTranches: [Obligation: Reason] = [:]
}

/// Says where awards should stand at the end of a pay period.
public struct VestingCalculator: Sendable {
    let run: Run
    let known: Run
    private let end: CivilDay

    /// Makes a calculator.
    ///
    /// - Parameters:
    ///   - run: The company with its events, under the rules in force for the periods that are asked for.
    ///   - known: The same company as it was known when `end` began (``Company/CompanyModel/known(before:)``); it decides what is free.
    ///   - end: The first day after the pay period in which is posted.
    public init(_ run: Run, known: Run, end: CivilDay) {
        self.run = run
        self.known = known
        self.end = end
    }

    var model: CompanyModel { run.model }

    /// Whether anything in a company's plans depends on what is known by a day.
    public static func asksWhatIsKnown(_ model: CompanyModel) -> Bool {
        model.plans.contains { plan in
            plan.components.contains { component in
                switch component.payout {
                case .hold(.share), .hold(.condition): true
                case .hold, nil: false
                case .deferral(let deferral): deferral.tranches.contains { $0.condition != nil || $0.pays != nil }
                }
            }
        }
    }

    /// The awards of a pay period.
    ///
    /// - Throws: ``QuantityError/overflow(_:)`` when a person's lines of a component do not fit together.
    public func awards(of period: Period, threads: Int) async throws -> PeriodAwards {
        let lines = await run.lines(run.tasks(in: period.range), threads: threads)
        var awards = PeriodAwards(period: period, lines: lines, standings: [:], withoutValue: [:])
        let evaluator = MeasureEvaluator(known.model, known.source)
        for group in groups(lines) { try add(group, to: &awards, evaluator) }
        awards.draws = try draws(lines, awards.standings, MeasureEvaluator(model, run.source))
        for draw in awards.draws { awards.undecided[draw.obligation] = draw.missing }
        return awards
    }

    /// The lines of one person, component and period: one for each unbroken run of days.
    func groups(_ lines: [AwardLine]) -> [[AwardLine]] {
        struct Key: Hashable {
            let person: Int32
            let plan: Int
            let component: Int
            let period: Period
        }
        var order: [Key] = []
        var groups: [Key: [AwardLine]] = [:]
        for line in lines {
            let key = Key(
                person: line.participation.person, plan: line.plan, component: line.component,
                period: line.participation.period)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(line)
        }
        return order.compactMap { groups[$0] }
    }

    func add(
        _ lines: [AwardLine], to awards: inout PeriodAwards, _ evaluator: MeasureEvaluator
    ) throws(QuantityError) {
        guard let first = lines.first else { return }
        let plan = model.plans[first.plan]
        let obligation = obligation(of: first)
        var earned: Int64 = 0
        for line in lines {
            switch line.amount {
            case .value(let money):
                earned = try earned.plus(money.minorUnits)
            case .notComputable(let reason): awards.withoutValue[obligation] = reason
            }
        }
        let context = context(of: lines, plan)
        switch plan.line(first.component).payout {
        case nil: awards.standings[obligation] = TargetBalance(earned: earned)
        case .hold(let hold):
            let free = freeShare(hold, context, evaluator)
            if earned > 0, let reason = free.reason { awards.undecided[obligation] = reason }
            // What cannot be computed frees nothing.
            awards.standings[obligation] = try TargetBalance(holding: earned, free: free.value ?? .zero)
        case .deferral(let deferral):
            let tranches = deferral.tranches.map { state(of: $0, deferral.leaver, context, evaluator) }
            awards.standings[obligation] = try TargetBalance(deferring: earned, tranches)
            if earned > 0 { awards.undecidedTranches[obligation] = tranches.lazy.compactMap(\.reason).first }
        }
    }

    /// The award that a line is a part of.
    func obligation(of line: AwardLine) -> Obligation {
        let plan = model.plans[line.plan]
        return Obligation(
            person: model.people.id(line.participation.person),
            .award(
                plan: plan.name, component: plan.line(line.component).name,
                period: line.participation.period.description))
    }

    func context(of lines: [AwardLine], _ plan: Plan) -> EvaluationContext {
        let participations = lines.map(\.participation)
        let from = participations.map(\.days.from).min() ?? .earliest
        let until = participations.map(\.days.until).max() ?? .latest
        var context = EvaluationContext(
            .person(participations[0].person), days: DayRange(from: from, clampingUntil: until),
            period: participations[0].period,
            audience: plan.audience)
        context.dayCount = plan.proration
        return context
    }

    // MARK: Holds

    private func freeShare(_ hold: Hold, _ context: EvaluationContext, _ evaluator: MeasureEvaluator) -> Outcome<
        FixedDecimal
    > {
        switch hold {
        case .share(let formula): evaluator.number(formula, in: context)
        case .condition(let condition): evaluator.flag(condition, in: context).map { $0 ? .one : .zero }
        case .time(let step): .value(hasPassed(step, after: context.period) ? .one : .zero)
        case .day(let day): .value(day < end ? .one : .zero)
        }
    }

    /// Whether so much time lies between the end of a period and the end of the pay period.
    private func hasPassed(_ step: TimeStep, after period: Period) -> Bool {
        period.range.until.adding(step).map { $0 <= end } ?? false
    }

    // MARK: Deferrals

    private func state(
        of tranche: Deferral.Tranche, _ rule: LeaverRule, _ context: EvaluationContext, _ evaluator: MeasureEvaluator
    ) -> TrancheState {
        guard let after = tranche.after else { return TrancheState(share: tranche.share, .due(.one)) }
        guard let due = context.period.range.until.adding(after) else {
            return TrancheState(share: tranche.share, .waiting)
        }
        if rule != .keep, let left = leavingDay(context.subject), left < due, left < end {
            return TrancheState(share: tranche.share, rule == .pay ? .due(.one) : .lost)
        }
        guard due <= end else { return TrancheState(share: tranche.share, .waiting) }
        return TrancheState(share: tranche.share, outcome(of: tranche, due, context, evaluator))
    }

    /// The first day on which a person has no assignment any more; `nil` when there is no such day.
    private func leavingDay(_ subject: Subject) -> CivilDay? {
        guard case .person(let person) = subject else { return nil }
        let held = model.organisation.byPerson[Int(person)]
        let last = held.map { model.organisation.assignments[$0].validity.until }.max()
        return last == .latest ? nil : last
    }

    /// What decides a tranche is looked at in the plan's period of the day before it is due, once that period has ended. Until
    /// it can be computed the tranche waits.
    private func outcome(
        of tranche: Deferral.Tranche, _ due: CivilDay, _ context: EvaluationContext, _ evaluator: MeasureEvaluator
    ) -> TrancheState.Outcome {
        if tranche.condition == nil, tranche.pays == nil { return .due(.one) }
        guard let day = due.adding(days: -1),
            let period = known.model.calendar.period(context.period.kind, containing: day), period.range.until <= end
        else { return .waiting }
        var later = EvaluationContext(context.subject, period)
        later.dayCount = context.dayCount
        if let condition = tranche.condition {
            switch evaluator.flag(condition, in: later) {
            case .value(true): break
            case .value(false): return .due(.zero)
            case .notComputable(let reason): return .undecided(reason)
            }
        }
        guard let pays = tranche.pays else { return .due(.one) }
        switch evaluator.number(pays, in: later) {
        case .value(let share): return .due(share)
        case .notComputable(let reason): return .undecided(reason)
        }
    }
}

extension TrancheState {
    /// Why what decides it has no value.
    fileprivate var reason: Reason? {
        switch outcome {
        case .undecided(let reason): reason
        case .waiting, .lost, .due: nil
        }
    }
}
