internal import Formulas

extension Linter {
    /// A figure that is credited to nobody and asked for a person or a unit: it has no value there.
    static func nobodyFindings(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        var metrics: [Int] = []
        if case .scorecard(let scorecard) = component.kind { metrics = scorecard.items.map(\.metric) }
        return nobodyFindings(component.personalFormulas, metrics, of: component.name, at: component.place, model)
    }

    /// The same of a plan's guarantee.
    static func nobodyFindings(_ guarantee: Guarantee, _ model: CompanyModel) -> [Diagnostic] {
        nobodyFindings([guarantee.amount], [], of: Guarantee.name, at: guarantee.place, model)
    }

    private static func nobodyFindings(
        _ formulas: [Checked<Measure>], _ metrics: [Int], of name: String, at place: Place, _ model: CompanyModel
    ) -> [Diagnostic] {
        var reach = NobodysFigures(model)
        for formula in formulas { reach.visit(formula) }
        for metric in metrics { reach.visit(metric: metric) }
        return reach.found.map { figure in
            Diagnostic(
                .warning, code: "credited-to-nobody", at: place,
                LocalizedText(
                    en: "in '\(name)' the figure '\(figure)' is credited to nobody: it has no value for a person",
                    ru: "в «\(name)» показатель «\(figure)» никому не засчитывается: у человека значения нет"),
                remedy: LocalizedText(
                    en: "write company(\(figure)) for that of the whole company, or say in 'credit' whose it is",
                    ru:
                        "напишите company(\(figure)), если нужен показатель всей компании, или укажите в «credit», чей он"
                ))
        }
    }
}

/// Finds the figures that are credited to nobody and that a formula asks outside of `company(…)`.
private struct NobodysFigures {
    private let model: CompanyModel
    private var seen: Set<Int> = []
    private var open: [Int] = []
    /// The metrics made of them, or the figures as they are written.
    private(set) var found: [String] = []

    init(_ model: CompanyModel) {
        self.model = model
    }

    mutating func visit(_ formula: Checked<Measure>) {
        visit(formula, in: nil)
        visitOpen()
    }

    mutating func visit(metric: Int) {
        open.append(metric)
        visitOpen()
    }

    /// One after the other: a high tower of metrics needs no deep stack.
    private mutating func visitOpen() {
        while let metric = open.popLast() {
            guard seen.insert(metric).inserted, case .formula(let formula) = model.metrics[metric].source else {
                continue
            }
            visit(formula, in: model.metrics[metric].name)
        }
    }

    private mutating func visit(_ formula: Checked<Measure>, in metric: String?) {
        for reference in formula.references {
            switch reference {
            case .aggregate(let number) where model.aggregates[number].credit == .nobody:
                let name = metric ?? model.aggregates[number].text
                if !found.contains(name) { found.append(name) }
            case .metric(let number): open.append(number)
            case .window(_, let inner), .subject(.rollup, let inner), .subject(.unit, let inner):
                visit(inner, in: metric)
            case .subject(.company, _), .aggregate, .target, .person, .parameter, .days, .workingDays, .variable:
                continue
            }
        }
    }
}

extension Component {
    /// The formulas that are asked for a person, or for a group of people.
    fileprivate var personalFormulas: [Checked<Measure>] {
        var formulas = [
            modifiers.condition, modifiers.multiplier, modifiers.gate?.condition, modifiers.floor, modifiers.cap,
        ]
        switch kind {
        case .scorecard(let scorecard):
            formulas.append(scorecard.target)
            formulas += scorecard.items.flatMap { [$0.target, $0.attainment, $0.base, $0.tolerance] }
        case .commission(let commission): formulas += [commission.base] + commission.pricing.formulas
        case .bonus(let bonus): formulas += [bonus.amount, bonus.per]
        case .pool(let pool): formulas += [pool.fund, pool.weight]
        case .contest(let contest): formulas += contest.formulas
        case .goals(let goals): formulas.append(goals.amount)
        case .spot(let spot): formulas.append(spot.budget)
        case .milestones(let milestones): formulas.append(milestones.figure)
        }
        return formulas.compactMap { $0 }
    }
}

extension Commission.Pricing {
    fileprivate var formulas: [Checked<Measure>?] {
        switch self {
        case .rate(let rate): [rate]
        case .rates: []
        case .tiers(let tiers): [tiers.target, tiers.linked?.condition]
        case .events(let events): [events.rate, events.target]
        }
    }
}

extension Contest {
    fileprivate var formulas: [Checked<Measure>?] {
        var formulas: [Checked<Measure>?] = [score, minimum]
        switch form {
        case .ranking(let prizes): formulas += prizes
        case .steps(let steps): formulas += steps.map(\.prize)
        case .pot(let pot): formulas.append(pot)
        case .goal(let prize, let goal): formulas += [prize, goal]
        }
        if case .units(let divided) = contenders { formulas.append(divided) }
        return formulas
    }
}
