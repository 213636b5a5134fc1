public import Messages

extension MappingProposal {
    /// Something to look at or to say before the table is read.
    public struct Question: Hashable, Sendable {
        /// The field or column it is about; empty for the whole table.
        public let subject: String
        /// What is not certain, and what to do.
        public let text: LocalizedText
        /// Whether the table cannot be read before it is answered.
        public let blocks: Bool
        /// Under which key it is answered in other words than the choices, as ``MappingAnswers/take(_:_:)`` knows it; empty where
        /// only the choices do, or only the file can be mended.
        public let key: String
        /// What an answer looks like where there is no choice.
        public let example: String
        /// The answers that can be told beforehand.
        public let choices: [Choice]

        init(
            subject: String, text: LocalizedText, blocks: Bool = false, key: String = "", example: String = "",
            choices: [Choice] = []
        ) {
            self.subject = subject
            self.text = text
            self.blocks = blocks
            self.key = key
            self.example = example
            self.choices = choices
        }

        /// Whether an answer settles it; otherwise the file has to be mended.
        public var isAnswerable: Bool { !key.isEmpty || !choices.isEmpty }
    }

    /// An answer and what it means.
    public struct Choice: Hashable, Sendable {
        /// What is answered.
        public let key: String
        /// With which value.
        public let value: String
        /// What then holds.
        public let meaning: LocalizedText

        init(_ key: String, _ value: String, _ meaning: LocalizedText) {
            self.key = key
            self.value = value
            self.meaning = meaning
        }
    }
}

extension TextFault {
    /// What is asked of a text whose letters cannot be told.
    public var question: MappingProposal.Question {
        MappingProposal.Question(
            subject: "", text: message, blocks: true, key: "encoding",
            choices: TextEncoding.allCases.map { MappingProposal.Choice("encoding", $0.rawValue, $0.meaning) })
    }
}

extension TextEncoding {
    /// Whose letters it has.
    fileprivate var meaning: LocalizedText {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: LocalizedText(en: "every script", ru: "любые буквы")
        case .windows1251: LocalizedText(en: "Cyrillic, Windows", ru: "русские буквы, Windows")
        case .windows1252: LocalizedText(en: "Western European, Windows", ru: "западноевропейские буквы, Windows")
        case .koi8r: LocalizedText(en: "Cyrillic, old Unix systems", ru: "русские буквы, старые системы Unix")
        }
    }
}
