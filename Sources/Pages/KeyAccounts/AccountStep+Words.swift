/// The words of steps with key accounts.
public enum AccountStepWords {
    /// An answer.
    public static let yes = Words(ru: "да", en: "yes")
    /// An answer.
    public static let no = Words(ru: "нет", en: "no")
    /// The way back.
    public static let back = Words(ru: "Назад", en: "Back")
    /// What was done.
    public static func done(_ title: String) -> Words { Words(ru: "Записано: \(title).", en: "Recorded: \(title).") }
    /// What comes next.
    public static func next(_ text: String) -> Words { Words(ru: "Дальше: \(text).", en: "Next: \(text).") }
    /// All fields of a short form.
    public static let allFields = Words(ru: "Все поля", en: "All fields")
    /// A call just made.
    public static let call = Words(ru: "Записать звонок", en: "Write a call down")
    /// A promise just given.
    public static let promise = Words(ru: "Записать обещание", en: "Write a promise down")
}
