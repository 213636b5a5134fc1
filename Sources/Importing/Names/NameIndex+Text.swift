public import Messages

extension NameIndex.Difference {
    /// What the names differ in, in words.
    public var text: LocalizedText {
        switch self {
        case .order: LocalizedText(en: "the words are swapped", ru: "слова переставлены")
        case .letters: LocalizedText(en: "the same in other letters", ru: "то же другими буквами")
        case .initials: LocalizedText(en: "shortened", ru: "сокращено")
        case .spelling: LocalizedText(en: "a letter or two differ", ru: "отличается буква или две")
        }
    }
}

extension NameIndex.Near {
    /// The record, its name and what differs, as it is offered.
    public var text: LocalizedText {
        LocalizedText(
            en: "'\(id)' (\(VisibleText.line(name)): \(difference.text.en))",
            ru: "«\(id)» (\(VisibleText.line(name)): \(difference.text.ru))")
    }
}
