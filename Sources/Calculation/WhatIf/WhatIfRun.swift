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
        let sides = ComparedRuns(
            now: Run(now, await EventEngine.laidOut(now, threads: threads)),
            then: Run(then, await EventEngine.laidOut(then, threads: threads)))
        return await sides.comparison(in: range, threads: threads)
    }
}

/// A company as it is and as it is supposed to be, both laid out, so that one period after the other can be compared.
public struct ComparedRuns: Sendable {
    /// The company as it is.
    public let now: Run
    /// The company as it is supposed to be.
    public let then: Run

    /// Both sides.
    public init(now: Run, then: Run) {
        self.now = now
        self.then = then
    }

    /// What both pay for the periods that end within a range.
    public func comparison(in range: DayRange, threads: Int = 2) async -> PayComparison {
        let tasks = (now.tasks(in: range), then.tasks(in: range))
        let nowLines = await now.lines(now.joined(tasks.0, tasks.1, of: then.model), threads: threads)
        let thenLines = await then.lines(then.joined(tasks.1, tasks.0, of: now.model), threads: threads)
        return PayComparison(now: (now.model, nowLines), then: (then.model, thenLines))
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
