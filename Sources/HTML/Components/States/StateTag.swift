/// A word for a state; its colour only repeats what the word says.
public struct StateTag: Component {
    let text: String
    let tone: Tone

    /// A word and its tone.
    public init(_ text: String, _ tone: Tone = .neutral) {
        self.text = text
        self.tone = tone
    }

    /// The word.
    public var body: some Markup { span(.class([.tag, tone.className])) { text } }
}

/// What a colour says: red and amber only where something is wrong or due.
public enum Tone: CaseIterable, Sendable {
    /// Nothing to say.
    case neutral
    /// To be known.
    case info
    /// Done, or more than before.
    case gain
    /// Due, or old.
    case warn
    /// Wrong, refused, or less.
    case loss

    /// The ground of the tone.
    public var className: ClassName {
        switch self {
        case .neutral: .toneNeutral
        case .info: .toneInfo
        case .gain: .toneGain
        case .warn: .toneWarn
        case .loss: .toneLoss
        }
    }
}

/// A message in a page.
public struct Notice: Component {
    let text: String
    let tone: Tone

    /// A message and its tone.
    public init(_ text: String, _ tone: Tone = .info) {
        self.text = text
        self.tone = tone
    }

    /// The message.
    public var body: some Markup { div(.class([.notice, tone.className])) { p { text } } }
}
