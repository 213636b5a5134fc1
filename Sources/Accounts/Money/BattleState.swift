public import Messages

/// The life of an effort for a client that somebody asks about before it is made.
public enum BattleState: String, LifeState {
    /// Somebody asks whether to go.
    case asked
    /// The head says yes.
    case go
    /// The head says no.
    case noGo = "no_go"
    /// The client chose us.
    case won
    /// The client chose another.
    case lost
    /// We left before the client chose.
    case left
    /// Somebody has written down what is to be learned from it.
    case reviewed

    /// asked → go or no go; go → won, lost or left → reviewed.
    public var next: [BattleState] {
        switch self {
        case .asked: [.go, .noGo]
        case .go: [.won, .lost, .left]
        case .won, .lost, .left: [.reviewed]
        case .noGo, .reviewed: []
        }
    }

    /// The state in words.
    public var words: LocalizedText {
        switch self {
        case .asked: LocalizedText(en: "asked", ru: "на решении")
        case .go: LocalizedText(en: "a go", ru: "участвуем")
        case .noGo: LocalizedText(en: "no go", ru: "не участвуем")
        case .won: LocalizedText(en: "won", ru: "выиграно")
        case .lost: LocalizedText(en: "lost", ru: "проиграно")
        case .left: LocalizedText(en: "left", ru: "вышли")
        case .reviewed: LocalizedText(en: "reviewed", ru: "разобрано")
        }
    }
}
