internal import Formulas
internal import Messages

/// How much there is to calculate behind a formula: its own parts and, for every metric that it names, that metric's.
///
/// Each formula is short; but a metric that names the one before twice has twice as many parts, and sixty of them on top of each
/// other more than anybody can calculate.
struct FormulaSize {
    /// How many parts may have to be calculated for one figure.
    static let partLimit = 50_000
    /// How many parts may stand on top of each other; calculating goes as deep.
    static let heightLimit = 600

    private static let most = 1 << 48

    /// Operators, calls, names and values; a window over several periods calculates what is inside it for each of them.
    private(set) var parts = 1
    /// How many parts stand on top of each other; the terms of a sum stand side by side.
    private(set) var height = 1

    var isTooLarge: Bool { parts > Self.partLimit }
    var isTooHigh: Bool { height > Self.heightLimit }

    /// The size of what has to be looked up only.
    static let leaf = FormulaSize()

    private init() {}

    /// The size of a formula on metrics whose sizes are known.
    init(_ formula: Checked<Measure>, _ metrics: [FormulaSize]) {
        switch formula.node {
        case .number, .text, .day, .flag: break
        case .reference(let measure): stand(on: measure, metrics)
        case .negation(let operand), .not(let operand), .emptiness(let operand, _): stand(on: [operand], metrics)
        case .binary:
            let chain = Checked<Measure>.Chain(formula)
            stand(on: [chain.first] + chain.links.map(\.right), metrics)
            parts += chain.links.count - 1
        case .conditional(let condition, let first, let second): stand(on: [condition, first, second], metrics)
        case .function(_, let arguments): stand(on: arguments, metrics)
        }
    }

    private mutating func stand(on formulas: [Checked<Measure>], _ metrics: [FormulaSize]) {
        for formula in formulas { stand(on: FormulaSize(formula, metrics), times: 1) }
    }

    private mutating func stand(on measure: Measure, _ metrics: [FormulaSize]) {
        switch measure {
        case .metric(let number):
            if metrics.indices.contains(number) { stand(on: metrics[number], times: 1) }
        case .window(let window, let inner):
            stand(on: FormulaSize(inner, metrics), times: window.periodsCalculated)
            // Looking at other days takes some steps more.
            height += 3
        case .subject(_, let inner): stand(on: FormulaSize(inner, metrics), times: 1)
        case .aggregate, .target, .person, .parameter, .days, .workingDays, .variable: break
        }
    }

    private mutating func stand(on other: FormulaSize, times: Int) {
        parts = min(Self.most, parts + other.parts * times)
        height = max(height, other.height + 1)
    }
}

extension Window {
    /// For how many periods a window calculates what is inside it.
    fileprivate var periodsCalculated: Int {
        switch self {
        case .yearToDate, .trailing, .previous, .yearAgo, .toDate: 1
        case .growth: 2
        case .variation(let count): count
        }
    }
}
