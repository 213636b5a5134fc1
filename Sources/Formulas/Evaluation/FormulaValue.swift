public import Quantities

/// What a formula gives when it is evaluated; the unit is known from its type.
public enum FormulaValue: Hashable, Sendable {
    case number(FixedDecimal)
    case flag(Bool)
    case text(String)
    /// Days since 1970-01-01.
    case day(Int32)
    /// A field that was left empty.
    case empty

    /// The number, if it is one.
    public var number: FixedDecimal? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The answer, if it is one.
    public var flag: Bool? {
        if case .flag(let flag) = self { flag } else { nil }
    }
}
