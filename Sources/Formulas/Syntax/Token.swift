internal import Periods
internal import Quantities

/// One word of a formula with its place.
struct Token: Hashable {
    enum Kind: Hashable {
        /// A number, with its unit when one follows.
        case number(FixedDecimal, unit: UnitWord?)
        /// A quoted text.
        case text(String)
        /// A day such as `2026-01-31`.
        case day(CivilDay)
        /// A name, or a function's name.
        case name(String)
        case keyword(Keyword)
        /// `+ - * / = != < <= > >= ( ) , .` in their plain spelling.
        case symbol(Symbol)
        case end
    }

    var kind: Kind
    var span: TextSpan
}

/// The reserved words; each may be written in English or in Russian.
enum Keyword: String, CaseIterable {
    case and, or, not, `if`, then, `else`, `where`, `is`, empty, `true`, `false`

    static let spellings: [String: Keyword] = [
        "and": .and, "и": .and, "or": .or, "или": .or, "not": .not, "не": .not,
        "if": .if, "если": .if, "then": .then, "то": .then, "else": .else, "иначе": .else,
        "where": .where, "где": .where, "is": .is, "empty": .empty, "пусто": .empty,
        "true": .true, "yes": .true, "да": .true, "false": .false, "no": .false, "нет": .false,
    ]
}

/// The marks of a formula, whatever character they were written with (`×` is `*`, `≤` is `<=`).
enum Symbol: String, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case open = "("
    case close = ")"
    case comma = ","
    case dot = "."

    static let spellings: [String: Symbol] = [
        "+": .plus, "-": .minus, "−": .minus, "–": .minus, "*": .times, "×": .times, "·": .times, "/": .divide,
        "÷": .divide, "=": .equal, "==": .equal, "!=": .notEqual, "≠": .notEqual, "<>": .notEqual, "<": .less,
        "<=": .lessOrEqual, "≤": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual, "≥": .greaterOrEqual,
        "(": .open, ")": .close, ",": .comma, ".": .dot,
    ]
}
