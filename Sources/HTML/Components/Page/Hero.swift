/// The one figure that a page is about, and what stands under it.
public struct Hero: Component {
    let label: String
    let amount: Amount
    let unit: String
    let notes: [String]
    let language: Language

    /// The figure with its name, its unit and a few words about it.
    public init(_ label: String, _ amount: Amount, unit: String, notes: [String] = [], in language: Language) {
        self.label = label
        self.amount = amount
        self.unit = unit
        self.notes = notes
        self.language = language
    }

    /// The figure.
    public var body: some Markup {
        div(.class(.hero)) {
            p(.class(.heroLabel)) { label }
            p(.class(.heroFigure)) {
                AmountText(amount, in: language)
                span(.class(.heroUnit)) { "\u{00A0}" + unit }
            }
            notes.map { note in p(.class(.muted)) { note } }
        }
    }
}

/// A part of a page on a ground of its own, with a heading.
public struct Card<Content: Markup>: Component {
    let name: String
    let heading: String
    let content: Content

    /// A card; its name tells it from others of the page.
    public init(name: String, heading: String, @MarkupBuilder content: () -> Content) {
        self.name = name
        self.heading = heading
        self.content = content()
    }

    /// The card.
    public var body: some Markup {
        section(.class(.card), .labelled(by: Identifier(.heading, name))) {
            h2(.id(Identifier(.heading, name))) { heading }
            content
        }
    }
}
