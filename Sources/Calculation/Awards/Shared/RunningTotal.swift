internal import Company
internal import Periods

/// Where a total is measured that runs over a longer period than a plan pays for.
///
/// What a period pays is the price of the total now less the price of the total before, and the total before is measured
/// exactly where the period before measured its total now: so what the periods pay sums to the price of the whole.
struct RunningTotal {
    /// From the first day of the person's unbroken run inside the longer period to the last day of his stint.
    var now: Frame
    /// The same up to the day before his stint; `nil` when the stint begins the run.
    var before: Frame?
    /// The whole run inside the longer period, by which its target is measured.
    var whole: Frame
}

extension AwardCalculator {
    /// The running total that a stint belongs to. A plan's own test is one period with nothing before it.
    func runningTotal(over kind: PeriodKind, _ plan: Plan, _ stint: Stint) -> RunningTotal {
        let own = frame(stint, plan)
        guard evaluator.given == nil, kind > stint.period.kind, let longer = longerPeriod(kind, stint.period),
            let run = Participation(model: model).run(
                of: plan, person: stint.person, holding: stint.days.from, in: span(of: longer, plan))
        else { return RunningTotal(now: own, before: nil, whole: own) }
        let start = longer == .all ? nil : longer.range.from
        var now = own.with(
            days: DayRange(from: run.from, clampingUntil: stint.days.until), period: stint.period)
        now.start = start
        let whole = own.with(days: run.intersection(longer.range) ?? run, period: longer)
        guard run.from < stint.days.from, let last = stint.days.from.adding(days: -1),
            let previous = model.calendar.period(plan.period, containing: last)
        else { return RunningTotal(now: now, before: nil, whole: whole) }
        var before = own.with(
            days: DayRange(from: run.from, clampingUntil: stint.days.from), period: previous)
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
