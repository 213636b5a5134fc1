import AccountRows
import Accounts
import Messages
import Periods

/// Ideas and obstacles, each answered by a day, by somebody who is not their author.
enum SuggestionSteps {
    static let all =
        [
            AccountStep(
                beginning: .suggestion, "give", LocalizedText(en: "Make a suggestion", ru: "Подать предложение"),
                [
                    StepField("kind", LocalizedText(en: "What it is", ru: "Что это"), .choice(kinds)),
                    StepField("text", LocalizedText(en: "Suggestion", ru: "Предложение"), .text), .client.optional,
                    StepField(
                        "answered_by", LocalizedText(en: "Who answers", ru: "Кто отвечает"), .one(.person),
                        hint: LocalizedText(en: "Empty: your head.", ru: "Пусто: ваш руководитель."), isNeeded: false),
                ], make: give)
        ] + [
            step(.acceptedForStudy, "study", LocalizedText(en: "Accept it for study", ru: "Принять к изучению")),
            step(.approved, "approve", LocalizedText(en: "Approve it", ru: "Одобрить")),
            step(.implemented, "implement", LocalizedText(en: "It is done", ru: "Внедрено")),
            step(
                .measured, "measure", LocalizedText(en: "Say what it brought", ru: "Записать эффект"),
                [StepField("effect", LocalizedText(en: "What it brought", ru: "Сколько принесло"), .number)]),
            step(.rewarded, "reward", LocalizedText(en: "The author is rewarded", ru: "Автор вознаграждён")),
            AccountStep(
                .suggestion, "refuse", LocalizedText(en: "Refuse it", ru: "Отклонить"), [.reason],
                allow: { request throws(Refusal) in _ = try refused(request, placeholder) }, make: refuse),
        ]

    private static let kinds = [
        StepField.Choice("idea", en: "an idea", ru: "идея"),
        StepField.Choice("obstacle", en: "an obstacle", ru: "препятствие"),
    ]

    private static func step(
        _ state: SuggestionState, _ verb: String, _ title: LocalizedText, _ fields: [StepField] = []
    ) -> AccountStep {
        AccountStep(
            .suggestion, verb, title, fields, allow: { request throws(Refusal) in _ = try moved(request, to: state) },
            make: { request throws(Refusal) in try move(request, to: state) })
    }

    static func give(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("suggestion", "s")
        guard let answerer = request.key("answered_by") ?? request.head(of: request.me) else {
            throw .emptyField(request.field("answered_by"))
        }
        let due = request.inWorkingDays(replyDays)
        let suggestion = try Accounts.Suggestion(
            Key(id), by: request.me, to: answerer, on: request.today, replyDue: due, text: try request.needed("text"))
        let client = request.text("client")
        let row = StepRow(
            new: "suggestion", id,
            [
                "author": suggestion.author.text, "answered_by": answerer.text, "given_on": "\(request.today)",
                "about": client == nil ? "inside" : "client", "client": client, "kind": request.text("kind"),
                "text": request.text("text"), "reply_due": "\(due)", "state": suggestion.state.rawValue,
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(LocalizedText(en: "it is answered", ru: "на предложение отвечают"), who: answerer, by: due))
    }

    /// The suggestion as its row says, brought there by its own steps.
    private static func suggestion(_ request: StepRequest) throws(Refusal) -> Accounts.Suggestion {
        let row = try request.row(.suggestion)
        let state: SuggestionState = try request.state(row, .suggestion)
        guard let author: Key<Person> = row.key("author"), let answerer: Key<Person> = row.key("answered_by"),
            let given = row.day("given_on"), let due = row.day("reply_due")
        else { throw .noSuch(.suggestion, row.id) }
        var suggestion = try Accounts.Suggestion(
            Key(row.id), by: author, to: answerer, on: given, replyDue: due, text: row.text("text") ?? "")
        if state == .refused {
            try suggestion.refuse(row.text("reason") ?? placeholder, by: answerer)
            return suggestion
        }
        let way: [SuggestionState] = [.acceptedForStudy, .approved, .implemented, .measured, .rewarded]
        for step in way where suggestion.state != state { try suggestion.move(to: step, by: answerer, nextReply: due) }
        return suggestion
    }

    /// Whoever owes the reply answers, or somebody above him.
    private static func requireAnswerer(_ suggestion: Accounts.Suggestion, _ request: StepRequest) throws(Refusal) {
        guard suggestion.answeredBy != request.me else { return }
        let place = "suggestion \(suggestion.id)"
        if suggestion.author == request.me { throw .ownWork(place, request.me, StepRequest.otherWords) }
        guard request.isAbove(suggestion.answeredBy) else {
            throw .notHis(place, request.me, LocalizedText(suggestion.answeredBy.text))
        }
    }

    private static func moved(_ request: StepRequest, to state: SuggestionState) throws(Refusal) -> Accounts.Suggestion
    {
        var suggestion = try suggestion(request)
        try suggestion.move(to: state, by: request.me, nextReply: request.inWorkingDays(replyDays))
        try requireAnswerer(suggestion, request)
        return suggestion
    }

    private static func move(_ request: StepRequest, to state: SuggestionState) throws(Refusal) -> StepOutcome {
        let suggestion = try moved(request, to: state)
        var cells = ["state": state.rawValue]
        if state == .acceptedForStudy { cells["reply_due"] = "\(suggestion.replyDue)" }
        if let effect = try request.number("effect") { cells["effect"] = "\(effect)" }
        return StepOutcome(
            request.subject, [StepRow("suggestion", request.subject, cells)], next: next(suggestion))
    }

    private static func next(_ suggestion: Accounts.Suggestion) -> StepNext {
        guard let next = suggestion.state.next.first else {
            return StepNext(LocalizedText(en: "nothing more is to be done", ru: "больше ничего не требуется"))
        }
        return StepNext(
            LocalizedText(en: "next: \(next.words)", ru: "дальше: \(next.words)"), who: suggestion.answeredBy,
            by: suggestion.state == .acceptedForStudy ? suggestion.replyDue : nil)
    }

    private static func refused(_ request: StepRequest, _ reason: String) throws(Refusal) -> Accounts.Suggestion {
        var suggestion = try suggestion(request)
        try suggestion.refuse(reason, by: request.me)
        try requireAnswerer(suggestion, request)
        return suggestion
    }

    private static func refuse(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let reason = try request.needed("reason")
        let suggestion = try refused(request, reason)
        return StepOutcome(
            request.subject,
            [StepRow("suggestion", request.subject, ["state": suggestion.state.rawValue, "reason": reason])],
            next: StepNext(
                LocalizedText(en: "the author is told why", ru: "автору сообщают причину"), who: suggestion.author))
    }
}
