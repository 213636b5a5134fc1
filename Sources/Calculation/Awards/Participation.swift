internal import Company
public import Periods
public import Quantities

/// The days of a period on which a plan pays a person.
public struct Participation: Hashable, Sendable {
    /// The person's number.
    public var person: Int32
    /// The period.
    public var period: Period
    /// The days, half-open; without a gap.
    public var days: DayRange
    /// Σ days × share of full time.
    var workedDays: FixedDecimal
    /// The days of the whole period, counted as the plan counts them.
    var periodDays: Int
    /// Whether events without a day count with it: the last participation of everything recorded, of a plan without an end on both sides.
    var holdsUndated = false

    /// Share of full time × share of the period's days, a plain number: 1 for a whole period at full time.
    public var timeShare: FixedDecimal {
        (try? workedDays.divided(by: FixedDecimal(periodDays))) ?? .zero
    }

    /// Whether it is the whole period at full time; never where the period has no day that the plan counts.
    var isWhole: Bool { periodDays > 0 && workedDays == FixedDecimal(periodDays) }

    /// An amount for the whole period at full time in proportion to the time worked.
    func scaling(_ amount: FixedDecimal) throws(QuantityError) -> FixedDecimal {
        try Self.scaling(amount, over: [self])
    }

    /// An amount for the whole period at full time in proportion to the time worked in some participations of it; nothing in a period
    /// without a day that the plan counts.
    ///
    /// Multiplied first and divided once, so that an exact half kopeck stays one: 1 500.075 × 10 / 30 = 500.025.
    public static func scaling(
        _ amount: FixedDecimal, over participations: [Participation]
    ) throws(QuantityError) -> FixedDecimal {
        guard let days = participations.first?.periodDays, days > 0 else { return .zero }
        return try amount.multiplied(by: participations.map(\.workedDays).total(), dividedBy: FixedDecimal(days))
    }
}

/// Finds whom a plan pays for a period, and for which days.
struct ParticipationFinder {
    let model: CompanyModel

    /// The participations of some people, or of all.
    func participations(of plan: Plan, in period: Period, people: Range<Int>? = nil) -> [Participation] {
        guard let inForce = plan.validity.intersection(period.range) else { return [] }
        var participations: [Participation] = []
        for person in people ?? 0..<model.people.count {
            participations += self.participations(of: plan, person: Int32(person), in: period, inForce)
        }
        return participations
    }

    func participations(of plan: Plan, person: Int32, in period: Period, _ inForce: DayRange) -> [Participation] {
        let held = model.organisation.assignments(of: person, in: inForce).filter {
            plan.audience.admits($0.assignment, model.organisation)
        }
        guard !held.isEmpty else { return [] }
        if period == .all { return participationsOfEverything(plan, person, held) }
        return Membership.union(held.map(\.days)).compactMap { days in
            guard let (worked, of) = worked(held.filter { days.contains($0.days) }, plan, period) else { return nil }
            return Participation(person: person, period: period, days: days, workedDays: worked, periodDays: of)
        }
    }

    /// The participations of everything recorded. It has no length, so the share of time is the average share over a participation's days.
    private func participationsOfEverything(
        _ plan: Plan, _ person: Int32, _ held: [(assignment: Assignment, days: DayRange)]
    ) -> [Participation] {
        let runs = Membership.union(held.map(\.days))
        return runs.compactMap { days in
            let own = held.filter { days.contains($0.days) }
            guard let (worked, of) = averageShare(own, plan) else { return nil }
            return Participation(
                person: person, period: .all, days: days, workedDays: worked, periodDays: of,
                holdsUndated: plan.validity == .always && days == runs.last)
        }
    }

    /// Σ share × days, and the days; of shares that differ over those days on which something is recorded, since a run that
    /// goes on has no last day.
    private func averageShare(
        _ held: [(assignment: Assignment, days: DayRange)], _ plan: Plan
    ) -> (days: FixedDecimal, of: Int)? {
        let days = Membership.union(held.map(\.days))
        let isOneAtATime = days.reduce(0) { $0 + $1.count } == held.reduce(0) { $0 + $1.days.count }
        guard let first = held.first, let last = held.last else { return nil }
        if isOneAtATime, held.allSatisfy({ $0.assignment.share == first.assignment.share }) {
            return (first.assignment.share, 1)
        }
        guard let recorded = Run(model, NoEvents()).recordedDays,
            let span = DayRange(from: first.days.from, clampingUntil: held.map(\.days.until).max() ?? last.days.until)
                .intersection(recorded)
        else { return (last.assignment.share, 1) }
        var worked = FixedDecimal.zero
        for (assignment, days) in held {
            let part = Proration.share(of: days, in: span, by: plan.proration, model.workingCalendar) ?? (0, 0)
            guard let scaled = try? assignment.share.multiplied(by: FixedDecimal(part.days)),
                let sum = try? worked.adding(scaled)
            else { return nil }
            worked = sum
        }
        return (worked, Proration.share(of: span, in: span, by: plan.proration, model.workingCalendar)?.of ?? 0)
    }

    /// The unbroken run of days on a plan, inside a range, that holds a day.
    func run(of plan: Plan, person: Int32, holding day: CivilDay, in range: DayRange) -> DayRange? {
        runs(of: plan, person: person, in: range).first { $0.contains(day) }
    }

    /// From a person's first day on a plan to his last, inside a range.
    func days(of plan: Plan, person: Int32, in range: DayRange) -> DayRange? {
        let runs = runs(of: plan, person: person, in: range)
        guard let first = runs.first, let last = runs.last else { return nil }
        return DayRange(from: first.from, clampingUntil: last.until)
    }

    private func runs(of plan: Plan, person: Int32, in range: DayRange) -> [DayRange] {
        guard let inForce = plan.validity.intersection(range) else { return [] }
        let held = model.organisation.assignments(of: person, in: inForce).filter {
            plan.audience.admits($0.assignment, model.organisation)
        }
        return Membership.union(held.map(\.days))
    }

    /// Σ share of time × days, and the days of the whole period; both are 0 in a period without a day that the plan counts,
    /// in which people take part all the same.
    private func worked(
        _ held: [(assignment: Assignment, days: DayRange)], _ plan: Plan, _ period: Period
    ) -> (days: FixedDecimal, of: Int)? {
        var worked = FixedDecimal.zero
        var of = 0
        for (assignment, days) in held {
            let part =
                Proration.share(of: days, in: period.range, by: plan.proration, model.workingCalendar)
                ?? (days: 0, of: 0)
            guard let scaled = try? assignment.share.multiplied(by: FixedDecimal(part.days)),
                let sum = try? worked.adding(scaled)
            else { return nil }
            worked = sum
            of = part.of
        }
        return (worked, of)
    }
}
