public import HTML

/// Things that need somebody, one under another: what it is, since when, what shows it, and what can be done.
public struct EntryList: Sendable {
    let name: String
    let heading: String
    let text: [String]
    let entries: [Entry]
    let nothing: String
    let links: [NavigationItem]

    /// A list.
    ///
    /// - Parameter nothing: What is said where there is nothing.
    public init(
        name: String, heading: String, text: [String] = [], entries: [Entry], nothing: String = "",
        links: [NavigationItem] = []
    ) {
        self.name = name
        self.heading = heading
        self.text = text
        self.entries = entries
        self.nothing = nothing
        self.links = links
    }
}

/// One thing of a list.
public struct Entry: Sendable {
    /// A word for its state.
    public var tag: StateTag?
    /// What it is.
    public var title: String
    /// The page about it.
    public var address: Address?
    /// A few words beside the title: a day, a figure.
    public var side: String
    /// What there is to know, a line each.
    public var lines: [String]
    /// The same in small letters.
    public var notes: [String]
    /// What it rests on, folded.
    public var evidence: [Evidence]
    /// What can be done, and ways on.
    public var links: [NavigationItem]
    /// The one thing to be done, as a button.
    public var action: NavigationItem?

    /// What something rests on: words, and the row where they stand.
    public struct Evidence: Sendable {
        let text: String
        let place: String

        /// Words and their place; empty where a figure is the evidence.
        public init(_ text: String, place: String) {
            self.text = text
            self.place = place
        }
    }

    /// A thing.
    public init(
        _ title: String, _ address: Address? = nil, tag: StateTag? = nil, side: String = "", lines: [String] = [],
        notes: [String] = [], evidence: [Evidence] = [], links: [NavigationItem] = [], action: NavigationItem? = nil
    ) {
        (self.title, self.address, self.tag, self.side) = (title, address, tag, side)
        (self.lines, self.notes, self.evidence, self.links, self.action) = (lines, notes, evidence, links, action)
    }
}

/// A list on a card of its own.
struct EntryCard: Component {
    let model: EntryList
    let language: Language

    var body: some Markup {
        Card(name: model.name, heading: model.heading) {
            model.text.map { text in p { text } }
            if model.entries.isEmpty {
                if !model.nothing.isEmpty { p(.class(.muted)) { model.nothing } }
            } else {
                ul(.class(.entries), .role(.list)) {
                    model.entries.map { EntryItem(entry: $0, language: language) }
                }
            }
            if !model.links.isEmpty { LinkRow(model.links) }
        }
    }
}

/// One thing of a list.
private struct EntryItem: Component {
    let entry: Entry
    let language: Language

    var body: some Markup {
        li(.class(.entry)) {
            div(.class(.entryHead)) {
                entry.tag
                span(.class(.entryTitle)) { title }
                if !entry.side.isEmpty { span(.class(.entrySide)) { entry.side } }
            }
            entry.lines.filter { !$0.isEmpty }.map { line in p { bdi { line } } }
            entry.notes.filter { !$0.isEmpty }.map { note in p(.class(.muted)) { bdi { note } } }
            if !entry.evidence.isEmpty { evidence }
            if !entry.links.isEmpty || entry.action != nil { ways }
        }
    }

    @MarkupBuilder private var title: some Markup {
        if let address = entry.address {
            a(href: address) { bdi { entry.title } }
        } else {
            bdi { entry.title }
        }
    }

    private var evidence: some Markup {
        details(.class(.chartTable)) {
            HTML.summary {
                EntryWords.evidence[language]
                span(.class(.unseen)) { ": " + entry.title }
            }
            ul {
                entry.evidence.map { piece in
                    li {
                        piece.text
                        if !piece.place.isEmpty {
                            " "
                            span(.class(.muted)) { piece.place }
                        }
                    }
                }
            }
        }
    }

    private var ways: some Markup {
        ul(.class(.entryWays), .role(.list)) {
            entry.action.map { action in
                li { a(href: action.address, .class([.button, .buttonQuiet])) { named(action) } }
            }
            entry.links.map { item in li { a(href: item.address) { named(item) } } }
        }
    }

    /// A way is called by what it is about too, for those who go from one to the next.
    @MarkupBuilder private func named(_ item: NavigationItem) -> some Markup {
        item.title
        span(.class(.unseen)) { ": " + entry.title }
    }
}

/// The words of a list.
enum EntryWords {
    static let evidence = Words(ru: "На чём основано", en: "What it rests on")
}
