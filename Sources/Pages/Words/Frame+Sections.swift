/// The names of the sections, in the header of every page.
public enum SectionWords {
    /// What the people below are paid.
    public static let team = Words(ru: "Команда", en: "My team")
    /// The pay periods.
    public static let periods = Words(ru: "Периоды", en: "Periods")
    /// What was objected to.
    public static let disputes = Words(ru: "Возражения", en: "Disputes")
    /// The ledger.
    public static let ledger = Words(ru: "Книга", en: "Ledger")
    /// The chain of records.
    public static let audit = Words(ru: "Аудит", en: "Audit")
    /// Who signs in.
    public static let administration = Words(ru: "Доступ", en: "Administration")
    /// Looking for people and periods.
    public static let find = Words(ru: "Поиск", en: "Find")
    /// The reader's own settings.
    public static let account = Words(ru: "Мой вход", en: "Account")
    /// Help.
    public static let help = Words(ru: "Помощь", en: "Help")
}

/// The words of what a page says about its figures' age.
public enum AgeWords {
    /// "As of": before a time.
    public static let asOf = Words(ru: "Данные на", en: "As of")
    /// Something is being calculated.
    public static let recalculated = Words(
        ru: "пересчитывается по новым данным", en: "being recalculated from newer data")
}
