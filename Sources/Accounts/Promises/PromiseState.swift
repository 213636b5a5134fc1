public import Messages

/// The life of a promise.
public enum PromiseState: String, LifeState {
    /// Written down; whoever shall receive the work has not taken it on yet.
    case made
    /// Taken on.
    case accepted
    /// The owner says it is done; nobody else has said so.
    case done
    /// Confirmed by somebody else.
    case kept
    /// The day went by, or the client denied what was confirmed.
    case broken
    /// Moved with the client's consent; another promise took its place.
    case renegotiated
    /// The client released us.
    case void

    /// made → accepted → done → kept, with the ways out; kept and broken may still be corrected by what comes later.
    public var next: [PromiseState] {
        switch self {
        case .made: [.accepted, .renegotiated, .void, .broken]
        case .accepted: [.done, .renegotiated, .void, .broken]
        case .done: [.kept, .broken]
        case .kept: [.broken]
        case .broken: [.done]
        case .renegotiated, .void: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .made: LocalizedText(en: "made", ru: "дано")
        case .accepted: LocalizedText(en: "accepted", ru: "принято")
        case .done: LocalizedText(en: "done", ru: "выполнено")
        case .kept: LocalizedText(en: "kept", ru: "сдержано")
        case .broken: LocalizedText(en: "broken", ru: "нарушено")
        case .renegotiated: LocalizedText(en: "moved", ru: "перенесено")
        case .void: LocalizedText(en: "void", ru: "снято")
        }
    }
}
