/// An element with its attributes and content.
public struct Element<Content: Markup>: Markup {
    let tag: Tag
    let attributes: [Attribute]
    let content: Content

    /// Adds the element.
    public func write(into page: inout PageWriter) {
        page.open(tag.name, attributes)
        if tag.losesFirstLineFeed { page.byte(10) }
        content.write(into: &page)
        page.close(tag.name)
    }
}

/// An element that has no content and no end.
public struct VoidElement: Markup {
    let name: StaticString
    let attributes: [Attribute]

    init(_ name: StaticString, _ attributes: [Attribute]) {
        self.name = name
        self.attributes = attributes
    }

    /// Adds the element.
    public func write(into page: inout PageWriter) { page.open(name, attributes) }
}

/// The name of an element that has content: `p(.class(.muted)) { "Nothing sold yet." }`.
public struct Tag: Sendable {
    let name: StaticString
    /// A parser drops a line feed right after the start of such an element, so one more is written.
    let losesFirstLineFeed: Bool

    init(_ name: StaticString, losesFirstLineFeed: Bool = false) {
        self.name = name
        self.losesFirstLineFeed = losesFirstLineFeed
    }

    /// The element with its attributes and content.
    public func callAsFunction<Content: Markup>(
        _ attributes: Attribute..., @MarkupBuilder content: () -> Content
    ) -> Element<Content> {
        Element(tag: self, attributes: attributes, content: content())
    }

    /// The element with attributes that were gathered before.
    public func callAsFunction<Content: Markup>(
        with attributes: [Attribute], @MarkupBuilder content: () -> Content
    ) -> Element<Content> {
        Element(tag: self, attributes: attributes, content: content())
    }
}
