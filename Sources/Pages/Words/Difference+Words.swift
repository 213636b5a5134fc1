/// The words of what changed between two runs.
public enum DifferenceWords {
    /// The page.
    public static let title = Words(ru: "Что изменилось", en: "What changed")
    /// The sum.
    public static let change = Words(ru: "Разница", en: "Difference")
    /// It is being found.
    public static let working = Words(ru: "Причины разбираются", en: "The causes are being found")
    /// What is done.
    public static let workingText = Words(
        ru: "Изменения ставятся на место одно за другим, после каждого всё считается заново.",
        en: "Changes are put in place one after the other, and everything is calculated after each.")
    /// There is nothing to compare.
    public static let none = Words(ru: "Сравнить не с чем", en: "There is nothing to compare with")
    /// The first side.
    public static let posted = Words(ru: "проведено раньше", en: "what was posted before")
    /// An adjustment.
    public static func adjustment(_ number: Int64) -> Words {
        Words(ru: "корректировка \(number)", en: "adjustment \(number)")
    }
    /// A row that came.
    public static let added = Words(ru: "новая строка", en: "new row")
    /// A row that went.
    public static let removed = Words(ru: "строки больше нет", en: "row is gone")
}
