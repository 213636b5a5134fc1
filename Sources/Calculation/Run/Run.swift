public import Company
internal import Formulas
public import Periods
internal import Quantities

/// Calculates what plans pay for periods.
///
/// A run is a function of the company and the periods: the same inputs give the same lines in the same order.
public struct Run: Sendable {
    /// The company.
    public let model: CompanyModel
    /// What answers figures out of events.
    public let source: any AggregateSource

    /// Makes a run over a company's events.
    public init(_ model: CompanyModel, _ source: any AggregateSource) {
        self.model = model
        self.source = source
    }

    /// One plan for one of its periods.
    public struct Task: Hashable, Sendable {
        /// The plan's number.
        public var plan: Int
        /// The period.
        public var period: Period
    }

    /// The periods of all plans that end within a range: a month's run pays the quarter that ends with it.
    ///
    /// A plan over everything (`period: all`) belongs only to a range that is everything.
    public func tasks(in range: DayRange) -> [Task] {
        let span = range == .always ? recordedDays : range
        return model.plans.indices.flatMap { plan -> [Task] in
            let kind = model.plans[plan].period
            if kind == .all { return range == .always ? [Task(plan: plan, period: .all)] : [] }
            guard let span else { return [] }
            return model.calendar.periods(kind, in: span).filter { period in
                let endsInside =
                    range == .always || (period.range.until > span.from && period.range.until <= span.until)
                return endsInside && period.range.overlaps(model.plans[plan].validity)
            }.map { Task(plan: plan, period: $0) }
        }.sorted { ($0.period.range.until, $0.plan) < ($1.period.range.until, $1.plan) }
    }

    /// From the first event, reward or assessed goal to the last.
    public var recordedDays: DayRange? {
        var first = Int32.max
        var last = Int32.min
        for (kind, table) in zip(model.eventKinds, model.events) {
            guard case .day(let days) = table.columns[kind.dateField] else { continue }
            for day in days where day != EventColumn.emptyDay {
                first = min(first, day)
                last = max(last, day)
            }
        }
        for reward in model.spotRewards {
            first = min(first, reward.given.day.number)
            last = max(last, reward.given.day.number)
        }
        // Goals for times to come are no reason to calculate them.
        for (key, goals) in model.goals.values where goals.contains(where: { $0.assessment != nil }) {
            first = min(first, key.period.range.from.number)
            last = max(last, key.period.range.until.number - 1)
        }
        return first <= last ? DayRange(from: CivilDay(number: first), through: CivilDay(number: last)) : nil
    }

    /// The award lines of a task, by person and component.
    public func lines(_ task: Task) -> [AwardLine] {
        let evaluator = MeasureEvaluator(model, source)
        return lines(task, evaluator)
    }

    /// The lines of some people, or of all; those of a shared component cannot be computed apart.
    func lines(_ task: Task, _ evaluator: MeasureEvaluator, people: Range<Int>? = nil) -> [AwardLine] {
        let plan = model.plans[task.plan]
        let calculator = AwardCalculator(evaluator)
        let stints = Participation(model: model).stints(of: plan, in: task.period, people: people)
        var byStint = stints.map { _ in [AwardLine]() }
        for (index, component) in plan.components.enumerated() {
            let awards = awards(component, plan, stints, calculator)
            for (stint, award) in awards.enumerated() {
                byStint[stint].append(line(task.plan, index, stints[stint], award, plan))
            }
        }
        if let cap = plan.cap {
            for own in Dictionary(grouping: stints.indices, by: { stints[$0].person }).values {
                limit(&byStint, own, cap, plan, calculator)
            }
        }
        return byStint.flatMap { $0 }
    }

    private func awards(
        _ component: Component, _ plan: Plan, _ stints: [Stint], _ calculator: AwardCalculator
    ) -> [RawAward] {
        guard component.isShared else { return stints.map { calculator.award(component, plan, $0) } }
        var awards = stints.map { _ in RawAward(.notComputable(.noUnit)) }
        let numbers = Dictionary(stints.enumerated().map { ($1, $0) }) { first, _ in first }
        for members in calculator.groups(component, plan, stints) {
            for (stint, award) in zip(members.stints, calculator.awards(component, plan, members)) {
                if let number = numbers[stint] { awards[number] = award }
            }
        }
        return awards
    }

    private func line(_ plan: Int, _ component: Int, _ stint: Stint, _ award: RawAward, _ definition: Plan) -> AwardLine
    {
        let amount = award.amount.then { value throws(QuantityError) in
            try Money(payLine: value, in: model.currency, definition.rounding)
        }
        return AwardLine(plan: plan, component: component, stint: stint, amount: amount, remarks: award.remarks)
    }

    /// Cuts what is above the plan's cap for a person, from the last component backwards, over all his stints.
    private func limit(
        _ lines: inout [[AwardLine]], _ stints: [Int], _ cap: Checked<Measure>, _ plan: Plan,
        _ calculator: AwardCalculator
    ) {
        let places = plan.components.indices.flatMap { component in
            stints.map { (stint: $0, component: component) }
        }
        guard let frame = calculator.frame(stints.compactMap { lines[$0].first?.stint }, plan) else { return }
        let limit = calculator.evaluator.number(cap, in: frame).then { limit throws(QuantityError) in
            try Money(payLine: limit, in: model.currency, plan.rounding)
        }
        guard case .value(let most) = limit else {
            for (stint, component) in places where lines[stint][component].amount.value != nil {
                lines[stint][component].amount = limit
            }
            return
        }
        let cuts = PlanCap.cuts(places.map { lines[$0.stint][$0.component].amount }, most: most)
        for ((stint, component), cut) in zip(places, cuts) where cut > 0 {
            guard case .value(let amount) = lines[stint][component].amount else { continue }
            lines[stint][component].amount = .value(
                Money(minorUnits: amount.minorUnits - cut, currency: model.currency))
            lines[stint][component].remarks.append(.cappedByPlan(cut, model.currency))
        }
    }
}
