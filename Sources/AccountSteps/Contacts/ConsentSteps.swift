import AccountRows
import Accounts
import Messages
import Periods

/// What contacts allow to be noted of them, and what they take back: rules of ``Consent``.
enum ConsentSteps {
    static let all = [
        AccountStep(
            beginning: .consent, "give", LocalizedText(en: "Write a consent down", ru: "Записать согласие"),
            [
                .contact, StepField("purpose", LocalizedText(en: "What for", ru: "Для чего"), .choice(purposes)),
                StepField("how", LocalizedText(en: "How it was given", ru: "Как дано"), .line),
                StepField("proof", LocalizedText(en: "What shows it", ru: "Чем подтверждено"), .line),
                StepField(
                    "until", LocalizedText(en: "Holds until", ru: "Действует до"), .day,
                    hint: LocalizedText(en: "Empty: a year.", ru: "Пусто: год."), isNeeded: false),
            ], make: give),
        AccountStep(
            .consent, "withdraw", LocalizedText(en: "It is taken back", ru: "Согласие отозвано"),
            allow: { request throws(Refusal) in _ = try withdrawn(request) }, make: withdraw),
    ]

    private static let purposes = [
        StepField.Choice("courtesy", en: "courtesy", ru: "знаки внимания"),
        StepField.Choice("hospitality", en: "hospitality", ru: "гостеприимство"),
        StepField.Choice("channel", en: "preferred channel", ru: "удобный канал связи"),
    ]

    static func give(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("consent", "l")
        let contact: Key<Contact> = try request.neededKey("contact")
        guard let client = request.book.client(of: contact) else { throw .noSuch(.contact, contact.text) }
        try request.requireOwnClient(client, "consent \(id)")
        let consent = try Consent(
            Key(id), of: contact, for: try request.neededWord("purpose"), given: request.today,
            until: try request.day("until"), proof: try request.needed("proof"), author: request.me)
        let row = StepRow(
            new: "consent", id,
            [
                "contact": contact.text, "purpose": consent.purpose.rawValue, "given_on": "\(request.today)",
                "how": request.text("how"), "proof": request.text("proof"), "until": "\(consent.until)",
                "author": request.me.text,
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(en: "it is asked for anew", ru: "спросить заново"), who: request.me, by: consent.until))
    }

    private static func withdrawn(_ request: StepRequest) throws(Refusal) -> Consent {
        let row = try request.row(.consent)
        guard let contact: Key<Contact> = row.key("contact"), let author: Key<Person> = row.key("author"),
            let given = row.day("given_on"),
            let purpose = row.text("purpose").flatMap({ Consent.Purpose(rawValue: $0) })
        else { throw .noSuch(.consent, row.id) }
        var consent = try Consent(
            Key(row.id), of: contact, for: purpose, given: given, until: row.day("until"),
            proof: row.text("proof") ?? "", author: author)
        if let day = row.day("withdrawn_on") { try consent.withdraw(on: day) }
        try consent.withdraw(on: request.today)
        if author != request.me, let client = request.book.client(of: contact) {
            try request.requireOwnClient(client, "consent \(row.id)")
        }
        return consent
    }

    static func withdraw(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let consent = try withdrawn(request)
        return StepOutcome(
            request.subject, [StepRow("consent", request.subject, ["withdrawn_on": "\(request.today)"])],
            next: StepNext(
                LocalizedText(en: "what was noted of him is erased", ru: "стереть записанное о нём"),
                who: consent.author,
                by: request.inWorkingDays(replyDays)))
    }
}
