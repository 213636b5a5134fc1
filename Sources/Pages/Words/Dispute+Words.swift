/// The words of disputes.
public enum DisputeWords {
    /// Opening one.
    public static let open = Words(ru: "Оспорить листок", en: "Dispute the statement")
    /// One of them.
    public static func title(_ number: Int64) -> Words {
        Words(ru: "Возражение \(number)", en: "Dispute \(number)")
    }
    /// What is not right.
    public static let text = Words(ru: "Что не так?", en: "What is not right?")
    /// What helps.
    public static let textHint = Words(
        ru: "Назовите строку и сумму, которую вы ожидали, например 57 400,00.",
        en: "Name the line and the amount that you expected, such as 57,400.00.")
    /// The button.
    public static let send = Words(ru: "Отправить возражение", en: "Send the dispute")
    /// What follows.
    public static let follows = Words(
        ru: "Период не будет утверждён, пока на возражение не ответят.",
        en: "The period is not approved before somebody answers.")
    /// Answering.
    public static let answer = Words(ru: "Ответ", en: "Answer")
    /// The button of an answer.
    public static let sendAnswer = Words(ru: "Ответить", en: "Answer the dispute")
    /// Who answered.
    public static let answeredBy = Words(ru: "Ответил(а)", en: "Answered by")
    /// No answer yet.
    public static let waits = Words(ru: "Ждёт ответа", en: "Waits for an answer")
    /// Answered.
    public static let answered = Words(ru: "Есть ответ", en: "Answered")
    /// Whose pay.
    public static let person = Words(ru: "Чья выплата", en: "Whose pay")
    /// Of which period.
    public static let period = Words(ru: "Период", en: "Period")
    /// All of them.
    public static let table = Words(ru: "Возражения", en: "Disputes")
    /// None.
    public static let none = Words(ru: "Возражений нет", en: "No disputes")
    /// What to do then.
    public static let noneText = Words(
        ru: "Если сумма кажется неверной, откройте её листок и выберите «Оспорить».",
        en: "If a figure looks wrong, open its statement and choose Dispute.")
    /// Number.
    public static let number = Words(ru: "Номер", en: "Number")
    /// State.
    public static let state = Words(ru: "Состояние", en: "State")
    /// Sent.
    public static let sent = Words(ru: "Возражение отправлено.", en: "The dispute was sent.")
    /// Something must be written.
    public static let empty = Words(ru: "Напишите, что не так.", en: "Write what is not right.")
    /// An answer must be written.
    public static let emptyAnswer = Words(ru: "Напишите ответ.", en: "Write the answer.")
    /// Nobody answers his own.
    public static let own = Words(
        ru: "О своей выплате отвечает кто-то другой.", en: "Somebody else answers about one's own pay.")
}
