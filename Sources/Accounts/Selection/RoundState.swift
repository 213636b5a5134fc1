public import Messages

/// The life of a round of scoring.
public enum RoundState: String, LifeState {
    /// Criteria and candidates may still change.
    case draft
    /// Departments score, each seeing only its own scores.
    case open
    /// Scores are laid open; they change only through minutes.
    case closed
    /// Departments that lie apart meet.
    case sessions
    /// The director has decided.
    case decided
    /// Given up.
    case void

    /// draft → open → closed → sessions → decided; void from any state but the last.
    public var next: [RoundState] {
        switch self {
        case .draft: [.open, .void]
        case .open: [.closed, .void]
        case .closed: [.sessions, .decided, .void]
        case .sessions: [.decided, .void]
        case .decided, .void: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .draft: LocalizedText(en: "a draft", ru: "черновик")
        case .open: LocalizedText(en: "open", ru: "открыт")
        case .closed: LocalizedText(en: "closed", ru: "закрыт")
        case .sessions: LocalizedText(en: "in sessions", ru: "на согласовании")
        case .decided: LocalizedText(en: "decided", ru: "решён")
        case .void: LocalizedText(en: "void", ru: "отменён")
        }
    }
}
