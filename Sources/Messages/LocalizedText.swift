/// A language in which Stimul speaks to people.
public enum Language: String, CaseIterable, Sendable, Hashable {
    case en
    case ru
}

/// A text for people in every language Stimul speaks.
///
/// Both languages stand side by side where the text is made, so that neither can be forgotten. Each writes the values that
/// the text names in its own way (``Wording``):
///
///     LocalizedText(en: "the file is empty", ru: "файл пуст")
///     LocalizedText(en: "the cap took \(money)", ru: "потолок забрал \(money)")
///     // "the cap took 1 200.50 RUB", "потолок забрал 1 200,50 RUB"
public struct LocalizedText: Hashable, Sendable, CustomStringConvertible {
    /// The English text.
    public var en: String
    /// The Russian text.
    public var ru: String

    /// Makes a text from both languages.
    public init(en: EnglishText, ru: RussianText) {
        self.en = en.text
        self.ru = ru.text
    }

    /// Makes a text that is the same in every language: a name, an identifier, a formula.
    public init(_ same: String) {
        en = same
        ru = same
    }

    /// Makes a text of a value alone, as each language writes it.
    public init(_ value: some LocalizedValue) {
        en = value.text(in: .en)
        ru = value.text(in: .ru)
    }

    /// Makes a text from what gives it in each language.
    public init(_ text: (Language) -> String) {
        en = text(.en)
        ru = text(.ru)
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

extension Sequence<LocalizedText> {
    /// The texts behind each other.
    public func joined(separator: String) -> LocalizedText {
        LocalizedText { language in map { $0[language] }.joined(separator: separator) }
    }
}

extension LocalizedText: LocalizedValue {
    /// The text in one language.
    public func text(in language: Language) -> String { self[language] }
}
