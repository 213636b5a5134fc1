/// The words of what is unusual in a period.
public enum OutlierWords {
    /// The page.
    public static let title = Words(ru: "Необычное", en: "Outliers")
    /// Nothing.
    public static let none = Words(ru: "Ничего необычного не найдено.", en: "Nothing unusual was found.")
    /// How much is left.
    public static func open(_ open: Int, _ all: Int) -> Words {
        open == 0
            ? Words(ru: "Всё просмотрено: \(all).", en: "All are marked as seen: \(all).")
            : Words(ru: "Не просмотрено: \(open) из \(all).", en: "Not yet seen: \(open) of \(all).")
    }
    /// No run.
    public static let notCalculated = Words(ru: "Период ещё не рассчитан", en: "The period is not calculated yet")
    /// What follows.
    public static let notCalculatedText = Words(
        ru: "Необычное ищут в расчёте: сравнивают с прежними периодами каждого.",
        en: "Outliers are looked for in a run, against each one's own periods before.")
    /// Columns.
    public static let what = Words(ru: "Что необычно", en: "What is unusual")
    /// Columns.
    public static let amount = Words(ru: "Сумма", en: "Amount")
    /// Columns.
    public static let median = Words(ru: "Обычно (медиана)", en: "Usual (median)")
    /// Columns.
    public static let note = Words(ru: "Что известно", en: "What is known")
    /// Columns.
    public static let seen = Words(ru: "Просмотрено", en: "Seen")
    /// Not yet.
    public static let notSeen = Words(ru: "ещё нет", en: "not yet")
    /// Marking one.
    public static let mark = Words(ru: "Отметить просмотренным", en: "Mark as seen")
    /// The field.
    public static let word = Words(ru: "Что вы увидели", en: "What you have seen")
    /// What helps.
    public static let wordHint = Words(
        ru: "Коротко, например: разовая сделка, договор проверен.",
        en: "In a few words: a single deal, the contract is checked.")
    /// It is empty.
    public static let wordMissing = Words(ru: "Напишите, что вы увидели.", en: "Write what you have seen.")
    /// On the page of approval.
    public static let allSeen = Words(ru: "всё просмотрено", en: "all seen")
    /// On the page of approval.
    public static let unseen = CountWords(
        ru: "не просмотрено", "не просмотрено", "не просмотрено", en: "not yet seen", "not yet seen")
    /// What needs the rows of the company is not known yet.
    public static let lookedFor = Words(
        ru: "Продажи без выплат ещё ищутся.", en: "Sales without pay are still being looked for.")
    /// The way there.
    public static let look = Words(ru: "Посмотреть", en: "Look")

    /// What is unusual, by the name of its kind.
    public static func kind(_ kind: String) -> Words {
        switch kind {
        case "unusual": Words(ru: "Больше трёх срединных отклонений", en: "More than three median deviations")
        case "sold-without-pay": Words(ru: "Продажи без выплат", en: "Sales without pay")
        case "capped": Words(ru: "Сработал потолок", en: "A cap was reached")
        case "without-value": Words(ru: "Нет значения", en: "No value")
        case "first-pay": Words(ru: "Первая выплата", en: "First pay")
        case "below-zero": Words(ru: "Меньше нуля", en: "Below zero")
        case "by-hand": Words(ru: "Изменено вручную", en: "By hand")
        default: Words(ru: kind, en: kind)
        }
    }
}
