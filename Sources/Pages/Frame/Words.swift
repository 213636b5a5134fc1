public import HTML

/// The same words in both languages of the pages.
public struct Words: Sendable, Equatable {
    /// In Russian.
    public let ru: String
    /// In English.
    public let en: String

    /// Words in both languages.
    public init(ru: String, en: String) {
        self.ru = ru
        self.en = en
    }

    /// The words in a language.
    public subscript(_ language: Language) -> String { language == .ru ? ru : en }
}

/// A number with a word in the form that the language asks for: 1 человек, 2 человека, 5 человек; 1 person, 2 people.
public struct CountWords: Sendable {
    let one: Words
    let few: String
    let many: Words

    /// The forms: of one, of a few (Russian only), of many.
    public init(ru one: String, _ few: String, _ many: String, en englishOne: String, _ englishMany: String) {
        self.one = Words(ru: one, en: englishOne)
        self.few = few
        self.many = Words(ru: many, en: englishMany)
    }

    /// The number with its word.
    public func text(_ count: Int, in language: Language) -> String {
        FigureText.text(count, in: language) + "\u{00A0}" + word(count, in: language)
    }

    private func word(_ count: Int, in language: Language) -> String {
        guard language == .ru else { return count == 1 ? one.en : many.en }
        let tens = count % 100
        switch count % 10 {
        case 1 where tens != 11: return one.ru
        case 2...4 where !(12...14).contains(tens): return few
        default: return many.ru
        }
    }
}
