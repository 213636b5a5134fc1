/// Gathers the parts of an element: texts, elements, components, conditions and loops.
@resultBuilder
public enum MarkupBuilder {
    /// A string is text.
    public static func buildExpression(_ text: String) -> Text { Text(text) }

    /// A part.
    public static func buildExpression<Content: Markup>(_ content: Content) -> Content { content }

    /// No part.
    public static func buildBlock() -> Row<> { Row() }

    /// One part.
    public static func buildBlock<Content: Markup>(_ content: Content) -> Content { content }

    /// Several parts.
    public static func buildBlock<each Content: Markup>(_ content: repeat each Content) -> Row<repeat each Content> {
        Row(repeat each content)
    }

    /// A part that may be absent.
    public static func buildOptional<Content: Markup>(_ content: Content?) -> Content? { content }

    /// The first of two.
    public static func buildEither<First: Markup, Second: Markup>(first: First) -> Either<First, Second> {
        .first(first)
    }

    /// The second of two.
    public static func buildEither<First: Markup, Second: Markup>(second: Second) -> Either<First, Second> {
        .second(second)
    }

    /// A part for each turn of a loop.
    public static func buildArray<Content: Markup>(_ contents: [Content]) -> [Content] { contents }
}

/// Parts one after another.
public struct Row<each Content: Markup>: Markup {
    let content: (repeat each Content)

    init(_ content: repeat each Content) { self.content = (repeat each content) }

    /// Adds part after part.
    public func write(into page: inout PageWriter) {
        repeat (each content).write(into: &page)
    }
}

/// One of two parts.
public enum Either<First: Markup, Second: Markup>: Markup {
    /// The first.
    case first(First)
    /// The second.
    case second(Second)

    /// Adds the one that is there.
    public func write(into page: inout PageWriter) {
        switch self {
        case .first(let content): content.write(into: &page)
        case .second(let content): content.write(into: &page)
        }
    }
}

extension Optional: Markup where Wrapped: Markup {
    /// Adds the part if there is one.
    public func write(into page: inout PageWriter) { self?.write(into: &page) }
}

extension Array: Markup where Element: Markup {
    /// Adds part after part.
    public func write(into page: inout PageWriter) {
        for part in self { part.write(into: &page) }
    }
}
