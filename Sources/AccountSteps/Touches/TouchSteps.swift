import AccountRows
import Accounts
import Messages
import Periods

/// Calls, meetings and letters as they were: told by who was there, confirmed by somebody else.
enum TouchSteps {
    static let all = [
        AccountStep(
            beginning: .touch, "add", LocalizedText(en: "Write a touch down", ru: "Записать контакт с клиентом"),
            [
                .client, .contact.optional,
                StepField("at", LocalizedText(en: "When", ru: "Когда"), .moment),
                StepField("kind", LocalizedText(en: "How", ru: "Как"), .choice(kinds)),
                StepField("direction", LocalizedText(en: "Who began", ru: "По чьей инициативе"), .choice(directions)),
                StepField("purpose", LocalizedText(en: "What for", ru: "Зачем"), .choice(purposes)),
                StepField(
                    "message", LocalizedText(en: "With what", ru: "С чем"), .choice(messages),
                    hint: LocalizedText(
                        en: "A call of our own accord counts only with something to tell.",
                        ru: "Звонок по нашей инициативе засчитывается, только если было что сказать."), isNeeded: false),
                StepField("minutes", LocalizedText(en: "Minutes", ru: "Минут"), .whole(0...600), isNeeded: false),
                StepField(
                    "known_on",
                    LocalizedText(en: "Since when we knew the bad news", ru: "Когда мы узнали плохую новость"),
                    .moment, isNeeded: false),
                StepField("learned", LocalizedText(en: "What we learned", ru: "Что узнали"), .text, isNeeded: false),
            ], make: add),
        AccountStep(
            .touch, "confirm", LocalizedText(en: "Confirm that it was so", ru: "Подтвердить, что так и было"),
            allow: mayConfirm, make: confirm),
    ]

    static func add(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("touch", "t")
        let client: Key<Client> = try request.neededKey("client")
        let at = try request.neededMoment("at")
        try request.requirePast(at, "touch \(id)")
        let knownOn = try request.moment("known_on")
        if let knownOn { try request.requirePast(knownOn, "touch \(id)") }
        let row = StepRow(
            new: "touch", id,
            [
                "at": "\(at)", "client": client.text, "contact": try request.contact(of: client)?.text,
                "person": request.me.text, "kind": request.text("kind"), "direction": request.text("direction"),
                "purpose": request.text("purpose"), "message": request.text("message"),
                "minutes": try request.whole("minutes").map(String.init), "known_on": knownOn?.description,
                "learned": request.text("learned"), "source": Touch.Source.entered.rawValue,
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(
                    en: "it counts as a call once somebody else confirms it",
                    ru: "звонок засчитается, когда его подтвердит кто-то другой"), who: request.head(of: request.me)))
    }

    static func mayConfirm(_ request: StepRequest) throws(Refusal) {
        let row = try request.row(.touch)
        let place = "touch \(row.id)"
        guard row.text("source") == Touch.Source.entered.rawValue else {
            throw Refusal(
                "confirmed-already",
                LocalizedText(en: "\(place) needs no confirmation", ru: "\(place): подтверждать не нужно"),
                remedy: LocalizedText(en: "nothing is to be done", ru: "делать ничего не надо"))
        }
        guard row.key("person") != request.me else { throw .ownWork(place, request.me, StepRequest.otherWords) }
    }

    static func confirm(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        try mayConfirm(request)
        return StepOutcome(
            request.subject,
            [
                StepRow(
                    "touch", request.subject,
                    ["source": Touch.Source.confirmed.rawValue, "confirmed_by": request.me.text])
            ], next: StepNext(LocalizedText(en: "it counts from its day on", ru: "засчитывается со своего дня")))
    }

    private static let kinds = [
        StepField.Choice("call", en: "call", ru: "звонок"),
        StepField.Choice("video", en: "video call", ru: "видеозвонок"),
        StepField.Choice("meeting", en: "meeting", ru: "встреча"), StepField.Choice("visit", en: "visit", ru: "визит"),
        StepField.Choice("mail", en: "mail", ru: "письмо"), StepField.Choice("message", en: "message", ru: "сообщение"),
        StepField.Choice("field_visit", en: "field visit", ru: "выезд на место"),
        StepField.Choice("listening", en: "listening", ru: "слушание"),
        StepField.Choice("shadowing", en: "shadowing", ru: "день рядом с клиентом"),
    ]
    private static let directions = [
        StepField.Choice("out", en: "we", ru: "по нашей"),
        StepField.Choice("in", en: "the client", ru: "по инициативе клиента"),
    ]
    private static let purposes = [
        StepField.Choice("proactive", en: "of our own accord", ru: "без повода от клиента"),
        StepField.Choice("reply", en: "a reply", ru: "ответ"), StepField.Choice("deal", en: "a deal", ru: "сделка"),
        StepField.Choice("claim", en: "a claim", ru: "претензия"),
        StepField.Choice("social", en: "nothing in particular", ru: "без особой цели"),
    ]
    private static let messages = [
        StepField.Choice("success", en: "a success", ru: "успех"),
        StepField.Choice("problem", en: "a problem", ru: "проблема"),
        StepField.Choice("opportunity", en: "an opportunity", ru: "возможность"),
        StepField.Choice("news", en: "news", ru: "новость"),
    ]
}
