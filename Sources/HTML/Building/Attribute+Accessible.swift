extension Attribute {
    /// What it is to those who do not see it.
    public static func role(_ role: Role) -> Attribute { Attribute("role", .literal(role.rawValue)) }

    /// Its name where no text gives it.
    public static func label(_ text: String) -> Attribute { Attribute("aria-label", .text(text)) }

    /// The elements that name it.
    public static func labelled(by ids: Identifier...) -> Attribute {
        Attribute("aria-labelledby", .text(ids.map(\.text).joined(separator: " ")))
    }

    /// The elements that describe it.
    public static func described(by ids: [Identifier]) -> Attribute {
        Attribute("aria-describedby", .text(ids.map(\.text).joined(separator: " ")))
    }

    /// Not read aloud.
    public static let unspoken = Attribute("aria-hidden", .literal("true"))

    /// The page or step where the reader is.
    public static func current(_ what: Current) -> Attribute { Attribute("aria-current", .literal(what.rawValue)) }

    /// The order of a column.
    public static func sort(_ order: SortOrder) -> Attribute { Attribute("aria-sort", .literal(order.rawValue)) }

    /// Holds an error.
    public static let invalid = Attribute("aria-invalid", .literal("true"))

    /// A button that stays as it is pressed, and is not.
    public static let unpressed = Attribute("aria-pressed", .literal("false"))

    /// Changes are read aloud when the reader pauses.
    public static let polite = Attribute("aria-live", .literal("polite"))
}

/// What an element is to those who do not see it.
public enum Role: String, Sendable {
    /// A part with a name.
    case region
    /// A picture.
    case img
    /// A message that is read at once.
    case alert
    /// A message that is read in its turn.
    case status
    /// A group with a name.
    case group
    /// A search.
    case search
    /// A list whose look takes its meaning away in some readers.
    case list
}

/// Where the reader is.
public enum Current: String, Sendable {
    /// On this page.
    case page
    /// At this step.
    case step
    /// At this item.
    case item = "true"
}

/// The order of a column.
public enum SortOrder: String, Sendable {
    /// Smallest first.
    case ascending
    /// Largest first.
    case descending
    /// No order.
    case none
}
