import Messages

/// Fields that several steps ask for.
extension StepField {
    static let client = StepField("client", LocalizedText(en: "Client", ru: "Клиент"), .one(.client))
    static let contact = StepField(
        "contact", LocalizedText(en: "Person at the client", ru: "Человек у клиента"), .one(.contact))
    static let evidence = StepField("evidence", LocalizedText(en: "What shows it", ru: "Основание"), .line)
    static let reason = StepField("reason", LocalizedText(en: "Why", ru: "Причина"), .text)
}

/// Stands for a text that a form still asks for, where a step is only asked whether it would be possible.
let placeholder = "…"
