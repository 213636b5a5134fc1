public import Periods
public import Quantities

/// A formula whose names are resolved and whose units agree; `Reference` is what a name means where it stands.
public struct Checked<Reference: Hashable & Sendable>: Hashable, Sendable {
    /// What the part does.
    public var node: Node
    /// What it gives.
    public var type: FormulaType
    /// Where it stands.
    public var span: TextSpan
    /// Whether it is a number written without a unit: it counts pieces where pieces are meant. `25%` is not.
    public internal(set) var isBareLiteral: Bool

    /// Makes a checked part.
    public init(_ node: Node, _ type: FormulaType, _ span: TextSpan) {
        self.init(node, type, span, isBareLiteral: false)
    }

    init(_ node: Node, _ type: FormulaType, _ span: TextSpan, isBareLiteral: Bool) {
        self.node = node
        self.type = type
        self.span = span
        self.isBareLiteral = isBareLiteral
    }

    /// What a part does.
    public indirect enum Node: Hashable, Sendable {
        case number(FixedDecimal)
        case text(String)
        case day(CivilDay)
        case flag(Bool)
        case reference(Reference)
        case negation(Checked)
        case not(Checked)
        case binary(BinaryOperator, Checked, Checked)
        case emptiness(Checked, negated: Bool)
        case conditional(Checked, then: Checked, otherwise: Checked)
        /// An arithmetic function.
        case function(Function, [Checked])
    }

    /// Every reference of the formula, from left to right, with repetitions.
    public var references: [Reference] {
        switch node {
        case .number, .text, .day, .flag: []
        case .reference(let reference): [reference]
        case .negation(let operand), .not(let operand), .emptiness(let operand, _): operand.references
        case .binary(_, let left, let right): left.references + right.references
        case .conditional(let condition, let first, let second):
            condition.references + first.references + second.references
        case .function(_, let arguments): arguments.flatMap(\.references)
        }
    }

    /// The unit of the number it gives; plain when it gives none.
    public var unit: Unit { type.unit ?? .plain }
}
