/// A language in which Stimul speaks to people.
public enum Language: String, CaseIterable, Sendable, Hashable {
    case en
    case ru
}

/// A text for people in every language Stimul speaks.
///
/// Both languages stand side by side where the text is made, so that neither can be forgotten:
///
///     LocalizedText(en: "the file is empty", ru: "файл пуст")
public struct LocalizedText: Hashable, Sendable, CustomStringConvertible {
    /// The English text.
    public var en: String
    /// The Russian text.
    public var ru: String

    /// Makes a text from both languages.
    public init(en: String, ru: String) {
        self.en = en
        self.ru = ru
    }

    /// Makes a text that is the same in every language: a name, a number, a formula.
    public init(_ same: String) {
        self.init(en: same, ru: same)
    }

    /// The text in one language.
    public subscript(_ language: Language) -> String {
        switch language {
        case .en: en
        case .ru: ru
        }
    }

    /// The English text.
    public var description: String { en }
}
