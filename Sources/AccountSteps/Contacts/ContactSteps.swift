import AccountRows
import Accounts
import Messages
import Periods

/// People at clients, as they come, change and leave.
enum ContactSteps {
    static let all = [
        AccountStep(
            beginning: .contact, "add",
            LocalizedText(en: "Add somebody at the client", ru: "Добавить человека у клиента"),
            [
                .client, StepField("name", LocalizedText(en: "Name", ru: "Имя"), .line),
                function, position, role, power, reportsTo, email, phone,
            ], make: add),
        AccountStep(
            .contact, "change", LocalizedText(en: "Change what is known of him", ru: "Изменить сведения"),
            [function, position, role.optional, power.optional, reportsTo, email, phone], allow: mayChange, make: change
        ),
        AccountStep(
            .contact, "leave", LocalizedText(en: "He has left", ru: "Ушёл от клиента"), allow: mayChange, make: leave),
    ]

    private static let function = StepField(
        "function", LocalizedText(en: "Function", ru: "Служба клиента"), .one(.function), isNeeded: false)
    private static let position = StepField(
        "position", LocalizedText(en: "Position", ru: "Должность"), .line, isNeeded: false)
    private static let power = StepField(
        "power", LocalizedText(en: "Power", ru: "Влияние на решение"), .whole(0...10),
        hint: LocalizedText(en: "10 decides alone.", ru: "10 — решает один."))
    private static let reportsTo = StepField(
        "reports_to", LocalizedText(en: "Reports to", ru: "Кому подчиняется"), .one(.contact), isNeeded: false)
    private static let email = StepField("email", LocalizedText(en: "Mail", ru: "Почта"), .line, isNeeded: false)
    private static let phone = StepField("phone", LocalizedText(en: "Telephone", ru: "Телефон"), .line, isNeeded: false)
    private static let role = StepField(
        "role", LocalizedText(en: "Part in decisions", ru: "Роль в решениях"),
        .choice([
            StepField.Choice("decides", en: "decides", ru: "решает"),
            StepField.Choice("signs", en: "signs", ru: "подписывает"),
            StepField.Choice("evaluates", en: "compares offers", ru: "сравнивает предложения"),
            StepField.Choice("uses", en: "works with what we deliver", ru: "пользуется"),
            StepField.Choice("influences", en: "is listened to", ru: "влияет"),
            StepField.Choice("gatekeeper", en: "lets others through, or not", ru: "пропускает к другим или нет"),
            StepField.Choice("sponsor", en: "speaks for us", ru: "выступает за нас"),
        ]))
    private static let changing = ["function", "position", "role", "power", "email", "phone"]

    static func add(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let id = request.book.newIdentifier("contact", "k")
        let client: Key<Client> = try request.neededKey("client")
        try request.requireOwnClient(client, "contact \(id)")
        var cells: [String: String?] = [
            "client": client.text, "name": request.text("name"), "from": "\(request.today)",
            "reports_to": try request.contact(of: client, "reports_to")?.text,
        ]
        for name in changing { cells[name] = request.text(name) }
        return StepOutcome(
            id, [StepRow(new: "contact", id, cells)],
            next: StepNext(
                LocalizedText(en: "learn what drives him", ru: "узнать, что для него важно"), who: request.me))
    }

    /// Somebody who is still there, by who looks after his client.
    static func mayChange(_ request: StepRequest) throws(Refusal) {
        let row = try request.row(.contact)
        let place = "contact \(row.id)"
        try request.requireOwnClient(row.key("client") ?? "", place)
        if let until = row.day("until"), until <= request.today {
            throw Refusal(
                "has-left", LocalizedText(en: "\(place) has left on \(until)", ru: "\(place): ушёл \(until)"),
                remedy: LocalizedText(en: "add whoever came after him", ru: "добавьте того, кто пришёл на его место"))
        }
    }

    static func change(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        try mayChange(request)
        let client: Key<Client> = try request.row(.contact).key("client") ?? ""
        var cells: [String: String] = [:]
        for name in changing { cells[name] = request.text(name) }
        cells["reports_to"] = try request.contact(of: client, "reports_to")?.text
        guard !cells.isEmpty else { throw .emptyField(request.field("function")) }
        return StepOutcome(
            request.subject, [StepRow("contact", request.subject, cells)],
            next: StepNext(LocalizedText(en: "it holds from today on", ru: "действует с сегодняшнего дня")))
    }

    static func leave(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        try mayChange(request)
        return StepOutcome(
            request.subject, [StepRow("contact", request.subject, ["until": "\(request.today)"])],
            next: StepNext(
                LocalizedText(en: "ask who comes after him", ru: "спросить, кто на его место"), who: request.me,
                by: request.today.adding(days: successorDays)))
    }

    /// So many days somebody has to ask for the successor.
    private static let successorDays = 5
}
