/// Yes and no, and what people write where there is nothing.
enum FlagSpelling {
    private static let yes: Set<String> = ["да", "yes", "true", "истина", "y", "д", "верно"]
    private static let no: Set<String> = ["нет", "no", "false", "ложь", "n", "н"]
    private static let marks: Set<String> = ["x", "х", "✓", "✔", "+", "v", "☑"]
    private static let placeholders: Set<String> = [
        "-", "—", "–", "--", "---", "n/a", "na", "н/д", "нет данных", "null", "none", "(пусто)",
        "(blank)", "не закрыта", "не закрыт", "не указано", "не указан", "не указана", "(не указано)", "<...>", "<>",
        "(empty)", "без даты", "not set", "0001-01-01t00:00:00", "01.01.0001 0:00:00", "01.01.0001",
    ]

    /// Yes or no, of a folded text; `1` and `0` only where a flag is wanted.
    static func value(_ folded: String, takesDigits: Bool) -> Bool? {
        guard folded.utf8.count <= longest else { return nil }
        if yes.contains(folded) || marks.contains(folded) { return true }
        if no.contains(folded) { return false }
        guard takesDigits else { return nil }
        return folded == "1" ? true : folded == "0" ? false : nil
    }

    /// Whether it is a mark that says yes where its absence says no.
    static func isMark(_ folded: String) -> Bool { marks.contains(folded) }

    /// Whether people mean nothing by it; dashes and words of exporters.
    static func isPlaceholder(_ folded: String) -> Bool {
        folded.utf8.count <= longest && placeholders.contains(folded)
    }

    /// No word of theirs has more bytes.
    private static let longest = 40
}
