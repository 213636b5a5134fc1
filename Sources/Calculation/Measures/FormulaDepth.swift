internal import Company
internal import Formulas
internal import Messages

/// How deep parts of formulas stand on top of each other: walking them takes as many steps down.
struct FormulaDepth {
    /// The operators of a sum stand side by side.
    private(set) var levels = 1

    /// What has to be looked up only.
    static let leaf = FormulaDepth()

    /// Whether metrics are better computed from the lowest to the highest than by going down from the highest.
    var isTall: Bool { levels > 16 }

    private init() {}

    /// The depth of a formula on metrics whose depths are known.
    init(_ formula: Checked<Measure>, _ metrics: [FormulaDepth]) {
        switch formula.node {
        case .number, .text, .day, .flag: break
        case .reference(.metric(let metric)): stand(on: metrics[metric])
        case .reference(.window(_, let inner)), .reference(.subject(_, let inner)):
            stand(on: FormulaDepth(inner, metrics))
        case .reference(.aggregate), .reference(.target), .reference(.person), .reference(.parameter),
            .reference(.days), .reference(.workingDays), .reference(.variable):
            break
        case .negation(let operand), .not(let operand), .emptiness(let operand, _):
            stand(on: FormulaDepth(operand, metrics))
        case .binary:
            let chain = Checked<Measure>.Chain(formula)
            stand(on: FormulaDepth(chain.first, metrics))
            for link in chain.links { stand(on: FormulaDepth(link.right, metrics)) }
        case .conditional(let condition, let first, let second):
            for part in [condition, first, second] { stand(on: FormulaDepth(part, metrics)) }
        case .function(_, let arguments):
            for argument in arguments { stand(on: FormulaDepth(argument, metrics)) }
        }
    }

    private mutating func stand(on other: FormulaDepth) {
        levels = max(levels, other.levels + 1)
    }
}
