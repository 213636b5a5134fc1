public import Company
internal import Formulas
internal import Messages
public import Periods
internal import Quantities

/// Explains awards and figures of a person by computing them again with a trace open.
public struct AwardExplainer {
    private let run: Run
    private let evaluator: MeasureEvaluator
    /// One for all awards: what it has computed of earlier periods it remembers.
    private let calculator: AwardCalculator

    /// Makes an explainer over a company's events.
    ///
    /// - Parameter eventLimit: How many events are listed under a figure.
    public init(_ model: CompanyModel, _ source: any AggregateSource, eventLimit: Int = 10) {
        run = Run(model, source)
        evaluator = MeasureEvaluator(model, source)
        self.eventLimit = eventLimit
        calculator = AwardCalculator(evaluator)
        calculator.explainer.eventLimit = eventLimit
    }

    private let eventLimit: Int
    var model: CompanyModel { run.model }

    /// The events that count in a figure.
    func events(_ figure: Int, in context: EvaluationContext) -> [CreditedEvent] {
        evaluator.source.events(figure, of: evaluator.parts(in: context))
    }

    /// Whether plans have no period because nothing is recorded that would say which.
    public var hasNoPeriods: Bool { !model.plans.isEmpty && run.tasks(in: .always).isEmpty }

    /// Every award of a person that a range of days pays, each with its way down to the events.
    ///
    /// - Parameter component: Only the component of this name.
    public func awards(of person: Int32, in range: DayRange, component: String? = nil) -> [Explanation] {
        lines(of: person, in: range, component: component).map(explanation)
    }

    /// The award lines of a person that a range of days pays.
    ///
    /// - Parameter component: Only those of the component of this name.
    public func lines(of person: Int32, in range: DayRange, component: String? = nil) -> [AwardLine] {
        // One for all periods of a plan: what earlier periods paid is computed once.
        var pays: [Int: PlanPay] = [:]
        return run.tasks(in: range).flatMap { task -> [AwardLine] in
            let pay = pays[task.plan] ?? self.pay(task.plan, of: person)
            pays[task.plan] = pay
            return pay.lines(of: pay.participations(in: task.period)).joined().filter { line in
                line.participation.person == person
                    && (component == nil || model.plans[line.plan].line(line.component).name == component)
            }
        }
    }

    /// What a plan pays a person; the others on it are calculated only where a component is shared with them.
    private func pay(_ plan: Int, of person: Int32) -> PlanPay {
        let isShared = model.plans[plan].components.contains(where: \.isShared)
        return PlanPay(plan, evaluator, people: isShared ? nil : Int(person)..<Int(person) + 1)
    }

    /// An award with its way down to the events.
    public func explanation(of line: AwardLine) -> Explanation {
        let plan = model.plans[line.plan]
        let task = Run.Task(plan: line.plan, period: line.participation.period)
        let title = plan.line(line.component).title
        let trace = Trace()
        if line.component < plan.components.count {
            explain(plan.components[line.component], plan, line.participation, trace)
        } else {
            let pay = pay(line.plan, of: line.participation.person)
            pay.calculator.explainer.eventLimit = eventLimit
            pay.explainGuarantee(of: line.participation, trace)
        }
        let part =
            line.participation.days == task.period.range || task.period == .all
            ? LocalizedText("")
            : LocalizedText(en: " (\(line.participation.days))", ru: " (\(line.participation.days))")
        return Explanation(
            LocalizedText(
                en: "\(task.period)\(part) · \(plan.title.en) · \(title.en)",
                ru: "\(task.period)\(part) · \(plan.title.ru) · \(title.ru)"),
            line.amount.map(\.amount), MetricUnit(.money(model.currency)), note: Self.note(line.remarks),
            children: trace.steps)
    }

