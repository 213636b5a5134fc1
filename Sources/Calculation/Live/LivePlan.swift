internal import Company
internal import Formulas
internal import Periods

/// A plan with all its periods, and which of them a change of an event concerns.
final class LivePlan {
    let blocks: PlanBlocks
    let report: Report?
    let tasks: [Run.Task]
    private(set) var periods: [LivePeriod]
    /// By figure: where it is used, and which days count there for each period.
    private let uses: [Int: [Use]]

    private struct Use {
        let people: FigureUse.People
        let gate: Int?
        let part: UInt64
        /// By period; `nil` where the calendar has no such days.
        let days: [DayRange?]
    }

    init(_ blocks: PlanBlocks, _ tasks: [Run.Task], _ report: Report?) {
        self.blocks = blocks
        self.tasks = tasks
        self.report = report
        let reach = FormulaReach(blocks.plan, report, blocks.model)
        let gates = Set(reach.uses.compactMap(\.gate)).sorted()
        periods = tasks.map { LivePeriod(blocks, $0.period, report, gates: gates) }
        uses = Dictionary(grouping: reach.uses, by: \.aggregate).mapValues { uses in
            Self.merged(
                uses.map { use in
                    Use(
                        people: use.people, gate: use.gate, part: 1 << UInt64(use.part),
                        days: Self.days(use.windows, tasks, blocks))
                })
        }
    }

    /// Uses over the same people and days as one.
    private static func merged(_ uses: [Use]) -> [Use] {
        var merged: [Use] = []
        for use in uses {
            if let same = merged.firstIndex(where: {
                $0.people == use.people && $0.gate == use.gate && $0.days == use.days
            }) {
                merged[same] = Use(
                    people: use.people, gate: use.gate, part: merged[same].part | use.part, days: use.days)
            } else {
                merged.append(use)
            }
        }
        return merged
    }

    /// The days that count in each period, seen through windows.
    private static func days(_ windows: [Window], _ tasks: [Run.Task], _ blocks: PlanBlocks) -> [DayRange?] {
        tasks.map { task in
            var frame: Frame? = Frame(.company, task.period)
            for window in windows { frame = frame.flatMap { blocks.blocks.evaluator.frame(window, from: $0) } }
            return frame?.days
        }
    }

    /// Whose rows of which period are to be computed anew, with the parts of each.
    func concerned(by touched: LiveEvents.Touched, aggregates: [Int], into rows: inout [Int: [Int32: LivePeriod.Parts]])
    {
        for aggregate in aggregates {
            guard let uses = uses[aggregate] else { continue }
            let days = touched.days[blocks.model.aggregates[aggregate].date] ?? []
            for use in uses {
                for (period, range) in use.days.enumerated() {
                    guard let range, days.contains(where: { range.holds($0) }) else { continue }
                    for person in people(use.people, touched.person, range, period) {
                        rows[period, default: [:]][person, default: LivePeriod.Parts()].add(use.part, behind: use.gate)
                    }
                }
            }
        }
    }

    /// The members of a period whose figures a person's lines enter.
    private func people(
        _ people: FigureUse.People, _ person: Int32?, _ days: DayRange, _ period: Int
    ) -> [Int32] {
        switch people {
        case .own: return person.map { [$0] } ?? []
        case .below: return person.map { heads(above: $0, days) } ?? []
        case .unit, .company:
            let members = periods[period].members
            return members.people + members.others.map(\.person)
        }
    }

    /// A person and everybody above him on some of the days.
    private func heads(above person: Int32, _ days: DayRange) -> [Int32] {
        var found = [person]
        var next = 0
        while next < found.count {
            for held in blocks.model.organisation.assignments(of: found[next], in: days) {
                if let manager = held.assignment.manager, !found.contains(manager) { found.append(manager) }
            }
            next += 1
        }
        return found
    }
}
