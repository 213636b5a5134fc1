import AccountRows
import Accounts
import Messages
import Periods
import Quantities

/// What is learned of a client's market: his spend, how he marks us beside rivals, what he answers, whom he would tell.
enum MarketSteps {
    static let all = [
        AccountStep(
            beginning: .wallet, "estimate",
            LocalizedText(en: "Estimate the client's spend", ru: "Оценить расходы клиента"),
            [
                .client,
                StepField(
                    "period", LocalizedText(en: "Period", ru: "Период"), .line,
                    hint: LocalizedText(en: "Such as 2026-Q3.", ru: "Например, 2026-Q3.")),
                StepField("spend", LocalizedText(en: "Spend without tax", ru: "Расходы без налога"), .number),
                StepField("confidence", LocalizedText(en: "How sure", ru: "Насколько уверены"), .choice(confidences)),
                source,
                StepField("category", LocalizedText(en: "Category", ru: "Категория"), .line, isNeeded: false),
            ], make: estimate),
        AccountStep(
            beginning: .factor, "mark", LocalizedText(en: "Mark a key factor", ru: "Оценить ключевой фактор"),
            [
                .client, StepField("factor", LocalizedText(en: "Factor", ru: "Фактор"), .one(.factor)),
                StepField(
                    "rival", LocalizedText(en: "Whose work", ru: "Чья работа"), .one(.rival),
                    hint: LocalizedText(en: "Empty: ours.", ru: "Пусто: наша."), isNeeded: false),
                StepField(
                    "contact", LocalizedText(en: "In whose eyes", ru: "Чьими глазами"), .one(.contact),
                    hint: LocalizedText(en: "Empty: our own.", ru: "Пусто: нашими."), isNeeded: false),
                StepField("score", LocalizedText(en: "Mark", ru: "Оценка"), .whole(1...10)), source.optional,
            ], make: mark),
        AccountStep(
            beginning: .answer, "add", LocalizedText(en: "Write a client's answer down", ru: "Записать ответ клиента"),
            [
                .client, .contact.optional, StepField("question", LocalizedText(en: "Question", ru: "Вопрос"), .line),
                StepField("score", LocalizedText(en: "Mark", ru: "Оценка"), .number, isNeeded: false),
                StepField("of", LocalizedText(en: "Of", ru: "Из"), .number, isNeeded: false),
                StepField("remark", LocalizedText(en: "Remark", ru: "Замечание"), .text, isNeeded: false),
            ], make: answer),
        AccountStep(
            .answer, "tag", LocalizedText(en: "Read the remark", ru: "Разобрать замечание"),
            [StepField("tag", LocalizedText(en: "What it is about", ru: "О чём оно"), .line)], allow: mayTag, make: tag),
        AccountStep(
            beginning: .reference, "get", LocalizedText(en: "A client recommends us", ru: "Записать рекомендацию"),
            [
                .client, .contact.optional, StepField("kind", LocalizedText(en: "Kind", ru: "Вид"), .line),
                StepField("consent", LocalizedText(en: "Consent", ru: "Согласие"), .line),
                StepField("expires", LocalizedText(en: "Holds until", ru: "Действует до"), .day, isNeeded: false),
            ], make: reference),
        AccountStep(
            .reference, "use", LocalizedText(en: "It was used", ru: "Рекомендация использована"),
            [StepField("used_in", LocalizedText(en: "Where", ru: "Где"), .line)],
            allow: { request throws(Refusal) in _ = try valid(request) }, make: use),
    ]

    private static let source = StepField(
        "source", LocalizedText(en: "Where it is known from", ru: "Откуда известно"), .line)
    private static let confidences = [
        StepField.Choice("high", en: "sure to a tenth", ru: "с точностью до десятой части"),
        StepField.Choice("medium", en: "to a quarter", ru: "до четверти"),
        StepField.Choice("low", en: "to a half", ru: "до половины"),
    ]

    private static let noted = StepNext(
        LocalizedText(en: "it is known from today on", ru: "известно с сегодняшнего дня"))

