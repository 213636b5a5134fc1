internal import Company
internal import Periods

/// Where a total is measured that runs over a longer period than a plan pays for.
///
/// What a period pays is the price of the total now less the price of the total before, and the total before is measured
/// exactly where the period before measured its total now: so what the periods pay sums to the price of the whole.
struct RunningTotal {
    /// From the first day of the person's unbroken run inside the longer period to the last day of his participation.
    var now: EvaluationContext
    /// The same up to the day before his participation; `nil` when the participation begins the run.
    var before: EvaluationContext?
    /// The whole run inside the longer period, by which its target is measured.
    var whole: EvaluationContext
}

extension AwardCalculator {
    /// The running total that a participation belongs to. A plan's own test is one period with nothing before it.
    func runningTotal(over kind: PeriodKind, _ plan: Plan, _ participation: Participation) -> RunningTotal {
        let own = context(participation, plan)
        guard evaluator.given == nil, kind > participation.period.kind,
            let longer = longerPeriod(kind, participation.period),
            let run = ParticipationFinder(model: model).run(
                of: plan, person: participation.person, holding: participation.days.from, in: span(of: longer, plan))
        else { return RunningTotal(now: own, before: nil, whole: own) }
        let start = longer == .all ? nil : longer.range.from
        var now = own.with(
            days: DayRange(from: run.from, clampingUntil: participation.days.until), period: participation.period)
        now.start = start
        let whole = own.with(days: run.intersection(longer.range) ?? run, period: longer)
        guard run.from < participation.days.from, let last = participation.days.from.adding(days: -1),
            let previous = model.calendar.period(plan.period, containing: last)
        else { return RunningTotal(now: now, before: nil, whole: whole) }
        var before = own.with(
            days: DayRange(from: run.from, clampingUntil: participation.days.from), period: previous)
        before.start = start
        return RunningTotal(now: now, before: before, whole: whole)
    }

    /// The longer period that a period belongs to: the one in which it ends.
    func longerPeriod(_ kind: PeriodKind, _ period: Period) -> Period? {
        period.range.until.adding(days: -1).flatMap { model.calendar.period(kind, containing: $0) }
    }

    /// The days of a plan's periods that end in a longer period: a week that begins in one quarter and ends in the next
    /// belongs to the next as a whole.
    func span(of longer: Period, _ plan: Plan) -> DayRange {
        guard longer != .all, let first = model.calendar.period(plan.period, containing: longer.range.from) else {
            return longer.range
        }
        return DayRange(from: first.range.from, clampingUntil: longer.range.until)
    }
}
