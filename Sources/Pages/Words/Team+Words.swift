/// The words of the team's page.
public enum TeamWords {
    /// How many people.
    public static let people = CountWords(ru: "человек", "человека", "человек", en: "person", "people")
    /// The table.
    public static let table = Words(ru: "Люди", en: "People")
    /// Columns.
    public static let person = Words(ru: "Сотрудник", en: "Person")
    /// In which unit.
    public static let unit = Words(ru: "Подразделение", en: "Unit")
    /// On which days he was in the team.
    public static let days = Words(ru: "Дни в команде", en: "Days in the team")
    /// What was earned.
    public static let earned = Words(ru: "Заработано", en: "Earned")
    /// What is to be known.
    public static let remarks = Words(ru: "Замечания", en: "Remarks")
    /// Everybody.
    public static let total = Words(ru: "Итого", en: "Total")
    /// The whole period.
    public static let whole = Words(ru: "весь период", en: "the whole period")
    /// A period not calculated.
    public static let live = Words(
        ru: "Период ещё не рассчитан: показано заработанное на сейчас.",
        en: "The period is not calculated yet: what was earned so far is shown.")
    /// Nobody.
    public static func nobody(_ period: String) -> Words {
        Words(ru: "В этом периоде вам никто не подчинялся: \(period)", en: "Nobody reported to you in \(period)")
    }
    /// What follows from that.
    public static let nobodyText = Words(
        ru: "Команда определяется назначениями: кто кому подчиняется и с какого дня.",
        en: "A team follows from assignments: who reports to whom, and since when.")
    /// Choosing another period.
    public static let others = Words(ru: "Другие периоды", en: "Other periods")
    /// A number of awards without a value.
    public static let missing = CountWords(
        ru: "начисление без значения", "начисления без значения", "начислений без значения",
        en: "award without a value",
        "awards without a value")
}
