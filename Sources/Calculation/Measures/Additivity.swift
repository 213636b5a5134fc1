internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// Which figures add up over time and over people: sums and counts do, ratios and balances do not.
///
/// The figure of a group adds up over time, so that a head's targets of January to March are his quarter's; it does not add
/// up over people, for each of them may have the same group.
struct Additivity {
    /// What a figure adds up over.
    struct Sums {
        var overTime: Bool
        var overPeople: Bool

        static let always = Sums(overTime: true, overPeople: true)
        static let never = Sums(overTime: false, overPeople: false)

        func and(_ other: Sums) -> Sums {
            Sums(overTime: overTime && other.overTime, overPeople: overPeople && other.overPeople)
        }
    }

    private let model: CompanyModel
    private var known: [Sums?]

    /// For each metric, whether it adds up over time.
    var ofMetrics: [Bool] { known.map { $0?.overTime ?? false } }
    /// For each metric, whether it adds up over people as well.
    var overPeople: [Bool] { known.map { $0?.overPeople ?? false } }

    init(_ model: CompanyModel) {
        self.model = model
        known = model.metrics.map { _ in nil }
        for metric in model.metrics.indices { _ = sums(ofMetric: metric) }
    }

    /// Each metric is asked once, however many others rest on it.
    private mutating func sums(ofMetric metric: Int) -> Sums {
        if let known = known[metric] { return known }
        let sums: Sums
        switch model.metrics[metric].source {
        case .entered:
            let unit = model.metrics[metric].unit.unit
            sums = unit.isMoney || unit == .pieces ? .always : .never
        case .formula(let formula): sums = self.sums(of: formula)
        }
        known[metric] = sums
        return sums
    }

    private mutating func sums(of formula: Checked<Measure>) -> Sums {
        switch formula.node {
        case .reference(let measure): return sums(of: measure)
        case .negation(let operand): return sums(of: operand)
        case .binary:
            let chain = Checked<Measure>.Chain(formula)
            var (sums, isConstant) = (sums(of: chain.first), chain.first.isConstant)
            for link in chain.links {
                sums = self.sums(link.operation.kind, sums, isConstant: isConstant, link.right)
                isConstant = false
            }
            return sums
        case .number, .text, .day, .flag, .not, .conditional, .function, .emptiness: return .never
        }
    }

    private mutating func sums(
        _ operation: BinaryOperator.Kind, _ left: Sums, isConstant: Bool, _ right: Checked<Measure>
    ) -> Sums {
        switch operation {
        case .arithmetic(.plus), .arithmetic(.minus): left.and(sums(of: right))
        case .arithmetic(.times): right.isConstant ? left : isConstant ? sums(of: right) : .never
        case .arithmetic(.divide): right.isConstant ? left : .never
        case .comparison, .connective: .never
        }
    }

    private mutating func sums(of measure: Measure) -> Sums {
        switch measure {
        case .metric(let metric), .target(let metric): return sums(ofMetric: metric)
        case .aggregate(let number):
            switch model.aggregates[number].function {
            case .sum, .count: return .always
            case .distinct, .average, .min, .max, .last, .median: return .never
            }
        case .window(.previous, let inner), .window(.yearAgo, let inner), .window(.growth, let inner):
            return sums(of: inner)
        case .subject(_, let inner): return Sums(overTime: sums(of: inner).overTime, overPeople: false)
        case .window, .person, .parameter, .days, .workingDays, .variable: return .never
        }
    }
}

extension Checked where Reference == Measure {
    fileprivate var isConstant: Bool {
        switch node {
        case .number, .reference(.parameter): true
        case .negation(let operand): operand.isConstant
        case .text, .day, .flag, .reference, .not, .binary, .emptiness, .conditional, .function: false
        }
    }

    /// Whether the formula itself asks events for something; the metrics it names answer for themselves.
    var touchesEvents: Bool {
        references.contains { reference in
            switch reference {
            case .aggregate: true
            case .window(_, let inner), .subject(_, let inner): inner.touchesEvents
            case .metric, .target, .person, .parameter, .days, .workingDays, .variable: false
            }
        }
    }
}
