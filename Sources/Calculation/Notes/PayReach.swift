internal import Company
internal import Formulas
internal import Messages
internal import Periods

/// What the pay of a company rests on: which figures, targets and fields its plans ask for, also through metrics.
///
/// What a formula asks for is worked out once for each metric.
struct PayReach {
    /// What formulas ask for.
    struct Asked {
        /// Figures out of events of a person or a group, by number: whose an event is decides who has them.
        var figures: Set<Int> = []
        /// Figures of the whole company alone, whosever the events are.
        var companyFigures: Set<Int> = []
        /// Targets, with the group whose they are; not those that something else may stand in for.
        var targets: Set<Target> = []
        /// Personal fields; not those that something else may stand in for.
        var fields: Set<PersonField> = []
        /// Metrics.
        var metrics: Set<Int> = []

        mutating func add(_ other: Asked, in scope: SubjectScope? = nil, isReplaceable: Bool = false) {
            if scope == .company {
                companyFigures.formUnion(other.figures)
            } else {
                figures.formUnion(other.figures)
            }
            companyFigures.formUnion(other.companyFigures)
            metrics.formUnion(other.metrics)
            if isReplaceable { return }
            fields.formUnion(other.fields)
            targets.formUnion(
                other.targets.map { target in
                    var target = target
                    target.scope = scope ?? target.scope
                    return target
                })
        }
    }

    /// A target that is asked for.
    struct Target: Hashable {
        /// The metric's number.
        var metric: Int
        /// The group whose target it is; `nil` for the person's own.
        var scope: SubjectScope?
    }

    /// What a pay line of a plan asks for.
    struct OfLine {
        /// The plan's number.
        var plan: Int
        /// The line; `nil` for what acts on all of them.
        var line: PlanLine?
        /// What it asks for.
        var asked: Asked
        /// The figures that it is a commission on.
        var paidOn: Set<Int> = []
        /// The longer period that its targets are of.
        var targetsOver: PeriodKind?
    }

    /// What each pay line of each plan asks for.
    private(set) var lines: [OfLine] = []

    private let model: CompanyModel
    private var ofMetrics: [Int: Asked] = [:]

    init(_ model: CompanyModel) {
        self.model = model
        // Each after those it is made of, as they are mostly written: a high tower of metrics needs no deep stack.
        for metric in model.metrics.indices { _ = ofMetric(metric) }
        for (number, plan) in model.plans.enumerated() {
            var own = Asked()
            for formula in plan.ownFormulas { own.add(asked(by: formula)) }
            lines.append(OfLine(plan: number, line: nil, asked: own))
            for (place, component) in plan.components.enumerated() {
                let award = component.kind.award.asked
                lines.append(
                    OfLine(
                        plan: number, line: plan.line(place), asked: asked(by: component, of: plan),
                        paidOn: award.paidOn.map { asked(by: $0).figures } ?? [], targetsOver: award.targetsOver))
            }
            if let guarantee = plan.guarantee {
                let asked = asked(by: guarantee.amount)
                lines.append(OfLine(plan: number, line: plan.line(plan.components.count), asked: asked))
            }
        }
    }

    // MARK: Formulas

    private mutating func asked(by component: Component, of plan: Plan) -> Asked {
        var asked = Asked()
        let award = component.kind.award.asked
        for formula in award.formulas + component.modifiers.formulas + (component.payout?.formulas ?? []) {
            asked.add(self.asked(by: formula))
        }
        for metric in award.metrics { asked.add(ofMetric(metric)) }
        switch award.targetPay {
        case .ofPlan: if let target = plan.target { asked.add(self.asked(by: target)) }
        case .none, .own: break
        }
        asked.figures.formUnion(award.figures)
        // What those who share ask for is the group's own.
        if component.isShared { asked.targets = Set(award.ofEachPerson.flatMap { self.asked(by: $0).targets }) }
        return asked
    }

    private mutating func ofMetric(_ metric: Int) -> Asked {
        if let known = ofMetrics[metric] { return known }
        var asked = Asked()
        if case .formula(let formula) = model.metrics[metric].source { asked = self.asked(by: formula) }
        asked.metrics.insert(metric)
        ofMetrics[metric] = asked
        return asked
    }

