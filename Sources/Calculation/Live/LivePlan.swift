internal import Company
internal import Formulas
internal import Messages
internal import Periods

/// A plan with all its periods, and which of them a change of an event concerns.
final class LivePlan {
    let blocks: PlanBlocks
    let report: Report?
    let tasks: [Run.Task]
    private(set) var periods: [LivePeriod]
    /// By figure: where it is used, and which days count there for each period.
    private let uses: [[Use]]
    /// The same of targets, entered values and assignments.
    private let recordedUses: [FigureUse.Figure: [Use]]

    private struct Use {
        let people: FigureUse.People
        /// The place of the gate in ``gates``; `nil` when the figure enters directly.
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
        let gates = LiveGates(reach.uses, blocks.model)
        periods = tasks.map { LivePeriod(blocks, $0.period, report, gates) }
        let byFigure = Dictionary(grouping: reach.uses, by: \.figure).mapValues { uses in
            Self.merged(
                uses.map { use in
                    Use(
                        people: use.people, gate: use.gate.flatMap(gates.place), part: 1 << UInt64(use.part),
                        days: Self.days(use.windows, tasks, blocks))
                })
        }
        uses = blocks.model.aggregates.indices.map { byFigure[.events($0)] ?? [] }
        recordedUses = byFigure
    }

    /// What the plan pays for a period.
    func period(_ period: Period) -> LivePeriod? {
        // By the ends of the periods, as tasks are.
        var (low, high) = (0, tasks.count)
        while low < high {
            let middle = (low + high) / 2
            if tasks[middle].period.range.until < period.range.until { low = middle + 1 } else { high = middle }
        }
        return low < tasks.count && tasks[low].period == period ? periods[low] : nil
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
            var context: EvaluationContext? = EvaluationContext(.company, task.period)
            for window in windows { context = context.flatMap { blocks.blocks.evaluator.context(window, from: $0) } }
            return context?.days
        }
    }

    /// Computes what is marked anew; gives the awards that are different now.
    ///
    /// - Parameter isRecorded: Whether targets or entered values have changed.
    func recompute(isRecorded: Bool = false) -> [LiveRun.MovedAwards] {
        blocks.calculator.forgetAwards()
        var moved: [LiveRun.MovedAwards] = []
        for (task, period) in zip(tasks, periods) where period.isMarked {
            for (component, people) in period.recompute(isRecorded).enumerated() where !people.isEmpty {
                moved.append(
                    LiveRun.MovedAwards(
                        plan: blocks.number, period: task.period, component: component, people: people))
            }
        }
        return moved
    }

    /// Marks whose rows of which period are to be computed anew, with the parts of each.
    func mark(_ touched: LiveEvents.Touched, aggregates: [Int]) {
        for aggregate in aggregates {
            let days = touched.days[blocks.model.aggregates[aggregate].date]
            for use in uses[aggregate] {
                for (number, range) in use.days.enumerated() {
                    guard let range, days.lie(in: range) else { continue }
                    mark(use, touched.person, range, periods[number])
                }
            }
        }
    }

    /// Marks the members of a period whose figures a person's lines enter.
    private func mark(_ use: Use, _ person: Int32?, _ days: DayRange, _ period: LivePeriod) {
        switch use.people {
        case .own: if let person { period.mark(person, use.part, behind: use.gate) }
        case .below:
            for head in person.map({ blocks.model.organisation.heads(above: $0, [days]) }) ?? [] {
                period.mark(head, use.part, behind: use.gate)
            }
        case .unit, .company, .everybody: period.markEverybody(use.part, behind: use.gate)
        case .fund, .planFund: period.markFunds(use.part)
        }
    }

    /// Marks the rows that a changed target or entered value concerns.
    func mark(_ change: RecordedChange) {
        let figure: FigureUse.Figure =
            change.table == .targets ? .target(change.metric) : .entered(change.metric)
        for use in recordedUses[figure] ?? [] {
            for (number, days) in use.days.enumerated() {
                guard let days, change.concerns(days) else { continue }
                mark(use, change.subject, days, periods[number])
            }
        }
    }

    /// Marks the members of a period whose figures a recorded value enters.
    private func mark(_ use: Use, _ subject: RecordedSubject, _ days: DayRange, _ period: LivePeriod) {
        switch (subject, use.people) {
        case (.person(let person), _): mark(use, person, days, period)
        // A unit's value is never taken for a person's.
        case (.unit, .own), (.unit, .below): return
        case (_, .fund), (_, .planFund): period.markFunds(use.part)
        case (.unit, .unit), (.unit, .company), (.unit, .everybody), (.everybody, .own), (.everybody, .below),
            (.everybody, .unit), (.everybody, .company), (.everybody, .everybody):
            period.markEverybody(use.part, behind: use.gate)
        }
    }

    // MARK: Assignments

    /// Marks the rows that changed assignments concern, and puts people where they belong now.
    func mark(_ moves: [AssignmentMove]) {
        for move in moves {
            for (task, period) in zip(tasks, periods) where move.concerns(task.period.range) {
                period.move(move.person)
            }
        }
        for use in recordedUses[.assignments] ?? [] {
            for (number, days) in use.days.enumerated() {
                guard let days else { continue }
                for move in moves where move.concerns(days) { mark(use, move, periods[number]) }
            }
        }
        for use in recordedUses[.allAssignments] ?? [] {
            for period in periods {
                for move in moves { mark(use, move, period) }
            }
        }
    }

    /// Marks the members of a period whose figures a person's assignments enter.
    private func mark(_ use: Use, _ move: AssignmentMove, _ period: LivePeriod) {
        switch use.people {
        case .own: period.mark(move.person, use.part, behind: use.gate)
        case .below: if move.movesLines { period.mark(move.heads, use.part, behind: use.gate) }
        case .unit: period.mark(move.colleagues, use.part, behind: use.gate)
        case .fund: if !move.colleagues.isEmpty { period.markFunds(use.part) }
        case .planFund: period.markFunds(use.part)
        case .everybody: period.markShared(use.part)
        case .company: return
        }
    }
}
