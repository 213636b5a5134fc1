/// Pay periods as people call them.
public enum PeriodTitle {
    private static let months: [LocalizedText] = [
        LocalizedText(en: "January", ru: "январь"), LocalizedText(en: "February", ru: "февраль"),
        LocalizedText(en: "March", ru: "март"), LocalizedText(en: "April", ru: "апрель"),
        LocalizedText(en: "May", ru: "май"), LocalizedText(en: "June", ru: "июнь"),
        LocalizedText(en: "July", ru: "июль"), LocalizedText(en: "August", ru: "август"),
        LocalizedText(en: "September", ru: "сентябрь"), LocalizedText(en: "October", ru: "октябрь"),
        LocalizedText(en: "November", ru: "ноябрь"), LocalizedText(en: "December", ru: "декабрь"),
    ]

    /// "ноябрь 2026" of the label `2026-11`; the labels of other periods are their names.
    public static func of(_ label: String) -> LocalizedText {
        let parts = label.split(separator: "-")
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let month = Int(parts[1]),
            months.indices.contains(month - 1)
        else { return LocalizedText(label) }
        return LocalizedText { language in months[month - 1][language] + " " + parts[0] }
    }
}
