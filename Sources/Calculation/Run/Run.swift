public import Company
public import Periods

/// Calculates what plans pay for periods.
///
/// A run is a function of the company and the periods: the same inputs give the same lines in the same order.
public struct Run: Sendable {
    /// The company.
    public let model: CompanyModel
    /// What answers figures out of events.
    public let source: any AggregateSource
    /// How much may be calculated; `nil` for a company's own text.
    public let budget: WorkBudget?

    /// Makes a run over a company's events.
    public init(_ model: CompanyModel, _ source: any AggregateSource, budget: WorkBudget? = nil) {
        self.budget = budget
        self.model = model
        self.source = source
    }

    /// One plan for one of its periods.
    public struct Task: Hashable, Sendable {
        /// The plan's number.
        public var plan: Int
        /// The period.
        public var period: Period

        /// Names a task.
        public init(plan: Int, period: Period) {
            self.plan = plan
            self.period = period
        }

        /// In the order of their ends; of those that end together, the shorter ones first: the year comes after its quarters.
        fileprivate var place: (CivilDay, Int64, Int) {
            (period.range.until, -Int64(period.range.from.number), plan)
        }
    }

    /// The periods of a report's plan that end within a range, in order.
    func tasks(in range: DayRange, of report: Report) -> [Task] {
        tasks(in: range, report: report).filter { $0.plan == report.plan }
    }

    /// The periods of all plans that end within a range: a month's run pays the quarter that ends with it.
    ///
    /// A plan over everything (`period: all`) belongs only to a range that is everything. The periods of everything are those from
    /// the first to the last recorded day, whatever records it, without the decades between them in which nothing was.
    public func tasks(in range: DayRange) -> [Task] { tasks(in: range, recorded: nil) }

    /// - Parameters:
    ///   - recorded: The days of events, when they are known already.
    ///   - report: A report whose columns are calculated too.
    func tasks(in range: DayRange, recorded: RecordedDays? = nil, report: Report? = nil) -> [Task] {
        let span = range == .always ? recordedSpan(recorded ?? RecordedDays(model), report) : range
        let stretches = range == .always ? span.flatMap { self.stretches(in: $0, report) } : nil
        return model.plans.indices.flatMap { plan -> [Task] in
            let kind = model.plans[plan].period
            if kind == .all { return range == .always ? [Task(plan: plan, period: .all)] : [] }
            guard let span else { return [] }
            return model.calendar.periods(kind, in: span).filter { period in
                let endsInside =
                    range == .always || (period.range.until > span.from && period.range.until <= span.until)
                return endsInside && period.range.overlaps(model.plans[plan].validity)
                    && stretches?.touch(period.range) ?? true
            }.map { Task(plan: plan, period: $0) }
        }.sorted { $0.place < $1.place }
    }

    /// The award lines of a task, by person and component.
    public func lines(_ task: Task) -> [AwardLine] {
        PlanColumns(self, [task])?.lines([task])?.first
            ?? lines(task, MeasureEvaluator(model, source, budget: budget))
    }

    /// The lines of some people, or of all; those of a shared component cannot be computed apart.
    func lines(_ task: Task, _ evaluator: MeasureEvaluator, people: Range<Int>? = nil) -> [AwardLine] {
        lines([task], evaluator, people: people).flatMap { $0 }
    }

    /// The lines of tasks of one plan, task by task; what later periods need of earlier ones is computed once.
    func lines(_ tasks: [Task], _ evaluator: MeasureEvaluator, people: Range<Int>? = nil) -> [[AwardLine]] {
        guard let first = tasks.first else { return [] }
        let pay = PlanPay(first.plan, evaluator, people: people)
        return tasks.map { task in pay.lines(of: pay.participations(in: task.period)).flatMap { $0 } }
    }
}

extension Run {
    /// Which of a person's periods on a plan a participation is in, from 1; `nil` for all time.
    public func tenure(of participation: Participation, _ plan: Plan) -> Int? {
        AwardCalculator(MeasureEvaluator(model, source)).tenure(of: participation, plan)
    }
}
