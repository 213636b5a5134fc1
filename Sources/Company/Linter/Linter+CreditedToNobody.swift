internal import Formulas
internal import Messages

extension Linter {
    /// A figure that is credited to nobody and asked for a person or a unit: it has no value there.
    static func nobodyFindings(_ component: Component, _ model: CompanyModel) -> [Diagnostic] {
        let (asked, modifiers) = (component.kind.award.asked, component.modifiers)
        let own = [
            modifiers.condition, modifiers.multiplier, modifiers.gate?.condition, modifiers.floor, modifiers.cap,
        ].compactMap { $0 }
        return nobodyFindings(own + asked.formulas, asked.metrics, of: component.name, at: component.place, model)
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
