public import Company
public import Formulas
public import Messages
internal import Periods
public import Quantities

/// Evaluates metrics and plan formulas for a subject and a period.
///
/// It keeps the groups it has worked out, so one is made for each thread and thrown away after a run.
public final class MeasureEvaluator {
    /// The company.
    @exclusivity(unchecked) public private(set) var model: CompanyModel
    let source: any AggregateSource
    /// Figures given by a test, by their text; when there are any, nothing else is looked up.
    let given: [String: FixedDecimal]?
    /// What follows from the formulas of the metrics.
    let facts: MetricFacts
    /// For each metric, whether it adds up over time.
    var isAdditive: [Bool] { facts.isAdditive }
    /// For each metric, whether the figures of people make that of their group.
    var addsUpOverPeople: [Bool] { facts.addsUpOverPeople }
    /// For periods of which kinds there are targets and entered values, as the company was read.
    let recordedKinds: (targets: RecordedKinds, entered: RecordedKinds)
    /// Targets and entered values that are not as the company was read.
    var recordedChanges: RecordedChanges?
    private var groups: [GroupKey: [GroupPart]] = [:]

    private struct GroupKey: Hashable {
        let subject: Subject
        let days: DayRange
    }

    /// What metrics made of metrics gave in a context while one figure is computed: a chain may ask for the same one again and
    /// again.
    @exclusivity(unchecked) private var remembered: [MetricInFrame: Outcome<FixedDecimal>] = [:]
    /// How many questions are open: one inside the other.
    @exclusivity(unchecked) private var openQuestions = 0

    /// A metric in a context; whose assignments count and by which days is the same inside one question.
    private struct MetricInFrame: Hashable {
        let metric: Int
        let context: EvaluationContext

        init(_ metric: Int, _ context: EvaluationContext) {
            self.metric = metric
            var context = context
            context.audience = nil
            self.context = context
        }
    }

    /// How much may be calculated; `nil` for a company's own text.
    private let budget: WorkBudget?

    /// Makes an evaluator over a company's events.
    public init(
        _ model: CompanyModel, _ source: any AggregateSource, given: [String: FixedDecimal]? = nil,
        budget: WorkBudget? = nil
    ) {
        self.budget = budget
        self.model = model
        self.source = source
        self.given = given
        facts = MetricFacts(model)
        recordedKinds = (model.targets.kinds, model.entered.kinds)
    }

    /// Goes on with the company after other assignments.
    func follow(_ changed: CompanyModel) {
        model = changed
        groups.removeAll()
    }

    /// What a formula gives.
    public func evaluate(
        _ formula: Checked<Measure>, in context: EvaluationContext, variables: [Variable: FixedDecimal] = [:]
    ) -> Outcome<FormulaValue> {
        guard budget?.afford(formula) ?? true else { return .notComputable(.tooMuchWork) }
        openQuestions += 1
        defer { closeQuestion() }
        return formula.evaluate { value(of: $0, in: context, variables) }
    }

    /// The number a formula gives.
    public func number(
        _ formula: Checked<Measure>, in context: EvaluationContext, variables: [Variable: FixedDecimal] = [:]
    ) -> Outcome<FixedDecimal> {
        guard budget?.afford(formula) ?? true else { return .notComputable(.tooMuchWork) }
        openQuestions += 1
        defer { closeQuestion() }
        return formula.evaluateNumber { value(of: $0, in: context, variables) }
    }

    /// The answer a condition gives.
    public func flag(_ formula: Checked<Measure>, in context: EvaluationContext) -> Outcome<Bool> {
        guard budget?.afford(formula) ?? true else { return .notComputable(.tooMuchWork) }
        openQuestions += 1
        defer { closeQuestion() }
        return formula.evaluateFlag { value(of: $0, in: context, [:]) }
    }

    private func closeQuestion() {
        openQuestions -= 1
        if openQuestions == 0, !remembered.isEmpty { remembered.removeAll(keepingCapacity: true) }
    }

    /// The value of a metric.
    public func metric(_ number: Int, in context: EvaluationContext) -> Outcome<FixedDecimal> {
        guard facts.isMadeOfMetrics[number] else { return computed(number, in: context) }
        openQuestions += 1
        defer { closeQuestion() }
        // From the bottom up, so that a high tower of metrics needs no deep stack.
        for other in facts.below[number] ?? [] { _ = remember(other, in: context) }
        return remember(number, in: context)
    }

    private func remember(_ number: Int, in context: EvaluationContext) -> Outcome<FixedDecimal> {
        let key = MetricInFrame(number, context)
        if let known = remembered[key] { return known }
        let outcome = computed(number, in: context)
        remembered[key] = outcome
        return outcome
    }

    private func computed(_ number: Int, in context: EvaluationContext) -> Outcome<FixedDecimal> {
        if let given {
            if let value = given[model.metrics[number].name] { return .value(value) }
            // A test that does not give a calculated metric may still give everything it is made of.
            guard case .formula(let formula) = model.metrics[number].source, !formula.touchesEvents else {
                return .notComputable(.notGiven(model.metrics[number].name))
            }
            return self.number(formula, in: context)
        }
        switch model.metrics[number].source {
        case .formula(let formula): return self.number(formula, in: context)
        case .entered: return entered(number, in: context)
        }
    }

