import AccountRows
import Accounts
import Messages
import Periods

/// Steps with promises: each goes through the rules of ``Promise``.
enum PromiseSteps {
    static let all = [
        AccountStep(
            beginning: .promise, "add", LocalizedText(en: "Write a promise down", ru: "Записать обещание"),
            [
                .client, .contact.optional,
                StepField("text", LocalizedText(en: "What is promised", ru: "Что обещано"), .text),
                StepField("due_on", LocalizedText(en: "Last day", ru: "Срок"), .day),
                StepField("kind", LocalizedText(en: "Kind", ru: "Вид"), .choice(kinds)),
                StepField(
                    "weight", LocalizedText(en: "Weight", ru: "Вес"), .whole(1...3),
                    hint: LocalizedText(en: "3 is given by the head.", ru: "3 ставит руководитель.")),
                StepField(
                    "receiver", LocalizedText(en: "Who of ours has to do the work", ru: "Кто из наших выполняет"),
                    .one(.person), isNeeded: false),
                StepField(
                    "origin",
                    LocalizedText(en: "Meeting or call that it comes from", ru: "Встреча или звонок, где обещано"),
                    .line,
                    hint: LocalizedText(
                        en: "It counts when it is written down within two working days of it.",
                        ru: "Обещание засчитывается, если записано за два рабочих дня после этого."), isNeeded: false),
                StepField(
                    "owner", LocalizedText(en: "Who answers for it", ru: "Кто отвечает"), .one(.person),
                    hint: LocalizedText(en: "Empty: you.", ru: "Пусто: вы."), isNeeded: false),
            ], make: add),
        AccountStep(
            .promise, "accept", LocalizedText(en: "Take the promise on", ru: "Принять обещание в работу"),
            allow: { request throws(Refusal) in _ = try accepted(request) }, make: accept),
        AccountStep(
            .promise, "done", LocalizedText(en: "Say that it is done", ru: "Сообщить о выполнении"),
            allow: { request throws(Refusal) in _ = try done(request) }, make: markDone),
        AccountStep(
            .promise, "confirm", LocalizedText(en: "Confirm that it was done", ru: "Подтвердить выполнение"),
            [
                .contact.optional, .evidence.optional,
                StepField(
                    "document", LocalizedText(en: "Document that shows it", ru: "Документ, который это показывает"),
                    .line,
                    hint: LocalizedText(
                        en: "A contact with what shows it, or a document; the receiver needs neither.",
                        ru: "Человек у клиента с основанием или документ; получателю не нужно ни то, ни другое."),
                    isNeeded: false),
            ], allow: mayConfirm, make: confirm),
        AccountStep(
            .promise, "move",
            LocalizedText(en: "Move it with the client's consent", ru: "Перенести с согласия клиента"),
            [
                StepField("due_on", LocalizedText(en: "New last day", ru: "Новый срок"), .day),
                StepField("evidence", LocalizedText(en: "Consent of the client", ru: "Согласие клиента"), .line),
                StepField(
                    "text", LocalizedText(en: "What is promised now", ru: "Что обещано теперь"), .text, isNeeded: false),
            ], allow: mayMove, make: move),
        AccountStep(
            .promise, "void", LocalizedText(en: "The client releases us", ru: "Клиент снимает обещание"), [.evidence],
            allow: { request throws(Refusal) in _ = try released(request, placeholder) }, make: release),
        AccountStep(
            .promise, "deny", LocalizedText(en: "The client denies that it was done", ru: "Клиент отрицает выполнение"),
            [.evidence], allow: { request throws(Refusal) in _ = try denied(request, placeholder) }, make: deny),
        AccountStep(
            .promise, "hand", LocalizedText(en: "Hand it over", ru: "Передать другому"),
            [StepField("owner", LocalizedText(en: "To whom", ru: "Кому"), .one(.person))], allow: mayHand, make: hand),
    ]

    private static let kinds = [
        StepField.Choice("promise", en: "to the client", ru: "клиенту"),
        StepField.Choice("answer", en: "an answer that we owe", ru: "ответ, который мы должны"),
        StepField.Choice("internal", en: "inside, for a client's sake", ru: "внутри, ради клиента"),
    ]

    /// The promise as it stands today.
    static func promise(_ request: StepRequest) throws(Refusal) -> Promise {
        guard let promise = request.book.promise(Key(request.subject), on: request.today) else {
            throw .noSuch(.promise, request.subject)
        }
        return promise
    }

    /// A version of the promise's row.
    static func row(_ request: StepRequest, _ cells: [String: String]) -> StepRow {
        StepRow(AccountObject.promise.kind, request.subject, cells)
    }
}
