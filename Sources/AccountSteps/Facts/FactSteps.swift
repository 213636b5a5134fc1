import AccountRows
import Accounts
import Messages
import Periods

/// What is heard about a client: several functions of his confirm it before it is told to the line.
enum FactSteps {
    static let all = [
        AccountStep(
            beginning: .fact, "hear", LocalizedText(en: "Write a fact down", ru: "Записать факт о клиенте"),
            [
                .client, StepField("topic", LocalizedText(en: "About what", ru: "О чём"), .choice(topics)),
                StepField("statement", LocalizedText(en: "What was said", ru: "Что сказано"), .text), .contact.optional,
                touch,
                StepField("expires", LocalizedText(en: "Holds until", ru: "Верен до"), .day, isNeeded: false),
            ], make: hear),
        AccountStep(
            .fact, "source", LocalizedText(en: "Somebody at the client says", ru: "Записать, что говорит клиент"),
            [.contact, StepField("agrees", LocalizedText(en: "Says", ru: "Говорит"), .choice(answers)), touch],
            allow: { request throws(Refusal) in _ = try open(request) }, make: source),
        AccountStep(
            .fact, "report", LocalizedText(en: "Tell the line", ru: "Доложить"),
            allow: { request throws(Refusal) in _ = try reported(request) }, make: report),
        AccountStep(
            .fact, "resolve", LocalizedText(en: "It is known who was right", ru: "Разобрались, кто прав"),
            allow: { request throws(Refusal) in _ = try resolved(request) }, make: resolve),
    ]

    private static let touch = StepField(
        "touch", LocalizedText(en: "Call or meeting where it was said", ru: "Где сказано"), .one(.touch),
        isNeeded: false)
    private static let topics = [
        StepField.Choice("order outlook", en: "order outlook", ru: "планы закупок"),
        StepField.Choice("budget", en: "budget", ru: "бюджет"),
        StepField.Choice("reorganisation", en: "reorganisation", ru: "реорганизация"),
        StepField.Choice("law", en: "law", ru: "закон"), StepField.Choice("rival", en: "a rival", ru: "конкурент"),
        StepField.Choice("person", en: "a person", ru: "человек"),
    ]
    private static let answers = [
        StepField.Choice("yes", en: "it is so", ru: "это так"),
        StepField.Choice("no", en: "it is not", ru: "это не так"),
        StepField.Choice("withdrawn", en: "nothing any more", ru: "больше ничего не утверждает"),
    ]

    private static func row(_ request: StepRequest, _ cells: [String: String]) -> StepRow {
        StepRow("fact", request.subject, cells)
    }

    static func hear(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("fact", "f")
        let client: Key<Client> = try request.neededKey("client")
        try request.requireOwnClient(client, "fact \(id)")
        var rows = [
            StepRow(
                new: "fact", id,
                [
                    "client": client.text, "topic": request.text("topic"), "statement": request.text("statement"),
                    "stated_on": "\(request.today)", "expires": try request.day("expires")?.description,
                    "author": request.me.text, "state": FactState.heard.rawValue,
                ])
        ]
        if let contact = try request.contact(of: client) {
            rows.append(try sourceRow(request, fact: id, contact, .yes))
        }
        return StepOutcome(
            id, rows,
            next: StepNext(
                LocalizedText(en: "ask another function of the client", ru: "спросите другую службу клиента"),
                who: request.me))
    }

    private static func sourceRow(
        _ request: StepRequest, fact: String, _ contact: Key<Contact>, _ answer: FactSource.Answer
    ) throws(Refusal) -> StepRow {
        guard request.function(of: contact) != nil else {
            throw Refusal(
                "no-function",
                LocalizedText(
                    en: "contact \(contact) has no function, so what he says confirms nothing",
                    ru: "у контакта \(contact) не указана служба, и его слова ничего не подтверждают"),
                remedy: LocalizedText(en: "name his function first", ru: "сначала укажите службу"), field: "contact")
        }
        return StepRow(
            new: "fact_source", request.book.newIdentifier("fact_source", "q"),
            [
                "fact": fact, "contact": contact.text, "day": "\(request.today)", "agrees": answer.rawValue,
                "touch": request.text("touch"),
            ])
    }

