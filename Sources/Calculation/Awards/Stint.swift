internal import Company
public import Periods
public import Quantities

/// The days of a period on which a plan pays a person.
public struct Stint: Hashable, Sendable {
    /// The person's number.
    public var person: Int32
    /// The period.
    public var period: Period
    /// The days, half-open; without a gap.
    public var days: DayRange
    /// Share of full time × share of the period's days, a plain number: 1 for a whole period at full time.
    public var timeShare: FixedDecimal
}

/// Finds whom a plan pays for a period, and for which days.
struct Participation {
    let model: CompanyModel

    /// The stints of some people, or of all.
    func stints(of plan: Plan, in period: Period, people: Range<Int>? = nil) -> [Stint] {
        guard let inForce = plan.validity.intersection(period.range) else { return [] }
        var stints: [Stint] = []
        for person in people ?? 0..<model.people.count {
            stints += self.stints(of: plan, person: Int32(person), in: period, inForce)
        }
        return stints
    }

    func stints(of plan: Plan, person: Int32, in period: Period, _ inForce: DayRange) -> [Stint] {
        let held = model.organisation.assignments(of: person, in: inForce).filter {
            plan.audience.admits($0.assignment, model.organisation)
        }
        guard !held.isEmpty else { return [] }
        if period == .all {
            return [Stint(person: person, period: period, days: .always, timeShare: .one)]
        }
        return Membership.union(held.map(\.days)).compactMap { days in
            guard let share = timeShare(held.filter { days.contains($0.days) }, plan, period) else { return nil }
            return Stint(person: person, period: period, days: days, timeShare: share)
        }
    }

    /// Σ share of time × days ÷ the days of the period.
    private func timeShare(
        _ held: [(assignment: Assignment, days: DayRange)], _ plan: Plan, _ period: Period
    ) -> FixedDecimal? {
        var worked = FixedDecimal.zero
        for (assignment, days) in held {
            guard
                let part = Proration.share(of: days, in: period.range, by: plan.proration, model.workingCalendar),
                let scaled = try? assignment.share.multiplied(
                    by: FixedDecimal(part.days), dividedBy: FixedDecimal(part.of)),
                let sum = try? worked.adding(scaled)
            else { return nil }
            worked = sum
        }
        return worked
    }
}
