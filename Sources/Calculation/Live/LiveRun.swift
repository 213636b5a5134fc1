public import Company
internal import Formulas
internal import Messages
public import Periods
internal import Quantities

/// A calculation that follows changes: after each one it holds what a calculation of everything would give.
///
/// A changed event moves the figures of the people who are credited with it, the sums of their heads, the periods whose
/// windows see its day and the pools in which a weight has changed; a changed target or entered value the rows whose formulas
/// name it; a changed assignment the person's rows, those of his heads and units, and what is shared with him. Nothing else is
/// computed. Not for several threads at once.
public final class LiveRun {
    /// The company as it was read; ``changes``, ``recordedChanges`` and ``assignmentChanges`` stand beside it.
    public let model: CompanyModel
    private let engine: LineEngine
    private let blocks: BlockEvaluator
    let events: LiveEvents
    private(set) var plans: [LivePlan] = []
    /// Every change of a target or an entered value so far, in their order.
    public private(set) var recordedChanges: [RecordedChange] = []
    /// The last change of every assignment that was changed, by its number.
    public private(set) var assignmentChanges: [AssignmentChange] = []
    /// The company with these changes; for plans that are computed as a whole.
    private var changedModel: CompanyModel
    /// Plans that are computed as a whole.
    private var wholePlans: [WholePlan] = []
    /// What is computed: each plan for each of its periods, in the order of a run.
    public let tasks: [Run.Task]
    /// From the first to the last recorded day, where these say which periods there are; `nil` when a range does.
    private let span: DayRange?
    /// By event kind the figures of events that nobody is credited with.
    private let figuresOfNobody: [[Int]]
    /// By figure the fields of its events that decide it.
    private let fieldsOfFigures: [EventFields]

    /// Computes every plan for the periods that end within a range.
    ///
    /// - Parameter report: A report whose figures follow the changes too.
    public init(_ engine: LineEngine, in range: DayRange = .always, report: Report? = nil) {
        // Changes write to figures; those of an engine that was handed out stay as they were computed.
        let engine = engine.owned
        self.engine = engine
        model = engine.model
        changedModel = engine.model
        events = LiveEvents(engine)
        fieldsOfFigures = model.aggregates.map { [model] in EventFields(of: $0, model) }
        figuresOfNobody = model.events.indices.map { [model] event in
            model.aggregates.indices.filter {
                model.aggregates[$0].event == event && model.aggregates[$0].credit == .nobody
            }
        }
        let blocks = BlockEvaluator(engine)
        blocks.evaluator.recordedChanges = RecordedChanges()
        self.blocks = blocks
        let ranks = model.people.ranks
        tasks = Run(model, engine).tasks(in: range)
        let none = DayRange(from: CivilDay(number: 0), clampingUntil: CivilDay(number: 0))
        span = range == .always ? Run(model, engine).recordedSpan(engine.layout.recorded) ?? none : nil
        for (number, plan) in model.plans.enumerated() {
            let own = tasks.filter { $0.plan == number }
            guard !own.isEmpty else { continue }
            guard PlanBlocks.canCompute(plan, model), plan.components.count < LivePeriod.mostParts else {
                wholePlans.append(WholePlan(number, own, model, engine))
                continue
            }
            let roster = PlanRoster(plan, model, ranksOfPeople: ranks)
            plans.append(
                LivePlan(PlanBlocks(number, blocks, roster), own, report?.plan == number ? report : nil))
        }
    }

    /// The awards of a component for a period that a change has moved.
    public struct MovedAwards: Hashable, Sendable {
        /// The plan's number.
        public var plan: Int
        /// The period.
        public var period: Period
        /// The number of the component.
        public var component: Int
        /// Whose awards are different now.
        public var people: [Int32]
    }

    /// What an event is now; `nil` when it is cancelled or was never there.
    public func version(_ event: Int, row: Int) -> EventVersion? { events.version(event, row) }

    /// The row for an event of a kind that is added.
    public func nextRow(of event: Int) -> Int {
        max(model.events[event].rowCount, (changes.last { $0.event == event }?.row ?? -1) + 1)
    }

    /// Every change so far, by kind and row.
    public var changes: [EventChange] { events.changes }

    /// Follows a change of an event; gives the awards that are different now.
    ///
    /// What other events take from it, such as a payment the amount or the shares of its sale, changes with it.
    ///
    /// - Throws: ``CannotFollow`` when everything has to be computed anew; nothing has changed then.
    @discardableResult
    public func apply(_ change: EventChange) throws(CannotFollow) -> [MovedAwards] {
        try apply(change, takesBack: false)
    }

