public import Company
public import Periods

/// Where a formula is evaluated: whose figure, on which days, as part of which period.
public struct EvaluationContext: Hashable, Sendable {
    /// Whose figure.
    public var subject: Subject
    /// The days that count, half-open; a part of the period when the person was there only for a part.
    public var days: DayRange
    /// The period that windows count from.
    public var period: Period
    /// The positions, units and people whose assignments count for personal fields.
    public var audience: Eligibility?

    /// A context for a whole period.
    public init(_ subject: Subject, _ period: Period) {
        self.init(subject, days: period.range, period: period, audience: nil)
    }

    /// A context for some days of a period.
    public init(_ subject: Subject, days: DayRange, period: Period, audience: Eligibility? = nil) {
        self.subject = subject
        self.days = days
        self.period = period
        self.audience = audience
    }

    /// By which days a part of a period counts.
    public var dayCount = DayCount.calendar

    /// How much of his targets counts for a person who is new on a plan; only for the period itself.
    var ramp: RampStep?

    /// The number of the period in the person's unbroken run on a plan, from 1; `nil` outside a plan.
    var tenure: Int?

    /// The stretches of the days that count for the figures of a person who left and came back; `nil` when all of them do.
    var stretches: [DayRange]?

    /// Whether events without a day count too: in the context of a person for everything recorded.
    var countsUndated = false

    /// The subject's days in the period that is asked about, where a window looks at others: at their end a person's unit is
    /// found; `nil` for ``days``.
    var ownDays: DayRange?

    /// The first day of a longer period that a total runs over; `nil` for that of the period.
    var start: CivilDay?

    /// The first day of all that is asked about, whenever the subject came: what is dated has its value of this day.
    var firstDay: CivilDay { start ?? wholeDays.from }

    /// Whether the days are the whole period.
    var isWhole: Bool { days == period.range }

    func with(subject: Subject) -> EvaluationContext {
        var context = self
        context.subject = subject
        context.stretches = nil
        context.ramp = nil
        context.tenure = nil
        return context
    }

    func with(days: DayRange, period: Period) -> EvaluationContext {
        var context = self
        context.days = days
        context.period = period
        context.ramp = nil
        context.countsUndated = false
        context.stretches = nil
        context.start = nil
        return context
    }

    /// The context of a window over other days.
    func looking(at days: DayRange, _ period: Period) -> EvaluationContext {
        var context = with(days: days, period: period)
        context.ownDays = ownDays ?? self.days
        return context
    }
}

extension DayRange {
    /// Whether it has a first and a last day, so that the periods in it can be gone through.
    var isBounded: Bool { from != .earliest && until != .latest }
}
