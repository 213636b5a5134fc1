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
        case function(ArithmeticFunction, [Checked])
    }

    /// Every reference of the formula, from left to right, with repetitions.
    public var references: [Reference] {
        var references: [Reference] = []
        collectReferences(&references)
        return references
    }

    private func collectReferences(_ references: inout [Reference]) {
        switch node {
        case .number, .text, .day, .flag: break
        case .reference(let reference): references.append(reference)
        case .negation(let operand), .not(let operand), .emptiness(let operand, _):
            operand.collectReferences(&references)
        case .binary:
            let chain = Chain(self)
            chain.first.collectReferences(&references)
            for link in chain.links { link.right.collectReferences(&references) }
        case .conditional(let condition, let first, let second):
            for part in [condition, first, second] { part.collectReferences(&references) }
        case .function(_, let arguments):
            for argument in arguments { argument.collectReferences(&references) }
        }
    }

    /// Operators one after the other: `a + b - c` is a tree as high as it has operators, which nobody should walk by going deeper.
    public struct Chain {
        /// What stands at the left end.
        public let first: Checked
        /// The operators from left to right.
        public let links: [Link]

        /// An operator with the whole up to it and with what stands on its right.
        public struct Link {
            /// The operator.
            public let operation: BinaryOperator
            /// The part up to the operator's right side.
            public let whole: Checked
            /// What stands on its right.
            public let right: Checked
        }

        /// The chain of operators that a part ends with; none when it is no operator.
        public init(_ part: Checked) {
            var links: [Link] = []
            var first = part
            while case .binary(let operation, let left, let right) = first.node {
                links.append(Link(operation: operation, whole: first, right: right))
                first = left
            }
            self.first = first
            self.links = links.reversed()
        }
    }

    /// The number that is written out here, with its sign; `nil` when something has to be looked up or calculated.
    var constant: FixedDecimal? {
        switch node {
        case .number(let number): number
        case .negation(let operand): operand.constant.flatMap { try? $0.negated() }
        case .text, .day, .flag, .reference, .not, .binary, .emptiness, .conditional, .function: nil
        }
    }

    /// The decimal places that are written out here; `nil` when they have to be calculated.
    public var decimalPlaces: DecimalPlaces? {
        guard case .number(let number) = node, let whole = try? number.integer(.towardsZero),
            FixedDecimal(whole) == number
        else { return nil }
        return DecimalPlaces(whole)
    }

    /// The unit of the number it gives; plain when it gives none.
    public var unit: Unit { type.unit ?? .plain }
}
