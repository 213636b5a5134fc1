public import HTML

/// A form that changes something: it carries the token of its reader, and a key by which a second sending is known.
public struct ActionForm<Content: Markup>: Component {
    let action: Address
    let token: String?
    let key: String?
    let hasFile: Bool
    let content: Content

    /// A form.
    ///
    /// - Parameters:
    ///   - key: Drawn for this form alone, so that sending it twice does once what it says.
    ///   - hasFile: Whether a file goes with it; the token is sent before.
    public init(
        _ action: Address, _ setting: PageSetting, key: String? = nil, hasFile: Bool = false,
        @MarkupBuilder content: () -> Content
    ) {
        self.hasFile = hasFile
        self.action = action
        token = setting.formToken
        self.key = key
        self.content = content()
    }

    /// The form.
    public var body: some Markup {
        if hasFile {
            form(.post, action: action, .inParts) { fields }
        } else {
            form(.post, action: action) { fields }
        }
    }

    @MarkupBuilder private var fields: some Markup {
        token.map { input(.hidden, name: "token", .value($0)) }
        key.map { input(.hidden, name: "key", .value($0)) }
        content
    }
}

/// A hidden value of a form.
struct HiddenField: Component {
    let name: String
    let value: String

    var body: some Markup { input(.hidden, name: name, .value(value)) }
}

/// The heading of a page with a word for its state.
struct PageHeading: Component {
    let title: String
    let state: StateTag?

    var body: some Markup {
        h1 {
            bdi { title }
            if let state {
                " "
                state
            }
        }
    }
}
