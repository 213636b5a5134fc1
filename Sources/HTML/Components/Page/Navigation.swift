/// A way to another page.
public struct NavigationItem: Sendable {
    /// Where it leads, in words.
    public let title: String
    /// Where it leads.
    public let address: Address
    let isCurrent: Bool

    /// A way to a page, or to the one where the reader is.
    public init(_ title: String, _ address: Address, isCurrent: Bool = false) {
        self.title = title
        self.address = address
        self.isCurrent = isCurrent
    }

    /// The link.
    public var link: some Markup {
        let attributes: [Attribute] = isCurrent ? [.current(.page)] : []
        return Tag("a")(with: [.href(address)] + attributes) { title }
    }
}

extension NavigationItem {
    /// The link as a button: the one thing to do next.
    public var button: some Markup { a(href: address, .class(.button)) { title } }
}

/// The header of every page: whose it is, the ways to other pages, and who the reader is.
public struct Navigation: Component {
    let language: Language
    let site: String
    let home: Address
    let items: [NavigationItem]
    let account: NavigationItem?

    /// A header.
    public init(
        language: Language, site: String, home: Address, items: [NavigationItem], account: NavigationItem? = nil
    ) {
        self.language = language
        self.site = site
        self.home = home
        self.items = items
        self.account = account
    }

    /// The ways stand in a row, and folded where there is no room for one: only one of both is ever shown.
    public var body: some Markup {
        header(.class(.header)) {
            div(.class(.headerRow)) {
                a(href: home, .class(.site)) { site }
                nav(.class(.navWide), .label(Phrase.navigation.text(in: language))) { list }
                account.map { account in div(.class(.account)) { account.link } }
            }
            if !items.isEmpty {
                details(.class(.navNarrow)) {
                    summary { Phrase.menu.text(in: language) }
                    nav(.label(Phrase.navigation.text(in: language))) { list }
                }
            }
        }
    }

    private var list: some Markup {
        ul { items.map { item in li { item.link } } }
    }
}

/// The path to a page, from the first page to the one before it.
public struct Breadcrumbs: Component {
    let items: [NavigationItem]
    let label: String

    /// A path with its name for those who do not see it.
    public init(_ items: [NavigationItem], label: String) {
        self.items = items
        self.label = label
    }

    /// The path.
    public var body: some Markup {
        nav(.class(.breadcrumbs), .label(label)) { ol { items.map { item in li { item.link } } } }
    }
}
