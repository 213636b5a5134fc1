internal import Formulas
internal import Quantities

/// One step of a ``LineProgram``: a number for every line of a block, out of what earlier steps gave.
///
/// Numbers are `Int64` in units of 10^-scale, where each step's scale is known before the program runs; days, codes and
/// flags (0 and 1) are numbers too. ``LineColumn/empty`` stands for "none".
enum LineStep: Hashable, Sendable {
    case column(LineTable.Source)
    /// The day that orders the lines.
    case day
    /// The credited share in 10^-9.
    case share
    case constant(Int64)
    /// A number for each code from a table of the program; codes outside of it, and none, give the table's last entry.
    case lookup(Int, table: Int)
    case negated(Int)
    case magnitude(Int)
    /// × a power of ten.
    case scaled(Int, by: Int64)
    case sum(Int, Int)
    case difference(Int, Int)
    case product(Int, Int)
    case smaller(Int, Int)
    case larger(Int, Int)
    /// ÷ 10^places, rounded to a whole number of units.
    case rounded(Int, places: Int, Rounding)
    /// A product with the credited share, in units ÷ 10^places: most lines are credited whole, and need no division.
    case sharedOut(Int, places: Int, Rounding)
    case comparison(BinaryOperator.Comparison, Int, Int)
    case both(Int, Int)
    case either(Int, Int)
    case not(Int)
    case choice(Int, then: Int, otherwise: Int)
    /// A number with the other sign where a flag is set: `if returned then -amount else amount`.
    case negatedWhere(Int, Int)
    case instead(Int, Int)
    case isEmpty(Int, negated: Bool)

    /// The steps whose numbers it takes.
    var operands: [Int] {
        switch self {
        case .column, .day, .share, .constant: []
        case .lookup(let value, _), .negated(let value), .magnitude(let value), .scaled(let value, _), .not(let value),
            .rounded(let value, _, _), .sharedOut(let value, _, _), .isEmpty(let value, _):
            [value]
        case .sum(let first, let second), .difference(let first, let second), .product(let first, let second),
            .smaller(let first, let second), .larger(let first, let second), .comparison(_, let first, let second),
            .both(let first, let second), .either(let first, let second), .negatedWhere(let first, let second),
            .instead(let first, let second):
            [first, second]
        case .choice(let condition, let first, let second): [condition, first, second]
        }
    }
}

/// What a step gives.
struct LineValue: Hashable, Sendable {
    /// What kind of thing the number is.
    enum Kind: Hashable, Sendable {
        /// Units of 10^-scale.
        case number(scale: Int)
        case day
        case flag
        /// The number of a text in the dictionary of a field, or of a record in its table; `nil` for codes of no field.
        case code(FieldPath)
    }

    /// Where codes come from: those of one field, or of one field of the records of a kind, can be compared.
    struct FieldPath: Hashable, Sendable {
        var field: Int
        var recordKind: String?
        var recordField: Int?
    }

    var step: Int
    var kind: Kind
    /// Whether it may be none for some line.
    var mayBeEmpty: Bool
    /// Between which numbers it lies when it is not none.
    var range: ClosedRange<Int64>

    var bounds: LineBounds { LineBounds(range) }

    var scale: Int {
        if case .number(let scale) = kind { scale } else { 0 }
    }
}
