public import Messages

/// A stretch of a formula's text, in characters from its start: `[lower, upper)`.
public struct TextSpan: Hashable, Sendable {
    /// The first character, counted from 0.
    public var lower: Int
    /// The character after the last.
    public var upper: Int

    /// Makes a stretch of text.
    public init(_ lower: Int, _ upper: Int) {
        self.lower = lower
        self.upper = max(lower, upper)
    }

    /// The smallest stretch that holds both.
    public func joined(_ other: TextSpan) -> TextSpan {
        TextSpan(min(lower, other.lower), max(upper, other.upper))
    }
}

/// A fault inside one formula, before it is known in which file the formula stands.
public struct FormulaFault: Error, Hashable, Sendable {
    /// How much it weighs.
    public var severity: Diagnostic.Severity
    /// The kind of fault, as in ``Diagnostic/code``.
    public var code: String
    /// Where in the formula.
    public var span: TextSpan
    /// What was found and what was expected.
    public var message: LocalizedText
    /// What to do about it.
    public var remedy: LocalizedText?

    /// Makes a fault.
    public init(
        _ code: String, at span: TextSpan, _ message: LocalizedText, remedy: LocalizedText? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        self.severity = severity
        self.code = code
        self.span = span
        self.message = message
        self.remedy = remedy
    }
}
