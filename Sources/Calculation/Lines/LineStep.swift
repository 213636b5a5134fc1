internal import Formulas
internal import Messages
internal import Quantities

/// One step of a ``LineProgram``: a number for every line of a block, out of what earlier steps gave.
///
/// Numbers are `Int64` in units of 10^-scale, where each step's scale is known before the program runs; days, codes and
/// flags (0 and 1) are numbers too. ``LineColumn/empty`` stands for "none". What is not shown to fit 64 bits is computed by
/// ``WideStep``s.
enum LineStep: Hashable, Sendable {
    case column(LineTable.Source)
    /// What the line gets of a money field of its event, by the field.
    case part(Int)
    /// The credited share in 10^-9.
    case share
    /// The row of a rate table that was chosen for the line beforehand, by the table's number in the program.
    case chosenRate(Int)
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
    /// To the nearest multiple of a number of units above zero.
    case multiple(Int, of: Int64, Rounding)
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
    /// A number of 128 bits.
    case wide(WideStep)
    /// Numbers of 128 bits compared.
    case wideComparison(BinaryOperator.Comparison, Int, Int)
    case wideIsEmpty(Int, negated: Bool)
    /// A day moved by a number of 128 bits.
    case movedDay(BinaryOperator.Arithmetic, Int, by: Int)

    /// The steps whose numbers it takes.
    var operands: [Int] {
        switch self {
        case .column, .part, .share, .chosenRate, .constant: []
        case .lookup(let value, _), .negated(let value), .magnitude(let value), .scaled(let value, _), .not(let value),
            .rounded(let value, _, _), .sharedOut(let value, _, _), .multiple(let value, _, _), .isEmpty(let value, _),
            .wideIsEmpty(let value, _):
            [value]
        case .sum(let first, let second), .difference(let first, let second), .product(let first, let second),
            .smaller(let first, let second), .larger(let first, let second), .comparison(_, let first, let second),
            .both(let first, let second), .either(let first, let second), .negatedWhere(let first, let second),
            .instead(let first, let second), .wideComparison(_, let first, let second),
            .movedDay(_, let first, let second):
            [first, second]
        case .choice(let condition, let first, let second): [condition, first, second]
        case .wide(let step): step.operands
        }
    }
}

/// A step in decimals of 128 bits, in units of 10^-16, as the formulas' own evaluation computes it; ``none`` stands for "none".
///
/// Its operands are wide too, but for the flag of a choice. A result that a decimal does not have (a division by zero, more
/// digits than fit) ends the block: the lines then have to be asked one by one.
enum WideStep: Hashable, Sendable {
    static let none = Int128.min

    case constant(Int128)
    /// A number of 64 bits × a power of ten.
    case widened(Int, by: Int128)
    case negated(Int)
    case arithmetic(BinaryOperator.Arithmetic, Int, Int)
    case function(ArithmeticFunction, [Int])
    case instead(Int, Int)
    case choice(Int, then: Int, otherwise: Int)

    /// The steps whose numbers it takes.
    var operands: [Int] {
        switch self {
        case .constant: []
        case .widened(let value, _), .negated(let value): [value]
        case .arithmetic(_, let first, let second), .instead(let first, let second): [first, second]
        case .function(_, let arguments): arguments
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
        /// The number of a text, or of a record.
        case code(CodeSpace)
    }

    /// What codes are numbers of: only those of one space can be compared.
    enum CodeSpace: Hashable, Sendable {
        /// The texts of a field, or of a field of the records that it names.
        case field(FieldPath)
        /// A list of texts of the program.
        case texts(Int)
    }

    /// A field, or one field of the records of a kind.
    struct FieldPath: Hashable, Sendable {
        var field: Int
        var recordKind: String?
        var recordField: Int?
    }

    var step: Int
    var kind: Kind
    /// Whether it may be none for some line.
    var mayBeEmpty: Bool
    /// Between which numbers it lies when it is not none; of a wide one nothing is known.
    var range: ClosedRange<Int64>
    /// Whether it is a number of 128 bits.
    var isWide = false
    /// Why no pass over lines computes it; `nil` when one does.
    var obstacle: PassObstacle?

    var bounds: LineBounds { LineBounds(range) }

    var scale: Int {
        if case .number(let scale) = kind { scale } else { 0 }
    }
}
