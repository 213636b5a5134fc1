public import Messages

extension ForbiddenSubject {
    /// The subject as people call it.
    public var words: LocalizedText {
        switch self {
        case .health: LocalizedText(en: "health", ru: "здоровье")
        case .politics: LocalizedText(en: "politics", ru: "политика")
        case .religion: LocalizedText(en: "religion", ru: "религия")
        case .privateLife: LocalizedText(en: "private life", ru: "частная жизнь")
        }
    }
}

extension PersonalNote.Sight {
    /// Who may read it, as people say it.
    public var text: LocalizedText {
        let parts =
            [LocalizedText(en: "author", ru: "автор")]
            + (deputy ? [LocalizedText(en: "deputy", ru: "заместитель")] : [])
            + (head ? [LocalizedText(en: "head", ru: "руководитель")] : [])
        return parts.joined(separator: ", ")
    }
}