    private func explain(_ component: Component, _ plan: Plan, _ participation: Participation, _ trace: Trace) {
        guard component.isShared else {
            _ = calculator.award(component, plan, participation, trace)
            return
        }
        let participations = ParticipationFinder(model: model).participations(of: plan, in: participation.period)
        if let members = calculator.groups(component, plan, participations).first(where: {
            $0.participations.contains(participation)
        }) {
            _ = calculator.awards(component, plan, members, trace)
        }
    }

    private static func note(_ remarks: [Remark]) -> LocalizedText? {
        guard !remarks.isEmpty else { return nil }
        return remarks.map(\.text).joined(separator: "; ")
    }

    /// Why a person has no award in a range: the plans and the rule by which each does not pay him.
    ///
    /// - Parameter component: Only the plans that have a component of this name.
    public func whyNothing(_ person: Int32, in range: DayRange, component: String? = nil) -> Explanation {
        let tasks = run.tasks(in: range)
        let held = model.organisation.assignments(of: person, in: range)
        guard !held.isEmpty else {
            return Explanation(
                LocalizedText(
                    en: "\(model.people.title(person).en) holds no assignment\(range.suffix(" in "))",
                    ru: "\(model.people.title(person).ru): нет назначения\(range.suffix(" на "))"))
        }
        let asked = model.plans.filter { component.map($0.line(named:)) != .some(nil) }
        let plans = asked.map { plan -> Explanation in
            let reason: LocalizedText
            if held.contains(where: { plan.audience.admits($0.assignment, model.organisation) }) {
                let paid = tasks.contains { model.plans[$0.plan].name == plan.name }
                reason =
                    paid
                    ? LocalizedText(en: "pays this person", ru: "платит этому сотруднику")
                    : LocalizedText(
                        en: "has no \(plan.period.rawValue) that ends\(range.suffix(" in "))",
                        ru: "период плана — \(plan.period.russian), и он не кончается\(range.suffix(" в "))")
            } else {
                reason = whyNotFor(plan, held.map(\.assignment))
            }
            return Explanation(plan.title, note: reason)
        }
        return Explanation(
            LocalizedText(
                en: "no plan pays \(model.people.title(person).en)\(range.suffix(" in "))",
                ru: "\(model.people.title(person).ru): нет выплат по планам\(range.suffix(" за "))"), children: plans)
    }

    /// What a plan asks for that no assignment of a person has: the position, then the unit, then the person himself.
    private func whyNotFor(_ plan: Plan, _ held: [Assignment]) -> LocalizedText {
        var position = plan.audience
        position.units = []
        position.people = []
        guard let inPosition = held.first(where: { position.admits($0, model.organisation) }) else {
            let list = Set(held.map { model.records(BuiltInKind.position).id($0.position) }).sorted()
                .joined(separator: ", ")
            let needed = names(plan.audience.positions, BuiltInKind.position)
            return LocalizedText(
                en: "does not fit: the position is \(list), the plan is for \(needed)",
                ru: "не подходит: должность — \(list), нужна \(needed)")
        }
        var unit = plan.audience
        unit.people = []
        guard held.contains(where: { unit.admits($0, model.organisation) }) else {
            let id = model.units.id(inPosition.unit)
            let needed = names(plan.audience.units, BuiltInKind.unit)
            return LocalizedText(
                en: "does not fit: the unit is \(id), the plan is for \(needed)",
                ru: "не подходит: подразделение — \(id), нужно \(needed)")
        }
        return LocalizedText(en: "does not fit: it names other people", ru: "не подходит: названы другие люди")
    }

    /// The records that a plan is for, as a list; not longer than somebody reads.
    private func names(_ numbers: Set<Int32>, _ kind: String) -> String {
        let ids = numbers.map { model.records(kind).id($0) }.sorted()
        return ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? ", …" : "")
    }

    /// A metric of a subject for a period.
    public func metric(_ number: Int, of subject: Subject, in period: Period) -> Explanation {
        let explainer = Explainer(evaluator)
        explainer.eventLimit = eventLimit
        return explainer.metric(number, in: EvaluationContext(subject, period))
    }
}