    func value(of measure: Measure, in context: EvaluationContext, _ variables: [Variable: FixedDecimal]) -> Outcome<
        FormulaValue
    > {
        if let given, let value = given[model.text(of: measure)] { return .value(.number(value)) }
        switch measure {
        case .metric(let number): return metric(number, in: context).map { .number($0) }
        case .variable(let variable):
            return variables[variable].map { .value(.number($0)) } ?? .notComputable(.notGiven(variable.rawValue))
        case .days, .workingDays:
            // Everything recorded has no first day, or no last, to count from or to.
            guard context.days.isBounded else { return .notComputable(.endless) }
            let days = measure == .days ? context.days.count : model.workingCalendar.workingDays(in: context.days)
            return .value(.number(FixedDecimal(days)))
        case .parameter(let number): return parameter(number, in: context)
        case .aggregate, .target, .window, .subject, .person:
            return given == nil ? recorded(measure, in: context) : .notComputable(.notGiven(model.text(of: measure)))
        }
    }

    /// What a test has to give, and otherwise events and records say.
    private func recorded(_ measure: Measure, in context: EvaluationContext) -> Outcome<FormulaValue> {
        switch measure {
        case .aggregate(let number): return aggregate(number, in: context).map { .number($0) }
        case .target(let metric): return target(metric, in: context).map { .number($0) }
        case .window(let window, let inner): return self.window(window, inner, in: context).map { .number($0) }
        case .subject(let scope, let inner): return self.subject(scope, inner, in: context)
        case .person(let field): return person(field, in: context)
        case .metric, .variable, .days, .workingDays, .parameter: return .notComputable(.empty)
        }
    }

    /// The value in force when the period begins: what is paid for is known before it is worked for. Everything has no
    /// beginning: there the last value counts.
    private func parameter(_ number: Int, in context: EvaluationContext) -> Outcome<FormulaValue> {
        let parameter = model.parameters[number]
        let first = context.period == .all ? context.days.until.adding(days: -1) ?? .latest : context.firstDay
        if let value = parameter.values.value(on: first) { return .value(.number(value)) }
        return .notComputable(
            Reason(
                "no-parameter", ["parameter": .name(parameter.name), "day": .name(first.description)],
                LocalizedText(
                    en: "'\(parameter.name)' has no value on \(first)",
                    ru: "у «\(parameter.name)» нет значения на \(first)")))
    }

    private func aggregate(_ number: Int, in context: EvaluationContext) -> Outcome<FixedDecimal> {
        if context.subject == .company {
            return source.figureOfCompany(number, in: context.days, countsUndated: context.countsUndated)
        }
        if model.aggregates[number].credit == .nobody { return .notComputable(.creditedToNobody) }
        return source.figure(number, of: parts(in: context), in: context.days)
    }

    // MARK: Groups

    /// The people of a context's subject with the days on which they belonged to it. Events without a day are in the figures of
    /// a person, in no group's.
    func parts(in context: EvaluationContext) -> [GroupPart] {
        if case .person(let person) = context.subject {
            let stretches = context.stretches ?? [context.days]
            return stretches.map { days in
                GroupPart(
                    person: person, days: days, countsUndated: context.countsUndated && days == stretches.last)
            }
        }
        return parts(of: context.subject, in: context.days)
    }

    /// The people of a subject with the days on which they belonged to it.
    func parts(of subject: Subject, in days: DayRange) -> [GroupPart] {
        if case .person(let person) = subject { return [GroupPart(person: person, days: days)] }
        let key = GroupKey(subject: subject, days: days)
        if let known = groups[key] { return known }
        let parts = Membership(model).parts(of: subject, in: days)
        groups[key] = parts
        return parts
    }

    private func subject(_ scope: SubjectScope, _ inner: Checked<Measure>, in context: EvaluationContext) -> Outcome<
        FormulaValue
    > {
        guard let subject = resolve(scope, in: context) else { return .notComputable(.noUnit) }
        return evaluate(inner, in: context.with(subject: subject))
    }

    /// The group that a scope means, seen from a subject.
    func resolve(_ scope: SubjectScope, in context: EvaluationContext) -> Subject? {
        switch (scope, context.subject) {
        case (.company, _): return .company
        case (.rollup, .person(let person)): return .rollup(person)
        case (.unit, .person(let person)), (.unit, .rollup(let person)):
            // The unit at the end of his days: who moved is measured with those he is with now, also in what was before.
            var own = context
            own.days = context.ownDays ?? context.days
            return assignments(of: person, in: own).last.map { .unit($0.assignment.unit) }
        case (.rollup, let subject), (.unit, let subject): return subject
        }
    }

    func assignments(of person: Int32, in context: EvaluationContext) -> [(assignment: Assignment, days: DayRange)] {
        let all = model.organisation.assignments(of: person, in: context.days)
        guard let audience = context.audience else { return all }
        return all.filter { audience.admits($0.assignment, model.organisation) }
    }
}
