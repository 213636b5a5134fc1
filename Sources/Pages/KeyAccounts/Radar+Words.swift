/// The words of the radar.
public enum RadarWords {
    /// What one sees.
    public static let mine = Words(ru: "Для меня", en: "For me")
    /// What others see.
    public static let line = Words(ru: "Моих людей и клиентов", en: "Of my people and accounts")
    /// Everything.
    public static let all = Words(ru: "Все", en: "All")
    /// Nothing.
    public static let none = Words(ru: "Сигналов нет", en: "The radar is silent")
    /// What follows.
    public static let noneText = Words(
        ru: "На этот день ничто не требует внимания.", en: "Nothing needs anybody on this day.")
    /// One rule.
    public static let rule = Words(ru: "Правило", en: "Rule")
    /// By rule.
    public static let byRule = Words(ru: "По правилам", en: "By rule")
    /// How many.
    public static let count = Words(ru: "Сигналов", en: "Findings")
    /// A column.
    public static let what = Words(ru: "О чём", en: "What it warns of")
    /// All rules.
    public static let allRules = Words(ru: "Все правила", en: "All rules")
    /// For whom.
    public static func people(_ names: String) -> Words { Words(ru: "для: \(names)", en: "for: \(names)") }
    /// How far up it has gone.
    public static func up(_ levels: Int) -> Words {
        Words(ru: "без ответа, поднято на уровень: \(levels)", en: "unanswered, levels up: \(levels)")
    }
    /// How many in a sentence.
    public static let findings = CountWords(ru: "сигнал", "сигнала", "сигналов", en: "finding", "findings")
    /// More than are shown.
    public static func more(_ count: Int) -> Words {
        Words(
            ru: "И ещё \(count). Выберите правило, чтобы увидеть их.",
            en: "And \(count) more. Choose a rule to see them.")
    }
}
