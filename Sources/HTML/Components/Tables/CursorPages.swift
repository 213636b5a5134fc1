/// The ways through a long list, which has no numbered pages: to its start and on from the last row shown.
public struct CursorPages: Component {
    let language: Language
    let shown: String
    let first: Address?
    let next: Address?

    /// Ways through a list.
    ///
    /// - Parameters:
    ///   - shown: What is shown of how much: "50 of 1,204 people".
    ///   - first: The start of the list; nil on its first page.
    ///   - next: What follows; nil on the last page.
    public init(shown: String, first: Address?, next: Address?, in language: Language) {
        self.language = language
        self.shown = shown
        self.first = first
        self.next = next
    }

    /// The ways.
    public var body: some Markup {
        nav(.class(.cursorPages), .label(Phrase.pages.text(in: language))) {
            p(.class(.muted)) { shown }
            if let first {
                a(href: first, .class(.pageLink)) { "← " + Phrase.first.text(in: language) }
            }
            if let next {
                a(href: next, .class(.pageLink)) { Phrase.next.text(in: language) + " →" }
            }
        }
    }
}
