internal import Company
internal import Formulas
internal import Messages
internal import Periods

/// How far a figure reaches: in the formulas of which parts of a plan it is used, over which people and days.
struct FigureUse: Hashable {
    /// What a change moves directly.
    enum Figure: Hashable {
        /// A figure out of events, by its number.
        case events(Int)
        /// The target of a metric.
        case target(Int)
        /// A metric that people enter.
        case entered(Int)
        /// Whose assignments say who somebody is, works with and reports to.
        case assignments
        /// The assignments on whatever days: how long somebody has been on a plan.
        case allAssignments
    }

    /// Whose figures are asked for, seen from a person.
    enum People: Hashable {
        case own
        case below
        case unit
        case company
        /// Each of those whose awards are decided together.
        case everybody
        /// Those of a unit who share a fund: it is the same for each of them, and asked for a group.
        case fund
        /// The same of everybody on the plan.
        case planFund
    }

    let figure: Figure
    let people: People
    /// The other stretches of time on the way from the plan's period to the figure, outermost first.
    let windows: [Window]
    /// The metric of the person and period through which the figure enters, the innermost one: while it stays as it is, so
    /// does everything behind it. `nil` when the figure enters directly.
    let gate: Int?
    /// The pay line, or the number after the last for the columns of a report.
    let part: Int
}

/// Collects the uses of figures in formulas.
struct FormulaReach {
    private let model: CompanyModel
    private(set) var uses: Set<FigureUse> = []
    private var seen: Set<Visit> = []

    private struct Visit: Hashable {
        let metric: Int
        let people: FigureUse.People
        let windows: [Window]
        let gate: Int?
        let part: Int
    }

    /// The uses in a plan's components and, under the number after the last, in a report's columns.
    init(_ plan: Plan, _ report: Report?, _ model: CompanyModel) {
        self.model = model
        for (number, component) in plan.components.enumerated() { visit(component, number, plan) }
        if let guarantee = plan.guarantee { visit(guarantee.amount, .own, [], nil, plan.components.count) }
        for formula in report?.formulas ?? [] { visit(formula, .own, [], nil, plan.lineCount) }
    }

    private mutating func visit(_ component: Component, _ part: Int, _ plan: Plan) {
        var windows: [Window] = []
        var people = FigureUse.People.own
        if reachesBack(component) { windows = [.toDate] }
        // Who shares is decided by everybody's figures.
        if component.isShared, !isPlainPool(component) { people = .everybody }
        if !windows.isEmpty { use(.allAssignments, people, [], nil, part) }
        let asked = component.kind.award.asked
        var formulas = asked.formulas + component.modifiers.formulas
        if let division = component.division, isPlainPool(component) {
            visit(division.fund, component.sharedBy == .plan ? .planFund : .fund, windows, nil, part)
            formulas = [division.weight] + component.modifiers.formulas
        }
        for formula in formulas { visit(formula, people, windows, nil, part) }
        switch asked.targetPay {
        case .own, .ofPlan: if let target = plan.target { visit(target, people, windows, nil, part) }
        case .none: break
        }
        for metric in asked.metrics { visit(metric: metric, people, windows, nil, part) }
        for figure in asked.figures { use(.events(figure), people, windows, nil, part) }
    }

    /// Whether what a component pays depends on what earlier periods brought.
    private func reachesBack(_ component: Component) -> Bool {
        if !component.modifiers.longerCaps.isEmpty { return true }
        switch component.kind.award.earlierPeriods {
        case .figures, .pay: return true
        case .none: return false
        }
    }

    /// Whether a component is a pool of which everybody's part follows from the weights and the fund.
    private func isPlainPool(_ component: Component) -> Bool {
        component.division != nil && component.modifiers.isEmpty
    }

    private mutating func visit(
        _ formula: Checked<Measure>, _ people: FigureUse.People, _ windows: [Window], _ gate: Int?, _ part: Int
    ) {
        for reference in formula.references {
            switch reference {
            case .aggregate(let number): use(.events(number), people, windows, gate, part)
            case .metric(let number): visit(metric: number, people, windows, gate, part)
            case .window(let window, let inner): visit(window, inner, people, windows, gate, part)
            case .subject(let scope, let inner):
                // Whose unit it is is seen from the person, at the end of his days in the plan's period.
                if scope == .unit { use(.assignments, people == .everybody ? people : .own, [], gate, part) }
                visit(inner, widened(people, scope), windows, gate, part)
            case .target(let metric): use(.target(metric), people, windows, gate, part)
            case .person(let field):
                if case .record = field { continue }
                use(.assignments, people, windows, gate, part)
            case .parameter, .days, .workingDays, .variable: continue
            }
        }
    }

    private mutating func visit(
        metric: Int, _ people: FigureUse.People, _ windows: [Window], _ gate: Int?, _ part: Int
    ) {
        guard case .formula(let formula) = model.metrics[metric].source else {
            return use(.entered(metric), people, windows, gate, part)
        }
        let gate = people == .own && windows.isEmpty ? metric : gate
        let visit = Visit(metric: metric, people: people, windows: windows, gate: gate, part: part)
        guard seen.insert(visit).inserted else { return }
        self.visit(formula, people, windows, gate, part)
    }

    private mutating func visit(
        _ window: Window, _ inner: Checked<Measure>, _ people: FigureUse.People, _ windows: [Window], _ gate: Int?,
        _ part: Int
    ) {
        switch window {
        case .growth:
            visit(inner, people, windows, gate, part)
            visit(inner, people, windows + [.yearAgo], gate, part)
        case .variation(let count):
            for step in 0..<count { visit(inner, people, windows + [.previous(step)], gate, part) }
        case .yearToDate, .trailing, .previous, .yearAgo, .toDate:
            visit(inner, people, windows + [window], gate, part)
        }
    }

    /// A group seen from a group, as ``MeasureEvaluator`` resolves it.
    private func widened(_ people: FigureUse.People, _ scope: SubjectScope) -> FigureUse.People {
        switch (people, scope) {
        case (.fund, _): .fund
        case (.planFund, _): .planFund
        case (_, .company), (.company, _): .company
        case (.everybody, _): .everybody
        case (.own, .rollup), (.below, .rollup): .below
        case (.own, .unit), (.below, .unit), (.unit, _): .unit
        }
    }

    private mutating func use(
        _ figure: FigureUse.Figure, _ people: FigureUse.People, _ windows: [Window], _ gate: Int?, _ part: Int
    ) {
        uses.insert(FigureUse(figure: figure, people: people, windows: windows, gate: gate, part: part))
        switch people {
        // Who is in a group is decided by assignments.
        case .below, .unit, .fund, .planFund, .everybody:
            uses.insert(FigureUse(figure: .assignments, people: people, windows: windows, gate: gate, part: part))
        case .own, .company: break
        }
    }
}
