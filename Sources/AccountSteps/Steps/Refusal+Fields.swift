import Accounts
import Messages

extension Refusal {
    static func emptyField(_ field: StepField) -> Refusal {
        Refusal(
            "field", LocalizedText(en: "'\(field.label)' is empty", ru: "не заполнено: «\(field.label)»"),
            remedy: LocalizedText(en: "fill it in", ru: "заполните"), field: field.name)
    }

    static func unreadField(_ field: StepField, _ text: String) -> Refusal {
        let shown = VisibleText.line(text)
        return Refusal(
            "field-form", LocalizedText(en: "'\(field.label)' is '\(shown)'", ru: "«\(field.label)»: «\(shown)»"),
            remedy: remedy(of: field.content), field: field.name)
    }

    static func unknownName(_ field: StepField, _ text: String, among known: [String]) -> Refusal {
        let shown = VisibleText.line(text)
        return Refusal(
            "unknown",
            LocalizedText(en: "'\(field.label)': there is no '\(shown)'", ru: "«\(field.label)»: «\(shown)» нет"),
            remedy: Messages.Suggestion.remedy(forRecord: text, among: known)
                ?? LocalizedText(en: "use a name that there is", ru: "возьмите имя, которое есть"), field: field.name)
    }

    /// What fits into a field of a kind.
    private static func remedy(of content: StepField.Content) -> LocalizedText {
        switch content {
        case .line: LocalizedText(en: "write it in one line", ru: "напишите одной строкой")
        case .text: LocalizedText(en: "write it down", ru: "запишите это")
        case .day: LocalizedText(en: "write a day such as 2026-10-15", ru: "напишите день, например 2026-10-15")
        case .moment:
            LocalizedText(
                en: "write a day with its minute, such as 2026-10-15 11:40",
                ru: "напишите день и время, например 2026-10-15 11:40")
        case .whole(let range):
            LocalizedText(
                en: "write a whole number of \(range.lowerBound)–\(range.upperBound)",
                ru: "напишите целое число от \(range.lowerBound) до \(range.upperBound)")
        case .number: LocalizedText(en: "write a number such as 1200.50", ru: "напишите число, например 1200,50")
        case .share: LocalizedText(en: "write a share such as 60%", ru: "напишите долю, например 60%")
        case .flag: LocalizedText(en: "write yes or no", ru: "напишите «да» или «нет»")
        case .choice(let choices): oneOf(choices)
        case .one, .many: LocalizedText(en: "use a name that there is", ru: "возьмите имя, которое есть")
        }
    }

    private static func oneOf(_ choices: [StepField.Choice]) -> LocalizedText {
        let english = choices.map { "\($0.word) (\($0.title.en))" }.joined(separator: ", ")
        let russian = choices.map { "\($0.word) (\($0.title.ru))" }.joined(separator: ", ")
        return LocalizedText(en: "one of: \(english)", ru: "одно из: \(russian)")
    }
}
