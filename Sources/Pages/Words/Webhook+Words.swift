/// Words of the pages about those who are told what happens.
public enum WebhookWords {
    /// The heading.
    public static let title = Words(ru: "Вебхуки", en: "Webhooks")
    /// Nobody is told.
    public static let none = Words(ru: "Вебхуков нет", en: "No webhooks")
    /// What one is for.
    public static let noneText = Words(
        ru: "Вебхук сообщает другой программе о каждом событии: приняты строки, период утверждён, открыто возражение.",
        en: "A webhook tells another program what happens: rows came in, a period was approved, a dispute was opened.")
    /// Where messages go.
    public static let address = Words(ru: "Адрес", en: "Address")
    /// What an address must be.
    public static let addressHint = Words(
        ru: "Начинается с https://. Перенаправления и адреса внутренней сети не принимаются.",
        en: "It begins with https://. Redirects and addresses of the inner network are not taken.")
    /// How it stands.
    public static let state = Words(ru: "Состояние", en: "State")
    /// How many records wait.
    public static let behind = Words(ru: "Ждут отправки", en: "Waiting")
    /// Who made it.
    public static let maker = Words(ru: "Кто завёл", en: "Made by")
    /// The button that makes one.
    public static let add = Words(ru: "Завести вебхук", en: "Add a webhook")
    /// The button that removes one.
    public static let remove = Words(ru: "Удалить вебхук", en: "Remove the webhook")
    /// The button that sends what waits.
    public static let retry = Words(ru: "Отправить сейчас", en: "Send now")
    /// The button that sends a trial.
    public static let trial = Words(ru: "Отправить пробное сообщение", en: "Send a trial message")
    /// The button that replaces the secret.
    public static let replace = Words(ru: "Заменить секрет", en: "Replace the secret")
    /// What follows from it.
    public static let replaceText = Words(
        ru: "Сутки сообщения будут подписаны и новым секретом, и прежним.",
        en: "For a day messages carry the signatures of both the new secret and the one before.")
    /// The secret.
    public static let secret = Words(ru: "Секрет", en: "Secret")
    /// What is to be done with it.
    public static let secretOnce = Words(
        ru: "Секрет показан один раз. Перенесите его в программу, которая принимает сообщения.",
        en: "The secret is shown this once. Take it to the program that receives the messages.")
    /// The tries.
    public static let deliveries = Words(ru: "Отправки", en: "Deliveries")
    /// There was none.
    public static let noDeliveries = Words(ru: "Пока ничего не отправлено.", en: "Nothing was sent yet.")
    /// Which record of the chain.
    public static let record = Words(ru: "Запись", en: "Record")
    /// Which try.
    public static let attempt = Words(ru: "Попытка", en: "Try")
    /// When it was.
    public static let at = Words(ru: "Когда", en: "When")
    /// What came of it.
    public static let outcome = Words(ru: "Ответ", en: "Answer")
    /// It was no record but a trial.
    public static let trialRecord = Words(ru: "пробное", en: "trial")
    /// It is told.
    public static let on = Words(ru: "работает", en: "on")
    /// The next try is to come.
    public static let waits = Words(ru: "ждёт повтора", en: "waits for the next try")
    /// Why it is told no more.
    public static let offFailed = Words(
        ru: "выключен: не ответил после последней попытки", en: "off: the last try has failed")
    /// Why it is told no more.
    public static let offGone = Words(ru: "выключен: адрес ответил 410", en: "off: the address answered 410")
    /// When it comes.
    public static let next = Words(ru: "Следующая попытка", en: "Next try")
    /// It is done.
    public static let done = Words(ru: "Готово.", en: "Done.")
    /// A trial was taken.
    public static let arrived = Words(ru: "Пробное сообщение принято: ответ", en: "The trial message arrived: answer")
    /// A trial was not taken.
    public static let refused = Words(ru: "Пробное сообщение не принято:", en: "The trial message was not taken:")

    /// Why an address was not reached, by its code.
    public static func failure(_ code: String) -> Words {
        switch code {
        case "bad-address":
            Words(
                ru: "Нужен адрес, который начинается с https://, без имени и пароля.",
                en: "Write an address that begins with https://, without a name and password.")
        case "private-address":
            Words(ru: "адрес ведёт во внутреннюю сеть", en: "the address leads into the inner network")
        case "unknown-name": Words(ru: "такого имени никто не знает", en: "nobody knows the name")
        case "no-connection": Words(ru: "там никто не слушает", en: "nobody listens there")
        case "encryption": Words(ru: "сертификат не подходит к имени", en: "the certificate is not good for the name")
        case "timeout": Words(ru: "не ответил за 15 секунд", en: "no answer within 15 seconds")
        default: Words(ru: "ответа не было", en: "no answer came")
        }
    }
}
