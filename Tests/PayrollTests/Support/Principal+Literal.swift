public import Payroll

/// In a test, a name alone means somebody who may do everything, in the name of that person.
extension Principal: ExpressibleByStringLiteral {
    /// Somebody of a name.
    public init(stringLiteral person: String) { self = .localOperator(person) }
}