    /// - Parameter takesBack: Whether the event is again what it was before the change last followed, when its days are known to fit.
    func apply(_ change: EventChange, takesBack: Bool) throws(CannotFollow) -> [MovedAwards] {
        let touched = try events.apply(change, takesBack: takesBack)
        for touched in touched {
            guard let person = touched.person else { continue }
            blocks.people.figuresChanged(of: person) { key in
                let figure = model.aggregates[key.aggregate]
                return figure.event == touched.event && touched.days[figure.date].lie(in: key.days)
            }
        }
        var moved = recomputeWholePlans()
        for plan in plans {
            for touched in touched { plan.mark(touched, aggregates: aggregates(touched)) }
            moved += plan.recompute()
        }
        return moved
    }

    func recomputeWholePlans() -> [MovedAwards] {
        wholePlans.indices.flatMap { wholePlans[$0].recompute(changedModel, engine) }
    }

    // MARK: Targets and entered values

    var evaluator: MeasureEvaluator { blocks.evaluator }

    /// Whether no plan that could be computed in columns is computed as a whole: columns do not follow recorded values.
    var canRecompute: Bool { !wholePlans.contains { PlanBlocks.canCompute(model.plans[$0.number], model) } }

    /// Whether there are other periods with a changed entered value: it may be the first or the last that is recorded.
    func movesPeriods(_ change: RecordedChange) -> Bool {
        guard let span, change.table == .entered, change.period.range != .always else { return false }
        let days = change.period.range
        if days.from > span.from, days.until < span.until { return false }
        let changed = model.changed(by: recordedChanges + [change])
        return Run(changed, engine).tasks(in: .always, recorded: engine.layout.recorded) != tasks
    }

    /// The value of a target or an entered value as it is now.
    func recordedValue(_ change: RecordedChange) -> FixedDecimal? {
        if let last = recordedChanges.last(where: { $0.table == change.table && $0.key == change.key }) {
            return last.value
        }
        switch change.table {
        case .targets: return model.targets.own(change.key.metric, change.key.subject, change.key.period)?.value
        case .entered: return model.entered.own(change.key.metric, change.key.subject, change.key.period)?.value
        }
    }

    /// Keeps a change among those so far.
    func recorded(_ change: RecordedChange) {
        recordedChanges.append(change)
        if !wholePlans.isEmpty { changedModel = changedModel.changed(by: [change]) }
    }

    /// Forgets changes that were made and taken back.
    func forgetRecorded(_ count: Int) { recordedChanges.removeLast(count) }

    // MARK: Assignments

    /// Keeps changes among those so far, and goes on with the company after them.
    func follow(_ changes: [AssignmentChange], _ changed: CompanyModel) {
        var last = Dictionary(assignmentChanges.map { ($0.number, $0) }) { first, _ in first }
        for change in changes { last[change.number] = change }
        assignmentChanges = last.values.sorted { $0.number < $1.number }
        changedModel.organisation = changed.organisation
        changedModel.assignmentColumns = changed.assignmentColumns
        blocks.people.follow(changed)
    }

    func reportingChanged(on days: [DayRange]) { blocks.people.reportingChanged(on: days) }

    // MARK: Events

    /// The figures that the lines of a pass enter, those of nobody's events when there is no pass; of them those that look
    /// at what has changed.
    private func aggregates(_ touched: LiveEvents.Touched) -> [Int] {
        (touched.pass.map { engine.layout.aggregates[$0] } ?? figuresOfNobody[touched.event]).filter {
            !fieldsOfFigures[$0].isDisjoint(with: touched.fields)
        }
    }

    /// The lines of everybody, in the order of a run's tasks.
    public var lines: [AwardLine] { tasks.flatMap(lines) }

    /// The lines of a task.
    public func lines(of task: Run.Task) -> [AwardLine] {
        if let plan = plans.first(where: { $0.blocks.number == task.plan }) {
            return plan.period(task.period)?.lines ?? []
        }
        return wholePlans.first { $0.number == task.plan }?.lines[task] ?? []
    }

    /// The lines of some people of a task; of each by his days, and of each participation by component.
    ///
    /// - Parameter people: By rising number.
    public func lines(of task: Run.Task, _ people: [Int32]) -> [[AwardLine]] {
        if let plan = plans.first(where: { $0.blocks.number == task.plan }) {
            guard let period = plan.period(task.period) else { return people.map { _ in [] } }
            return people.map { period.lines(of: $0) }
        }
        let all = wholePlans.first { $0.number == task.plan }?.lines[task] ?? []
        let wanted = Set(people)
        let own = Dictionary(grouping: all.lazy.filter { wanted.contains($0.participation.person) }) {
            $0.participation.person
        }
        return people.map { own[$0] ?? [] }
    }
}
