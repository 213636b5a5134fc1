public import Messages

/// What names mean in one kind of formula: a metric, a plan, a filter over events.
public protocol Scope {
    /// What a name stands for.
    associatedtype Reference: Hashable & Sendable

    /// What a name or a path means and what it gives; `nil` when it means nothing here.
    mutating func resolve(_ path: [String], at span: TextSpan) -> Resolution<Reference>?

    /// What a call of a function outside arithmetic means; `nil` when it has no meaning in this kind of formula.
    ///
    /// Faults of its arguments are reported through the checker.
    mutating func resolve(
        _ function: Function, _ arguments: [Syntax], filter: Syntax?, at span: TextSpan, faults: inout [FormulaFault]
    ) -> Resolution<Reference>?

    /// Every name that may be written here, to suggest one for a misspelt name.
    var names: [String] { get }

    /// What kind of formula this is, for messages: "a filter over events".
    var place: LocalizedText { get }
}

/// The meaning of a name.
public enum Resolution<Reference: Hashable & Sendable>: Sendable {
    /// It stands for something that is asked for when the formula is evaluated.
    case reference(Reference, FormulaType)
    /// It stands for another formula, which takes its place.
    case formula(Checked<Reference>)
    /// It was faulty, and that is reported already.
    case faulty
    /// It may not stand here, for a reason that the scope knows.
    case refused(FormulaFault)
}
