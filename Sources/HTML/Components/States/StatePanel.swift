/// What a page, or a part of it, says when it has no figures to show: nothing is red, and something can be done.
public struct StatePanel: Component {
    let state: State
    let heading: String
    let text: String
    let actions: [NavigationItem]
    let isPage: Bool

    /// What a page or part says.
    ///
    /// - Parameters:
    ///   - heading: What is so: "January has no calculation yet".
    ///   - text: What follows from it and when it changes.
    ///   - actions: What can be done, the most likely first.
    ///   - isPage: Whether the whole page is this: the heading is then the page's.
    public init(_ state: State, heading: String, text: String, actions: [NavigationItem] = [], isPage: Bool = false) {
        self.state = state
        self.heading = heading
        self.text = text
        self.actions = actions
        self.isPage = isPage
    }

    /// Why there is nothing to show.
    public enum State: Sendable {
        /// Nothing is there yet.
        case empty
        /// Being made; how much of it is done, in hundredths, if that is known.
        case waiting(done: Int?)
        /// It cannot be made until something is mended.
        case error
        /// The reader may not see or do it.
        case forbidden
    }

    /// The panel.
    public var body: some Markup {
        section(with: [.class([.panel, className])] + (isWaiting ? [.role(.status)] : [])) {
            if isPage { h1 { heading } } else { h2 { heading } }
            if case .waiting(let done?) = state { Progress(done: done, label: heading) }
            p { text }
            if !actions.isEmpty {
                ul(.class(.actions)) { actions.map { item in li { item.link } } }
            }
        }
    }

    private var isWaiting: Bool {
        if case .waiting = state { true } else { false }
    }

    private var className: ClassName {
        switch state {
        case .empty: .panelEmpty
        case .waiting: .panelWaiting
        case .error: .panelError
        case .forbidden: .panelForbidden
        }
    }
}

/// How much of some work is done.
public struct Progress: Component {
    let done: Int
    let label: String

    /// Hundredths of the work and what it is.
    public init(done: Int, label: String) {
        self.done = min(max(done, 0), 100)
        self.label = label
    }

    /// The bar; it stands still, for what moves by itself must be possible to stop.
    public var body: some Markup {
        Tag("progress")(
            .class(.progress), .label(label), Attribute("max", .whole(100)), Attribute("value", .whole(done))
        ) { "\(done) %" }
    }
}
