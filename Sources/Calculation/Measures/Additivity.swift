internal import Company
internal import Formulas
internal import Quantities

/// Which figures add up over people and over time: sums and counts do, ratios and balances do not.
struct Additivity {
    private let model: CompanyModel
    /// For each metric, whether it adds up.
    private(set) var ofMetrics: [Bool] = []

    init(_ model: CompanyModel) {
        self.model = model
        ofMetrics = model.metrics.indices.map { isAdditive(metric: $0) }
    }

    private func isAdditive(metric: Int) -> Bool {
        switch model.metrics[metric].source {
        case .entered: model.metrics[metric].unit.unit.isMoney || model.metrics[metric].unit.unit == .pieces
        case .formula(let formula): isAdditive(formula)
        }
    }

    func isAdditive(_ formula: Checked<Measure>) -> Bool {
        switch formula.node {
        case .reference(let measure): isAdditive(measure)
        case .negation(let operand): isAdditive(operand)
        case .binary(.plus, let left, let right), .binary(.minus, let left, let right):
            isAdditive(left) && isAdditive(right)
        case .binary(.times, let left, let right):
            (isAdditive(left) && right.isConstant) || (left.isConstant && isAdditive(right))
        case .binary(.divide, let left, let right): isAdditive(left) && right.isConstant
        default: false
        }
    }

    private func isAdditive(_ measure: Measure) -> Bool {
        switch measure {
        case .metric(let metric): isAdditive(metric: metric)
        case .aggregate(let number):
            model.aggregates[number].function == .sum || model.aggregates[number].function == .count
        case .target(let metric): isAdditive(metric: metric)
        case .window(.previous, let inner), .window(.yearAgo, let inner), .window(.growth, let inner): isAdditive(inner)
        default: false
        }
    }
}

extension Checked where Reference == Measure {
    fileprivate var isConstant: Bool {
        switch node {
        case .number, .reference(.parameter): true
        case .negation(let operand): operand.isConstant
        default: false
        }
    }

    /// Whether the formula itself asks events for something; the metrics it names answer for themselves.
    var touchesEvents: Bool {
        references.contains { reference in
            switch reference {
            case .aggregate: true
            case .window(_, let inner), .subject(_, let inner): inner.touchesEvents
            default: false
            }
        }
    }
}
