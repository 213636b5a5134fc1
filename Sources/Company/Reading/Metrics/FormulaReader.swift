internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Reads formulas of metrics, plans and reports: what they name is known, they can be calculated, and percentages in them
/// that can hardly be meant are said.
struct FormulaReader {
    let names: Names
    /// The metrics and how large they are.
    let chains: MetricChains
    let parameters: [Parameter]
    let findings: Findings

    /// The metrics, by number.
    var metrics: [Metric] { chains.metrics }

    /// Money in the company's currency.
    var money: FormulaType { .number(.money(names.currency)) }

    /// Reads a formula of metrics.
    func formula(_ entry: YAMLEntry, _ scope: MeasureScope, expecting type: FormulaType? = nil) -> Checked<Measure>? {
        guard let text = findings.text(entry) else { return nil }
        let (formula, faults) = Checker.check(text, in: scope, expecting: type)
        findings.add(faults, in: entry)
        guard let formula, chains.isCalculable(formula, at: entry) else { return nil }
        lookAtComparisons(formula, in: entry)
        return formula
    }

    /// The one sum over events that a figure is, through metrics that only name it.
    func summed(_ formula: Checked<Measure>) -> Aggregate? {
        switch formula.node {
        case .reference(.aggregate(let number)):
            let aggregate = names.aggregates[number]
            return aggregate.function == .sum ? aggregate : nil
        case .reference(.metric(let metric)):
            guard metrics.indices.contains(metric), case .formula(let inner) = metrics[metric].source else {
                return nil
            }
            return summed(inner)
        default:
            return nil
        }
    }

    // MARK: Longer periods

    /// Whether a figure can be totalled over a longer period; reports one that looks at another stretch of time, which
    /// moves with each period and has no total.
    func hasTotal(_ figure: Checked<Measure>, _ entry: YAMLEntry) -> Bool {
        var seen: Set<Int> = []
        guard looksElsewhere(figure, &seen) else { return true }
        findings.report(
            "window-in-total", at: entry.place(of: figure.span),
            LocalizedText(
                en: "a figure of another stretch of time has no total over a longer period",
                ru: "у показателя за другой отрезок времени нет итога за более длинный период"),
            remedy: LocalizedText(
                en: "name the figure of the period itself; 'over' adds up what came before",
                ru: "назовите показатель самого периода; «over» прибавит то, что было раньше"))
        return false
    }

    private func looksElsewhere(_ formula: Checked<Measure>, _ seen: inout Set<Int>) -> Bool {
        for reference in formula.references {
            switch reference {
            case .window: return true
            case .subject(_, let inner):
                if looksElsewhere(inner, &seen) { return true }
            case .metric(let number):
                guard seen.insert(number).inserted, metrics.indices.contains(number),
                    case .formula(let inner) = metrics[number].source
                else { continue }
                if looksElsewhere(inner, &seen) { return true }
            case .aggregate, .target, .person, .parameter, .days, .workingDays, .variable: continue
            }
        }
        return false
    }
}
