/// A whole page: its head, the first link, the header with ways to other pages, the main part and the footer.
public struct PageFrame<Content: Markup>: Component {
    let head: PageHead
    let navigation: Navigation
    let footerLinks: [NavigationItem]
    let footerNote: String
    let content: Content

    /// A page.
    ///
    /// - Parameters:
    ///   - footerLinks: The same on every page, help first.
    ///   - footerNote: One line, such as the company and the age of its data.
    public init(
        head: PageHead, navigation: Navigation, footerLinks: [NavigationItem], footerNote: String,
        @MarkupBuilder content: () -> Content
    ) {
        self.head = head
        self.navigation = navigation
        self.footerLinks = footerLinks
        self.footerNote = footerNote
        self.content = content()
    }

    /// The document.
    public var body: some Markup {
        Document {
            HTML.html(with: head.rootAttributes) {
                head
                HTML.body {
                    a(href: .fragment(Identifier(.main)), .class(.skip)) { Phrase.skip.text(in: head.language) }
                    navigation
                    main(.id(Identifier(.main)), .class(.main), .focusTarget) { content }
                    footer(.class(.footer)) {
                        ul(.class(.footerLinks)) { footerLinks.map { item in li { item.link } } }
                        p { footerNote }
                    }
                }
            }
        }
    }
}

/// What a page says about itself.
public struct PageHead: Component {
    let title: String
    let site: String
    let language: Language
    let theme: Theme?
    let hasErrors: Bool
    let refreshAfter: Int?
    let styles: Address
    let modules: [Address]

    /// The head of a page.
    ///
    /// - Parameters:
    ///   - site: The name that follows the title.
    ///   - theme: What the reader chose; nil leaves it to the system.
    ///   - hasErrors: Whether the page holds a form that was refused: "Error: " then begins its title.
    ///   - refreshAfter: The seconds after which the page is loaded again.
    ///   - styles: Where the stylesheet is.
    public init(
        title: String, site: String, language: Language, theme: Theme? = nil, hasErrors: Bool = false,
        refreshAfter: Int? = nil, styles: Address, modules: [Address] = []
    ) {
        self.title = title
        self.site = site
        self.language = language
        self.theme = theme
        self.hasErrors = hasErrors
        self.refreshAfter = refreshAfter
        self.styles = styles
        self.modules = modules
    }

    var rootAttributes: [Attribute] {
        [.lang(language.tag), .dir(.ltr)] + (theme.map { [.theme($0)] } ?? [])
    }

    /// The head.
    public var body: some Markup {
        HTML.head {
            Meta.charset
            Meta.viewport
            refreshAfter.map { Meta.refresh(seconds: $0) }
            HTML.title { (hasErrors ? Phrase.error.text(in: language) : "") + title + " · " + site }
            stylesheet(styles)
            modules.map { module($0) }
        }
    }
}