    // MARK: Sources

    /// A fact about which somebody may still say something, with its state.
    private static func open(_ request: StepRequest) throws(Refusal) -> FactState {
        let row = try request.row(.fact)
        let state: FactState = try request.state(row, .fact)
        try request.requireOwnClient(row.key("client") ?? "", "fact \(row.id)")
        guard !state.isLast else { throw .step("fact \(row.id)", from: state, to: .supported, next: state.next) }
        return state
    }

    static func source(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var state = try open(request)
        let client: Key<Client> = try request.row(.fact).key("client") ?? ""
        let contact = try request.neededContact(of: client)
        let answer: FactSource.Answer = try request.neededWord("agrees")
        let row = try sourceRow(request, fact: request.subject, contact, answer)
        let own = request.book.rows("fact_source").filter { $0.text("fact") == request.subject }.compactMap { row in
            request.source(row)
        }
        let function = request.function(of: contact) ?? ""
        let check = FactCheck(
            own + [FactSource(contact, of: function, on: request.today, says: answer)], on: request.today)
        if !check.against.isEmpty, state.next.contains(.contradicted) { state = .contradicted }
        if state == .heard, check.isSupported { state = .supported }
        if state == .supported, check.isConfirmed { state = .confirmed }
        let next = check.lacking ?? LocalizedText(en: "it may be told to the line", ru: "факт можно доложить")
        return StepOutcome(
            request.subject, [row, self.row(request, ["state": state.rawValue])], next: StepNext(next, who: request.me))
    }

    // MARK: What comes of it

    private static func reported(_ request: StepRequest) throws(Refusal) -> FactState {
        let row = try request.row(.fact)
        let place = "fact \(row.id)"
        try request.requireOwnClient(row.key("client") ?? "", place)
        // A fact that was confirmed weeks ago may no longer be: its sources are asked anew.
        let state: FactState = try request.state(row, .fact)
        if state == .heard || state == .supported {
            try request.book.check(ofFact: row.id, on: request.today)?.requireConfirmed(place)
        }
        let next = try state.stepping(to: .reported, place)
        try request.book.check(ofFact: row.id, on: request.today)?.requireConfirmed(place)
        return next
    }

    static func report(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let state = try reported(request)
        return StepOutcome(
            request.subject, [row(request, ["state": state.rawValue, "reported_on": "\(request.today)"])],
            next: StepNext(
                LocalizedText(en: "the line knows it", ru: "руководители знают"), who: request.head(of: request.me)))
    }

    /// Who was right is said by the head of whoever wrote the fact down.
    private static func resolved(_ request: StepRequest) throws(Refusal) -> FactState {
        let row = try request.row(.fact)
        let state: FactState = try request.state(row, .fact)
        let next = try state.stepping(to: .resolved, "fact \(row.id)")
        if let author: Key<Person> = row.key("author") { try request.requireHead(of: author, "fact \(row.id)") }
        return next
    }

    static func resolve(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let state = try resolved(request)
        return StepOutcome(
            request.subject, [row(request, ["state": state.rawValue])],
            next: StepNext(
                LocalizedText(en: "write down what is so", ru: "запишите, как на самом деле"), who: request.me))
    }
}

extension StepRequest {
    /// The part of the client's organisation that a contact is of.
    func function(of contact: Key<Contact>) -> Key<ClientFunction>? {
        book.row("contact", contact.text)?.key("function")
    }

    /// A row of what somebody said.
    func source(_ row: AccountRow) -> FactSource? {
        guard let contact: Key<Contact> = row.key("contact"), let function = function(of: contact),
            let day = row.day("day"), let says = row.text("agrees").flatMap({ FactSource.Answer(rawValue: $0) })
        else { return nil }
        return FactSource(contact, of: function, on: day, says: says)
    }
}