    static func estimate(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("wallet", "w")
        let client: Key<Client> = try request.neededKey("client")
        try request.requireOwnClient(client, "wallet \(id)")
        let period = try request.needed("period")
        guard request.book.source.year.parse(period) != nil else { throw .unreadField(request.field("period"), period) }
        let row = StepRow(
            new: "wallet", id,
            [
                "client": client.text, "day": "\(request.today)", "period": period,
                "spend": "\(try request.neededNumber("spend"))", "confidence": request.text("confidence"),
                "source": request.text("source"), "category": request.text("category"), "by": request.me.text,
            ])
        return StepOutcome(id, [row], next: noted)
    }

    static func mark(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("factor_score", "n")
        let client: Key<Client> = try request.neededKey("client")
        try request.requireOwnClient(client, "factor \(id)")
        let contact = try request.contact(of: client)
        let row = StepRow(
            new: "factor_score", id,
            [
                "client": client.text, "day": "\(request.today)", "factor": request.text("factor"),
                "subject": request.text("rival") ?? "we", "seen_by": contact?.text ?? "own",
                "score": "\(try request.neededWhole("score"))", "source": request.text("source"),
            ])
        return StepOutcome(id, [row], next: noted)
    }

    // MARK: Answers

    /// Whoever is paid by how satisfied his client is does not write it down himself.
    static func answer(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("answer", "o")
        let client: Key<Client> = try request.neededKey("client")
        guard request.manager(of: client) != request.me else {
            throw .ownWork("answer \(id)", request.me, StepRequest.otherWords)
        }
        let (score, of) = (try request.number("score"), try request.number("of"))
        if score != nil, of == nil { throw .emptyField(request.field("of")) }
        guard score != nil || request.text("remark") != nil else { throw .emptyField(request.field("score")) }
        let row = StepRow(
            new: "answer", id,
            [
                "date": "\(request.today)", "client": client.text, "contact": try request.contact(of: client)?.text,
                "question": request.text("question"), "score": score?.description, "of": of?.description,
                "remark": request.text("remark"), "asked_by": request.me.text,
            ])
        let next =
            request.text("remark") == nil
            ? noted
            : StepNext(
                LocalizedText(en: "the remark is read", ru: "разобрать замечание"),
                who: request.manager(of: client).flatMap { request.head(of: $0) }, by: request.inWorkingDays(replyDays))
        return StepOutcome(id, [row], next: next)
    }

    private static func mayTag(_ request: StepRequest) throws(Refusal) {
        let row = try request.row(.answer)
        let place = "answer \(row.id)"
        try request.requireOwnClient(row.key("client") ?? "", place)
        guard row.text("remark") != nil, row.text("tag") == nil else {
            throw Refusal(
                "nothing-to-read",
                LocalizedText(
                    en: "\(place) has no remark that nobody has read", ru: "\(place): неразобранного замечания нет"),
                remedy: LocalizedText(en: "nothing is to be done", ru: "делать ничего не надо"))
        }
    }

    static func tag(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let cells = ["tag": try request.needed("tag"), "tagged_on": "\(request.today)"]
        return StepOutcome(
            request.subject, [StepRow("answer", request.subject, cells)],
            next: StepNext(LocalizedText(en: "the next remark", ru: "следующее замечание")))
    }

    // MARK: References

    static func reference(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("reference", "r")
        let client: Key<Client> = try request.neededKey("client")
        try request.requireOwnClient(client, "reference \(id)")
        let row = StepRow(
            new: "reference", id,
            [
                "client": client.text, "contact": try request.contact(of: client)?.text, "kind": request.text("kind"),
                "given_on": "\(request.today)", "consent": request.text("consent"),
                "expires": try request.day("expires")?.description,
            ])
        return StepOutcome(id, [row], next: noted)
    }

    /// A reference with consent that still holds.
    private static func valid(_ request: StepRequest) throws(Refusal) -> AccountRow {
        let row = try request.row(.reference)
        let isOver = row.day("expires").map { $0 <= request.today } ?? false
        guard row.text("consent") != nil, !isOver else {
            throw Refusal(
                "no-consent",
                LocalizedText(
                    en: "reference \(row.id) has no consent that holds",
                    ru: "рекомендация \(row.id): нет действующего согласия"),
                remedy: LocalizedText(en: "ask the client first", ru: "сначала спросите клиента"))
        }
        return row
    }

    static func use(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        _ = try valid(request)
        return StepOutcome(
            request.subject, [StepRow("reference", request.subject, ["used_in": try request.needed("used_in")])],
            next: StepNext(LocalizedText(en: "thank the client", ru: "поблагодарить клиента"), who: request.me))
    }
}
