internal import HTML

/// A part of a page that moves in the open page when what it is about has changed.
struct LiveRegion<Content: Markup>: Component {
    let name: String
    let topic: LiveTopic
    let content: Content

    /// A part; its name tells it from others of the page.
    init(_ name: String, _ topic: LiveTopic, @MarkupBuilder content: () -> Content) {
        self.name = name
        self.topic = topic
        self.content = content()
    }

    var body: some Markup {
        div(
            .id(Identifier(.live, name)), .data(.live, name), .data(.people, topic.person ?? "*"),
            .data(.period, topic.period), .data(.said, topic.said)
        ) { content }
    }
}

/// What a part of a page is about, and the last thing that has happened to it.
public struct LiveTopic: Sendable {
    /// Whose pay; nil for that of all whose pay the reader may see.
    public var person: String?
    /// Of which pay period.
    public var period: String
    /// The last change in a sentence, as it is read aloud; empty when nothing has changed.
    public var said: String

    /// What a part is about.
    public init(person: String?, period: String, said: String = "") {
        self.person = person
        self.period = period
        self.said = said
    }
}

/// What can be done about the age of figures: loading the page again, or, where it moves by itself, holding it.
struct LiveBar: Component {
    let here: Address
    let language: Language

    var body: some Markup {
        div(.class(.liveBar)) {
            a(href: here) { LiveWords.refresh[language] }
            // Without the script nothing moves and there is nothing to hold.
            button(
                .button(.button), .class([.button, .buttonQuiet]), .id(Identifier(.live, "pause")), .unpressed, .hidden
            ) { LiveWords.pause[language] }
        }
        p(.class(.liveSaid), .id(Identifier(.live, "said")), .role(.status), .polite) {}
    }
}

/// The words of what moves.
enum LiveWords {
    static let refresh = Words(ru: "Обновить", en: "Refresh")
    static let pause = Words(ru: "Остановить живые суммы", en: "Pause live figures")
}

extension PageView {
    /// The content alone, as an open page asks for it again: the same view, without what surrounds it.
    public func fragment(_ setting: PageSetting) -> [UInt8] { content(setting).rendered() }
}

/// The module that keeps the figures of an open page those of now.
public enum LiveScript {
    /// Its bytes.
    public static let bytes = PackageResources.live_js
}
