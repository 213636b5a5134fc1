public import Messages

/// The life of a risk.
public enum RiskState: String, LifeState {
    /// Somebody sees it.
    case seen
    /// Somebody looks after it.
    case owned
    /// Something was done.
    case acted
    /// It is over.
    case closed
    /// We live with it, knowingly.
    case accepted

    /// seen → owned → acted → closed; accepted once somebody owns it.
    public var next: [RiskState] {
        switch self {
        case .seen: [.owned]
        case .owned: [.acted, .accepted]
        case .acted: [.closed, .accepted]
        case .closed, .accepted: []
        }
    }

    /// Whether nobody has to look after it any more.
    public var isSettled: Bool { self == .closed || self == .accepted }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .seen: LocalizedText(en: "seen", ru: "замечен")
        case .owned: LocalizedText(en: "owned", ru: "есть ответственный")
        case .acted: LocalizedText(en: "acted upon", ru: "меры приняты")
        case .closed: LocalizedText(en: "closed", ru: "закрыт")
        case .accepted: LocalizedText(en: "accepted", ru: "принят")
        }
    }
}
