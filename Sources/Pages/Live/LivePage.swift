public import HTML

/// A page that moves as a whole while it is open.
public struct LivePage<Inner: PageView>: PageView {
    let inner: Inner
    let topic: LiveTopic
    let language: Language

    /// A page, and what it is about.
    public init(_ inner: Inner, _ topic: LiveTopic, language: Language) {
        self.inner = inner
        self.topic = topic
        self.language = language
    }

    /// The title of the page.
    public var title: String { inner.title }
    /// Whether it holds a form that was refused.
    public var hasErrors: Bool { inner.hasErrors }

    /// Its content, and how it is held or loaded again.
    public func content(_ setting: PageSetting) -> some Markup {
        LiveRegion("page", topic) { inner.content(setting) }
        LiveBar(here: Addresses.own(setting.here), language: language)
    }
}
