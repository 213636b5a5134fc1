public import HTML

/// What a page says when there is none to show: what happened, what became of what was entered, what can be done.
public struct ProblemPage: PageView {
    /// The heading.
    public var title: String
    /// What happened and what follows.
    public var text: String
    /// What can be done.
    public var actions: [NavigationItem]
    /// How it looks.
    public var kind: Kind
    /// The number of the request, for whoever is told of it.
    public var request: String?

    /// What it is about.
    public enum Kind: Sendable, Equatable {
        /// There is no such page.
        case absent
        /// Somebody else may.
        case forbidden
        /// Something is to be mended or waited for.
        case error
    }

    /// A problem.
    public init(
        title: String, text: String, actions: [NavigationItem] = [], kind: Kind, request: String? = nil
    ) {
        self.title = title
        self.text = text
        self.actions = actions
        self.kind = kind
        self.request = request
    }

    /// The page.
    public func content(_ setting: PageSetting) -> some Markup {
        StatePanel(state, heading: title, text: text, actions: actions, isPage: true)
        request.map { number in
            p(.class(.muted)) { ProblemWords.number[setting.language] + " " + number }
        }
    }

    private var state: StatePanel.State {
        switch kind {
        case .absent: .empty
        case .forbidden: .forbidden
        case .error: .error
        }
    }
}

enum ProblemWords {
    static let number = Words(ru: "Номер запроса:", en: "Number of the request:")
}
