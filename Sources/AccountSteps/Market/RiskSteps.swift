import AccountRows
import Accounts
import Messages
import Periods
import Quantities

/// Risks: seen, owned, acted upon and closed, or accepted by the head of who owns them.
enum RiskSteps {
    static let all = [
        AccountStep(
            beginning: .risk, "see", LocalizedText(en: "Name a risk", ru: "Записать риск"),
            [
                .client, StepField("kind", LocalizedText(en: "Kind", ru: "Вид"), .choice(kinds)),
                StepField("text", LocalizedText(en: "What may go wrong", ru: "Что может случиться"), .text),
                StepField(
                    "impact", LocalizedText(en: "What it would cost", ru: "Во что обойдётся"), .number, isNeeded: false),
                StepField("likelihood", LocalizedText(en: "How likely", ru: "Вероятность"), .share, isNeeded: false),
            ], make: see),
        AccountStep(
            .risk, "own", LocalizedText(en: "Name who looks after it", ru: "Назначить ответственного"),
            [
                StepField(
                    "owner", LocalizedText(en: "Who", ru: "Кто"), .one(.person),
                    hint: LocalizedText(en: "Empty: you.", ru: "Пусто: вы."), isNeeded: false)
            ], allow: { request throws(Refusal) in _ = try stepping(request, to: .owned) }, make: own),
        AccountStep(
            .risk, "act", LocalizedText(en: "Something was done", ru: "Меры приняты"),
            [StepField("measure", LocalizedText(en: "What was done", ru: "Что сделано"), .text)],
            allow: { request throws(Refusal) in try mayGo(request, to: .acted) }, make: act),
        AccountStep(
            .risk, "close", LocalizedText(en: "It is over", ru: "Закрыть риск"),
            allow: { request throws(Refusal) in try mayGo(request, to: .closed) },
            make: { request throws(Refusal) in settled(request, .closed) }),
        AccountStep(
            .risk, "accept", LocalizedText(en: "We live with it", ru: "Принять риск"),
            allow: { request throws(Refusal) in try mayAccept(request) },
            make: { request throws(Refusal) in settled(request, .accepted) }),
    ]

    private static let kinds = [
        StepField.Choice("second_supplier", en: "second supplier", ru: "второй поставщик"),
        StepField.Choice("rival", en: "rival", ru: "конкурент"), StepField.Choice("law", en: "law", ru: "закон"),
        StepField.Choice("person", en: "person", ru: "человек"), StepField.Choice("credit", en: "money", ru: "деньги"),
        StepField.Choice("quality", en: "quality", ru: "качество"),
        StepField.Choice("other", en: "other", ru: "другое"),
    ]

    private static func row(_ request: StepRequest, _ cells: [String: String]) -> StepRow {
        StepRow("risk", request.subject, cells)
    }

    static func see(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("risk", "h")
        let client: Key<Client> = try request.neededKey("client")
        let likelihood = try request.share("likelihood")
        let row = StepRow(
            new: "risk", id,
            [
                "client": client.text, "kind": request.text("kind"), "seen_on": "\(request.today)",
                "text": request.text("text"), "impact": try request.number("impact")?.description,
                "likelihood": try likelihood.map { share throws(Refusal) in try request.percent(share, "likelihood") },
                "state": RiskState.seen.rawValue,
            ])
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(en: "somebody looks after it", ru: "назначить ответственного"),
                who: request.manager(of: client).flatMap { request.head(of: $0) } ?? request.director(of: client)))
    }

    /// The risk of a state, by the account manager, who owns it, or whoever is above them.
    private static func stepping(_ request: StepRequest, to state: RiskState) throws(Refusal) -> AccountRow {
        let row = try request.row(.risk)
        let now: RiskState = try request.state(row, .risk)
        _ = try now.stepping(to: state, "risk \(row.id)")
        return row
    }

    static func own(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let row = try stepping(request, to: .owned)
        let owner = request.key("owner") ?? request.me
        // Whoever takes it on himself asks nobody; another is named by his head.
        if owner != request.me { try request.requireHead(of: owner, "risk \(row.id)") }
        return StepOutcome(
            request.subject, [self.row(request, ["state": RiskState.owned.rawValue, "owner": owner.text])],
            next: StepNext(LocalizedText(en: "something is done about it", ru: "принять меры"), who: owner))
    }

    private static func mayGo(_ request: StepRequest, to state: RiskState) throws(Refusal) {
        let row = try stepping(request, to: state)
        let owner: Key<Person> = row.key("owner") ?? ""
        if owner != request.me { try request.requireHead(of: owner, "risk \(row.id)") }
    }

    static func act(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        try mayGo(request, to: .acted)
        return StepOutcome(
            request.subject,
            [row(request, ["state": RiskState.acted.rawValue, "measure": try request.needed("measure")])],
            next: StepNext(
                LocalizedText(en: "it is closed once it is over", ru: "закрыть, когда риск пройдёт"), who: request.me))
    }

    /// Whoever owns a risk does not accept it himself.
    private static func mayAccept(_ request: StepRequest) throws(Refusal) {
        let row = try stepping(request, to: .accepted)
        try request.requireHead(of: row.key("owner") ?? "", "risk \(row.id)")
    }

    private static func settled(_ request: StepRequest, _ state: RiskState) -> StepOutcome {
        StepOutcome(
            request.subject, [row(request, ["state": state.rawValue, "closed_on": "\(request.today)"])],
            next: StepNext(LocalizedText(en: "nothing more is to be done", ru: "больше ничего не требуется")))
    }
}
