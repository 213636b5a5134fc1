internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// What follows from the formulas of a company's metrics, found once for each metric, after those that it is made of.
///
/// A chain of metrics may name the one below many times over, so that nothing about it is found by walking it out.
struct MetricFacts {
    /// For each metric, whether it adds up over time.
    let isAdditive: [Bool]
    /// For each metric, whether the figures of people make that of their group.
    let addsUpOverPeople: [Bool]
    /// For each metric, whether events decide what it gives.
    private(set) var asksEvents: [Bool]
    /// For each metric, whether it is made of other metrics.
    private(set) var isMadeOfMetrics: [Bool]
    /// For each metric, how deep its parts and those of the metrics it is made of stand on top of each other.
    private(set) var depths: [FormulaDepth]
    /// For each metric that stands too high to be walked down, those of the same context below it, the lowest first.
    private(set) var below: [Int: [Int]] = [:]
    private let model: CompanyModel
    private var isKnown: [Bool]

    init(_ model: CompanyModel) {
        self.model = model
        let additivity = Additivity(model)
        isAdditive = additivity.ofMetrics
        addsUpOverPeople = additivity.overPeople
        let none = [Bool](repeating: false, count: model.metrics.count)
        (asksEvents, isMadeOfMetrics, isKnown) = (none, none, none)
        depths = [FormulaDepth](repeating: .leaf, count: none.count)
        for metric in model.metrics.indices { find(metric) }
        for metric in model.metrics.indices where depths[metric].isTall { below[metric] = metrics(below: metric) }
    }

    private mutating func find(_ metric: Int) {
        guard !isKnown[metric] else { return }
        isKnown[metric] = true
        guard case .formula(let formula) = model.metrics[metric].source else { return }
        let used = formula.metricsUsed
        for other in used { find(other) }
        isMadeOfMetrics[metric] = !used.isEmpty
        asksEvents[metric] = asksEvents(formula)
        depths[metric] = FormulaDepth(formula, depths)
    }

    /// The metrics that a metric is made of for the same subject and days, each after those that it is made of itself.
    private func metrics(below metric: Int) -> [Int] {
        var order: [Int] = []
        var seen: Set<Int> = []
        var open = [(metric: metric, isDone: false)]
        while let (next, isDone) = open.popLast() {
            if isDone {
                order.append(next)
                continue
            }
            // Seen when it is opened, not when it is named: what several are made of comes before all of them.
            guard seen.insert(next).inserted, case .formula(let formula) = model.metrics[next].source else { continue }
            if next != metric { open.append((next, true)) }
            for case .metric(let number) in formula.references where !seen.contains(number) {
                open.append((number, false))
            }
        }
        return order
    }

    /// Whether events decide what a formula gives.
    func asksEvents(_ formula: Checked<Measure>) -> Bool {
        formula.references.contains { reference in
            switch reference {
            case .aggregate: true
            case .metric(let metric): asksEvents[metric]
            case .window(_, let inner), .subject(_, let inner): asksEvents(inner)
            case .target, .person, .parameter, .days, .workingDays, .variable: false
            }
        }
    }
}
