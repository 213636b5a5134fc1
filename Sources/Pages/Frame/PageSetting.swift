public import HTML

/// What surrounds the content of every page: whose it is, who reads it and in what language.
public struct PageSetting: Sendable {
    /// The language of the page.
    public var language: Language
    /// The colours that the reader chose; nil leaves them to the system.
    public var theme: Theme?
    /// The company.
    public var site: String
    /// The ways to the sections that the reader has.
    public var sections: [NavigationItem]
    /// The reader's own page; nil while nobody is signed in.
    public var account: NavigationItem?
    /// The line at the foot of the page.
    public var note: String
    /// What forms of this reader carry against requests from elsewhere; nil while nobody is signed in.
    public var formToken: String?
    /// The address of this page, for the forms that change its language.
    public var here: String
    /// Where the stylesheet is.
    public var styles: Address
    /// Where the modules are that the page runs.
    public var modules: [Address] = []

    /// A setting.
    public init(
        language: Language, theme: Theme? = nil, site: String, sections: [NavigationItem] = [],
        account: NavigationItem? = nil, note: String = "", formToken: String? = nil, here: String = "/",
        styles: Address
    ) {
        self.language = language
        self.theme = theme
        self.site = site
        self.sections = sections
        self.account = account
        self.note = note
        self.formToken = formToken
        self.here = here
        self.styles = styles
    }
}

/// A page: its title and its content, a pure function of values.
public protocol PageView: Sendable {
    /// What the content is made of.
    associatedtype Content: Markup
    /// The title, which is the heading too.
    var title: String { get }
    /// Whether it holds a form that was refused.
    var hasErrors: Bool { get }
    /// After how many seconds it asks for itself again, while something is being made.
    var refreshAfter: Int? { get }
    /// The colours that this page must have whatever the reader chose.
    var forcedTheme: Theme? { get }
    /// What it shows.
    @MarkupBuilder func content(_ setting: PageSetting) -> Content
}

extension PageView {
    /// Nothing was refused.
    public var hasErrors: Bool { false }
    /// It stands still.
    public var refreshAfter: Int? { nil }
    /// The reader's own.
    public var forcedTheme: Theme? { nil }

    /// The bytes of the whole page.
    public func page(_ setting: PageSetting) -> [UInt8] {
        let language = setting.language
        return PageFrame(
            head: PageHead(
                title: title, site: setting.site, language: language, theme: forcedTheme ?? setting.theme,
                hasErrors: hasErrors, refreshAfter: refreshAfter, styles: setting.styles,
                modules: setting.modules),
            navigation: Navigation(
                language: language, site: setting.site, home: .root, items: setting.sections,
                account: setting.account),
            footerLinks: FrameWords.footer(setting), footerNote: setting.note
        ) { content(setting) }.rendered()
    }
}

/// The words around every page.
enum FrameWords {
    static let help = Words(ru: "Помощь", en: "Help")
    static let path = Words(ru: "Путь", en: "Path")

    /// Help first, then the other language by its own name.
    static func footer(_ setting: PageSetting) -> [NavigationItem] {
        let other: Language = setting.language == .ru ? .en : .ru
        let languages = Addresses.of(
            ["language", other.rawValue], query: [(name: "next", value: setting.here)])
        return [
            NavigationItem(help[setting.language], Addresses.of(["help"])),
            NavigationItem(other == .ru ? "По-русски" : "In English", languages),
        ]
    }
}
