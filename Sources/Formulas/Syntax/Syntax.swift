public import Periods
public import Quantities

/// A formula as it was written: a tree with the place of every part, not yet checked against any names.
public indirect enum Syntax: Hashable, Sendable {
    /// A number with the unit word that followed it; the value is already in the unit (`5%` is 0.05).
    case number(FixedDecimal, unit: UnitWord?, TextSpan)
    case text(String, TextSpan)
    case day(CivilDay, TextSpan)
    case flag(Bool, TextSpan)
    /// A name, or a path such as `sale.client.segment`.
    case name([String], TextSpan)
    case negation(Syntax, TextSpan)
    case not(Syntax, TextSpan)
    case binary(BinaryOperator, Syntax, Syntax, TextSpan)
    /// `x is empty`, or `x is not empty` when negated.
    case emptiness(Syntax, negated: Bool, TextSpan)
    case conditional(Syntax, then: Syntax, otherwise: Syntax, TextSpan)
    /// A function with its arguments, and the condition of a `where`.
    case call(String, [Syntax], filter: Syntax?, TextSpan)
    /// What stands where a fault was found; checked as if it fitted everywhere.
    case invalid(TextSpan)

    /// Where the part stands.
    public var span: TextSpan {
        switch self {
        case .number(_, _, let span), .text(_, let span), .day(_, let span), .flag(_, let span), .name(_, let span),
            .negation(_, let span), .not(_, let span), .binary(_, _, _, let span), .emptiness(_, _, let span),
            .conditional(_, _, _, let span), .call(_, _, _, let span), .invalid(let span):
            span
        }
    }
}

/// The operators that stand between two parts.
public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
    case or
    case and
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"

    /// How tightly it binds: `or` 1, `and` 2, comparison 4, sum 5, product 6 (3 is `not`).
    var precedence: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 4
        case .plus, .minus: 5
        case .times, .divide: 6
        }
    }
}
