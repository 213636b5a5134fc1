import AccountRows
import Accounts
import Messages
import Periods
import Quantities

/// Whether to go after something at a client: odds with their grounds, the head's word, and what is learned from it.
enum BattleSteps {
    static let all = [
        AccountStep(
            beginning: .battle, "ask", LocalizedText(en: "Ask whether to go", ru: "Спросить, участвовать ли"),
            [
                .client, StepField("cost", LocalizedText(en: "What it costs", ru: "Сколько стоит"), .number),
                StepField("value", LocalizedText(en: "What it brings if won", ru: "Что даст победа"), .number),
                StepField("odds", LocalizedText(en: "Odds", ru: "Шансы"), .share),
                StepField(
                    "grounds", LocalizedText(en: "What the odds rest on", ru: "На чём основаны шансы"), .text,
                    hint: LocalizedText(en: "Three or more, one a line.", ru: "Три или больше, по одному в строке.")),
            ], make: ask),
        AccountStep(
            .battle, "decide", LocalizedText(en: "Go or no go", ru: "Участвовать или нет"),
            [
                StepField("decision", LocalizedText(en: "Decision", ru: "Решение"), .choice(decisions)),
                .reason.optional,
            ],
            allow: mayDecide, make: decide),
        AccountStep(
            .battle, "outcome", LocalizedText(en: "How it ended", ru: "Чем закончилось"),
            [StepField("outcome", LocalizedText(en: "Outcome", ru: "Исход"), .choice(outcomes))],
            allow: { request throws(Refusal) in try mayGo(request, to: .won) }, make: end),
        AccountStep(
            .battle, "review", LocalizedText(en: "What is learned from it", ru: "Чему научились"),
            [StepField("lesson", LocalizedText(en: "Lesson", ru: "Вывод"), .text)],
            allow: { request throws(Refusal) in try mayGo(request, to: .reviewed) }, make: review),
    ]

    private static let decisions = [
        StepField.Choice("go", en: "go", ru: "участвуем"), StepField.Choice("no_go", en: "no go", ru: "не участвуем"),
    ]
    private static let outcomes = [
        StepField.Choice("won", en: "won", ru: "выиграно"), StepField.Choice("lost", en: "lost", ru: "проиграно"),
        StepField.Choice("left", en: "we left", ru: "вышли"),
    ]

    private static func row(_ request: StepRequest, _ cells: [String: String]) -> StepRow {
        StepRow("battle", request.subject, cells)
    }

    /// Where it stands by what its row holds.
    private static func state(_ row: AccountRow) -> BattleState {
        if row.text("lesson") != nil { return .reviewed }
        return (row.text("outcome") ?? row.text("decision")).flatMap { BattleState(rawValue: $0) } ?? .asked
    }

    static func ask(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("battle", "b")
        let client: Key<Client> = try request.neededKey("client")
        try request.requireOwnClient(client, "battle \(id)")
        let grounds = try request.needed("grounds").split { $0.isNewline || $0 == ";" }.map { String($0).trimmed }
            .filter { !$0.isBlank }
        let odds = try request.neededShare("odds")
        let battle = try Battle(
            cost: try request.neededNumber("cost"), value: try request.neededNumber("value"), odds: odds,
            grounds: grounds)
        let row = StepRow(
            new: "battle", id,
            [
                "client": client.text, "asked_on": "\(request.today)", "asked_by": request.me.text,
                "cost": "\(battle.cost)",
                "value": "\(battle.value)", "odds": try request.percent(odds, "odds"),
                "grounds": grounds.joined(separator: "; "),
            ])
        let worth = (try? battle.worth()).map { LocalizedText($0) } ?? LocalizedText("—")
        return StepOutcome(
            id, [row],
            next: StepNext(
                LocalizedText(
                    en: "odds times value less cost: \(worth); the head decides",
                    ru: "шансы × выигрыш − затраты: \(worth); решает руководитель"),
                who: request.head(of: request.me)))
    }

    private static func mayDecide(_ request: StepRequest) throws(Refusal) {
        let row = try request.row(.battle)
        _ = try state(row).stepping(to: .go, "battle \(row.id)")
        try request.requireHead(of: try asker(row, request), "battle \(row.id)")
    }

    /// Who asked; of rows of before that name nobody, the client's account manager.
    private static func asker(_ row: AccountRow, _ request: StepRequest) throws(Refusal) -> Key<Person> {
        guard let asker: Key<Person> = row.key("asked_by") ?? row.key("client").flatMap({ request.manager(of: $0) })
        else {
            throw .noSuch(.battle, row.id)
        }
        return asker
    }

    static func decide(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        try mayDecide(request)
        let row = try request.row(.battle)
        let decision: BattleState = try request.neededWord("decision")
        // What is worth less than it costs is fought for a reason.
        if decision == .go, try !isWorth(row) { _ = try request.needed("reason") }
        let cells = [
            "decision": decision.rawValue, "by": request.me.text, "decided_on": "\(request.today)",
            "reason": request.text("reason") ?? "",
        ]
        return StepOutcome(
            request.subject, [self.row(request, cells)],
            next: decision == .go
                ? StepNext(
                    LocalizedText(en: "its outcome is written down", ru: "записать исход"), who: try asker(row, request)
                )
                : StepNext(LocalizedText(en: "nothing more is to be done", ru: "больше ничего не требуется")))
    }

    private static func isWorth(_ row: AccountRow) throws(Refusal) -> Bool {
        guard let cost = row.decimal("cost"), let value = row.decimal("value"), let odds = row.decimal("odds") else {
            return false
        }
        let grounds = (row.text("grounds") ?? "").split(separator: ";").map { String($0).trimmed }
        let battle = try Battle(cost: cost, value: value, odds: odds, grounds: grounds)
        return ((try? battle.worth()) ?? .zero) > .zero
    }

    private static func mayGo(_ request: StepRequest, to state: BattleState) throws(Refusal) {
        let row = try request.row(.battle)
        _ = try self.state(row).stepping(to: state, "battle \(row.id)")
        try request.requireOwnClient(row.key("client") ?? "", "battle \(row.id)")
    }

    static func end(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let outcome: BattleState = try request.neededWord("outcome")
        try mayGo(request, to: outcome)
        return StepOutcome(
            request.subject, [row(request, ["outcome": outcome.rawValue])],
            next: StepNext(LocalizedText(en: "what is learned from it", ru: "записать вывод"), who: request.me))
    }

    static func review(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        StepOutcome(
            request.subject, [row(request, ["lesson": try request.needed("lesson")])],
            next: StepNext(LocalizedText(en: "nothing more is to be done", ru: "больше ничего не требуется")))
    }
}
