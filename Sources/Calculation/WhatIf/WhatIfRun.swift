public import Company
public import Periods

/// Calculates a company as it is and as it is supposed to be, for the same periods.
public struct WhatIfRun: Sendable {
    private let now: CompanyModel
    private let then: CompanyModel

    /// Makes a run over both.
    ///
    /// - Parameters:
    ///   - now: The company as it is.
    ///   - then: The company as it is supposed to be; see ``Scenario``.
    public init(now: CompanyModel, then: CompanyModel) {
        self.now = now
        self.then = then
    }

    /// Whether plans have no period on either side because nothing is recorded that would say which.
    public var hasNoPeriods: Bool {
        [now, then].contains { !$0.plans.isEmpty }
            && [now, then].allSatisfy { Run($0, EventEngine(lazily: $0)).tasks(in: .always).isEmpty }
    }

    /// What both pay for the periods that end within a range.
    ///
    /// Over everything the periods are those with events on either side: a deal in a month without one must not seem to
    /// bring what the month pays without it.
    public func comparison(in range: DayRange, threads: Int = 2) async -> PayComparison {
        let nowRun = Run(now, await EventEngine.laidOut(now, threads: threads))
        let thenRun = Run(then, await EventEngine.laidOut(then, threads: threads))
        let tasks = (nowRun.tasks(in: range), thenRun.tasks(in: range))
        let nowLines = await nowRun.lines(nowRun.joined(tasks.0, tasks.1, of: then), threads: threads)
        let thenLines = await thenRun.lines(thenRun.joined(tasks.1, tasks.0, of: now), threads: threads)
        return PayComparison(now: (now, nowLines), then: (then, thenLines))
    }
}

extension Run {
    /// The tasks, and those that another company has with plans of the same name and kind of period.
    fileprivate func joined(_ own: [Task], _ others: [Task], of other: CompanyModel) -> [Task] {
        let known = Set(own)
        let more = others.compactMap { task -> Task? in
            let plan = other.plans[task.plan]
            guard
                let number = model.plans.firstIndex(where: { $0.name == plan.name && $0.period == plan.period }),
                task.period == .all || task.period.range.overlaps(model.plans[number].validity)
            else { return nil }
            let same = Task(plan: number, period: task.period)
            return known.contains(same) ? nil : same
        }
        return (own + more).sorted { ($0.period.range.until, $0.plan) < ($1.period.range.until, $1.plan) }
    }
}
