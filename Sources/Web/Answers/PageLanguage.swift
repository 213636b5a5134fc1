internal import HTML
internal import Messages
internal import Pages

/// The language of a page.
typealias PageLanguage = HTML.Language

extension PageLanguage {
    /// The same language where formulas and messages name it.
    var ofTexts: Messages.Language { self == .ru ? .ru : .en }
}

extension LocalizedText {
    /// The text in the language of a page.
    subscript(_ language: PageLanguage) -> String { self[language.ofTexts] }
    /// The text as words of pages.
    var words: Words { Words(ru: ru, en: en) }
}