    private mutating func asked(by formula: Checked<Measure>) -> Asked {
        var asked = Asked()
        visit(formula, isReplaceable: false, &asked)
        return asked
    }

    /// - Parameter isReplaceable: Whether the formula goes on when this part has no value.
    private mutating func visit(_ formula: Checked<Measure>, isReplaceable: Bool, _ asked: inout Asked) {
        switch formula.node {
        case .number, .text, .day, .flag: break
        case .reference(let measure): visit(measure, isReplaceable: isReplaceable, &asked)
        case .negation(let inner), .not(let inner): visit(inner, isReplaceable: isReplaceable, &asked)
        case .emptiness(let inner, _): visit(inner, isReplaceable: true, &asked)
        case .binary:
            // From the left end on: a long sum on a long sum would go too deep.
            let chain = Checked<Measure>.Chain(formula)
            visit(chain.first, isReplaceable: isReplaceable, &asked)
            for link in chain.links { visit(link.right, isReplaceable: isReplaceable, &asked) }
        case .conditional(let condition, let first, let second):
            visit(condition, isReplaceable: isReplaceable, &asked)
            // Which branch is taken depends on the person.
            visit(first, isReplaceable: true, &asked)
            visit(second, isReplaceable: true, &asked)
        case .function(let function, let parts):
            for (index, part) in parts.enumerated() {
                visit(part, isReplaceable: isReplaceable || (function == .otherwise && index == 0), &asked)
            }
        }
    }

    private mutating func visit(_ measure: Measure, isReplaceable: Bool, _ asked: inout Asked) {
        switch measure {
        case .metric(let metric): asked.add(ofMetric(metric), isReplaceable: isReplaceable)
        case .aggregate(let number): asked.figures.insert(number)
        case .target(let metric): if !isReplaceable { asked.targets.insert(Target(metric: metric, scope: nil)) }
        case .window(_, let inner):
            var other = Asked()
            visit(inner, isReplaceable: isReplaceable, &other)
            // Targets of other times are not those of the period.
            other.targets = []
            asked.add(other)
        case .subject(let scope, let inner):
            var other = Asked()
            visit(inner, isReplaceable: isReplaceable, &other)
            asked.add(other, in: scope)
        case .person(let field): if !isReplaceable { asked.fields.insert(field) }
        case .parameter, .days, .workingDays, .variable: break
        }
    }
}

extension PayReach {
    /// The plans whose pay rests on one of the figures.
    func plans(asking figures: Set<Int>) -> [Int] {
        var plans: [Int] = []
        for part in lines where !part.asked.figures.isDisjoint(with: figures) && plans.last != part.plan {
            plans.append(part.plan)
        }
        return plans
    }

    /// What rests on something, for people: `margin_share, and through it 'bonus' of 'seller'`.
    func users(of isAsked: (Asked) -> Bool, directly: (Checked<Measure>) -> Bool) -> LocalizedText? {
        let parts = lines.filter { isAsked($0.asked) }
        guard !parts.isEmpty else { return nil }
        let metrics = Set(parts.flatMap(\.asked.metrics)).sorted().filter { metric in
            if case .formula(let formula) = model.metrics[metric].source { directly(formula) } else { false }
        }.map { model.metrics[$0].name }
        let pay = parts.map { part in
            let plan = model.plans[part.plan].name
            return LocalizedText(
                en: part.line.map { "'\($0.name)' of '\(plan)'" } ?? "'\(plan)'",
                ru: part.line.map { "«\($0.name)» у «\(plan)»" } ?? "«\(plan)»")
        }
        let paid = LocalizedText { language in Self.list(pay.map { $0[language] }) }
        guard !metrics.isEmpty else { return paid }
        return LocalizedText(
            en: "'\(Self.list(metrics))', and through it \(paid.en)",
            ru: "«\(Self.list(metrics))», а через него \(paid.ru)")
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    }
}

extension Plan {
    /// The formulas that act on everything it pays; the target belongs to the scorecards that take it.
    fileprivate var ownFormulas: [Checked<Measure>] {
        [cap, modifiers.multiplier, modifiers.gate?.condition].compactMap { $0 } + (draw?.formulas ?? [])
            + modifiers.longerCaps.map(\.amount)
    }
}
