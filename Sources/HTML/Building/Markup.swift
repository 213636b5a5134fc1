/// Something that can be written into a page.
public protocol Markup: Sendable {
    /// Adds its bytes.
    func write(into page: inout PageWriter)
}

extension Markup {
    /// Its bytes alone, UTF-8.
    public func rendered(capacity: Int = 16_384) -> [UInt8] {
        var page = PageWriter(capacity: capacity)
        write(into: &page)
        return page.bytes
    }

    /// Its bytes as a text, for tests and logs.
    public var html: String { String(decoding: rendered(), as: UTF8.self) }
}

/// A part of a page that is made of other parts by its values.
public protocol Component: Markup {
    /// What it is made of.
    associatedtype Body: Markup
    /// What it is made of.
    @MarkupBuilder var body: Body { get }
}

extension Component {
    /// Adds the bytes of what it is made of.
    public func write(into page: inout PageWriter) { body.write(into: &page) }
}

/// Text, always escaped.
public struct Text: Markup {
    let text: String

    /// Text as a page shows it.
    public init(_ text: String) { self.text = text }

    /// Text in bytes of unknown origin: what is not UTF-8, an unpaired surrogate among it, becomes U+FFFD.
    public init(utf8 bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    /// Adds the escaped text.
    public func write(into page: inout PageWriter) { page.text(text) }
}

/// Markup as it stands in the source of the program, never from data: an icon, an entity.
public struct RawMarkup: Markup {
    let markup: StaticString

    /// Markup that a programmer wrote and answers for.
    public init(_ markup: StaticString) { self.markup = markup }

    /// Adds the markup.
    public func write(into page: inout PageWriter) { page.literal(markup) }
}

/// One part for each of the values, made while it is written, so that a long table is never held twice.
public struct Each<Values: Sequence & Sendable, Content: Markup>: Markup where Values.Element: Sendable {
    let values: Values
    let content: @Sendable (Values.Element) -> Content

    /// Parts for values.
    public init(_ values: Values, @MarkupBuilder content: @escaping @Sendable (Values.Element) -> Content) {
        self.values = values
        self.content = content
    }

    /// Adds part after part.
    public func write(into page: inout PageWriter) {
        for value in values { content(value).write(into: &page) }
    }
}
