/// A link.
public func a<Content: Markup>(
    href: Address, _ attributes: Attribute..., @MarkupBuilder content: () -> Content
) -> Element<Content> {
    Element(tag: Tag("a"), attributes: [.href(href)] + attributes, content: content())
}

/// A form, checked by the server alone.
public func form<Content: Markup>(
    _ method: FormMethod, action: Address, _ attributes: Attribute..., @MarkupBuilder content: () -> Content
) -> Element<Content> {
    let first: [Attribute] = [Attribute("method", .literal(method.rawValue)), Attribute("action", .address(action))]
    return Element(tag: Tag("form"), attributes: first + [.noValidate] + attributes, content: content())
}

/// How a form is sent.
public enum FormMethod: String, Sendable {
    /// In the address: filters, a search.
    case get
    /// In the body: what changes something.
    case post
}

/// A field of one line.
public func input(_ type: InputType, name: String, _ attributes: Attribute...) -> VoidElement {
    VoidElement("input", [.type(type), .name(name)] + attributes)
}

/// A field of several lines.
public func textarea(name: String, _ attributes: Attribute..., text: String) -> Element<Text> {
    let tag = Tag("textarea", losesFirstLineFeed: true)
    return Element(tag: tag, attributes: [.name(name)] + attributes, content: Text(text))
}

/// A line break.
public func br() -> VoidElement { VoidElement("br", []) }

/// A rule between parts.
public func hr() -> VoidElement { VoidElement("hr", []) }

/// A picture and what it says.
public func img(src: Address, alt: String, _ attributes: Attribute...) -> VoidElement {
    VoidElement("img", [Attribute("src", .address(src)), Attribute("alt", .text(alt))] + attributes)
}

/// The stylesheet of a page.
public func stylesheet(_ address: Address) -> VoidElement {
    VoidElement("link", [Attribute("rel", .literal("stylesheet")), .href(address)])
}

/// A module of script from a file of our own; a script in the page does not exist.
public func module(_ address: Address) -> Element<Row<>> {
    let attributes = [Attribute("type", .literal("module")), Attribute("src", .address(address))]
    return Element(tag: Tag("script"), attributes: attributes, content: Row())
}

/// What a page says about itself to browsers.
public enum Meta: Markup {
    /// UTF-8: the first thing in `head`.
    case charset
    /// The width of the screen is the width of the page.
    case viewport
    /// The page is loaded again after so many seconds.
    case refresh(seconds: Int)

    /// Adds the element.
    public func write(into page: inout PageWriter) {
        switch self {
        case .charset: page.literal(#"<meta charset="utf-8">"#)
        case .viewport:
            page.literal(#"<meta name="viewport" content="width=device-width, initial-scale=1">"#)
        case .refresh(let seconds):
            page.open("meta", [Attribute("http-equiv", .literal("refresh")), Attribute("content", .whole(seconds))])
        }
    }
}

/// A whole document: `<!doctype html>` and its root.
public struct Document<Content: Markup>: Markup {
    let root: Content

    /// A document with its root.
    public init(@MarkupBuilder root: () -> Content) { self.root = root() }

    /// Adds the document.
    public func write(into page: inout PageWriter) {
        page.literal("<!doctype html>")
        root.write(into: &page)
    }
}
