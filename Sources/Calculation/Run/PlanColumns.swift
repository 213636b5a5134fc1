internal import Company
internal import Periods

/// The plans of some tasks that are computed in columns of people, with who is on them; prepared once for all their periods.
struct PlanColumns: Sendable {
    private let engine: LineEngine
    private let rosters: [Int: PlanRoster]

    /// `nil` when figures come from somewhere else than columns.
    init?(_ run: Run, _ tasks: [Run.Task]) {
        guard let engine = run.source as? LineEngine else { return nil }
        self.engine = engine
        let model = run.model
        let plans = Set(tasks.map(\.plan)).filter { PlanBlocks.canCompute(model.plans[$0], model) }
        let ranks = plans.isEmpty ? [] : model.people.ranks
        rosters = Dictionary(
            plans.map { ($0, PlanRoster(model.plans[$0], model, ranksOfPeople: ranks)) }, uniquingKeysWith: { $1 })
    }

    /// Whether a task is computed here, all its people together.
    func compute(_ task: Run.Task) -> Bool { rosters[task.plan] != nil }

    /// The lines of tasks of one plan, task by task, each by person and component; `nil` when they are computed line by line.
    func lines(_ tasks: [Run.Task]) -> [[AwardLine]]? {
        guard let plan = tasks.first?.plan, let roster = rosters[plan] else { return nil }
        let blocks = PlanBlocks(plan, BlockEvaluator(engine), roster)
        return tasks.map { blocks.lines($0.period) }
    }
}

extension PlanBlocks {
    /// The award lines of a period in the order of ``PlanPay``: by person and day, and of a participation by component.
    func lines(_ period: Period) -> [AwardLine] {
        lines(pay(members(period)), period)
    }
}
