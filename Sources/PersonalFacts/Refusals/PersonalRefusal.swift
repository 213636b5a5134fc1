public import Accounts
public import Messages
internal import Periods

/// Why a personal fact is not kept or not shown, and what can be done instead.
public struct PersonalRefusal: Error, Hashable, Sendable {
    /// A stable name, never translated.
    public let code: String
    /// What was refused and why.
    public let text: LocalizedText
    /// What to do instead.
    public let remedy: LocalizedText

    private init(_ code: String, _ text: LocalizedText, remedy: LocalizedText) {
        (self.code, self.text, self.remedy) = (code, text, remedy)
    }

    /// The reason and the remedy in one sentence.
    public var told: LocalizedText { LocalizedText { "\(text[$0]); \(remedy[$0])" } }
}

extension PersonalRefusal {
    /// A rule of consents is broken.
    init(_ refusal: Refusal) { self.init(refusal.code, refusal.text, remedy: refusal.remedy) }

    static func unknownContact(_ contact: Key<Contact>) -> PersonalRefusal {
        PersonalRefusal(
            "unknown-contact",
            LocalizedText(
                en: "no row of 'contact' has the number '\(contact)'", ru: "в таблице «contact» нет номера «\(contact)»"
            ),
            remedy: LocalizedText(en: "add him there first", ru: "сначала добавьте его туда"))
    }

    static func noStranger(_ person: Key<Person>, _ contact: Key<Contact>) -> PersonalRefusal {
        PersonalRefusal(
            "not-his-client",
            LocalizedText(
                en: "'\(person)' does not look after the client of '\(contact)'",
                ru: "«\(person)» не ведёт клиента, у которого работает «\(contact)»"),
            remedy: LocalizedText(
                en: "let whoever looks after him write it", ru: "пусть запишет тот, кто ведёт этого клиента"))
    }

    static func left(_ contact: Key<Contact>, _ day: CivilDay) -> PersonalRefusal {
        PersonalRefusal(
            "left",
            LocalizedText(
                en: "'\(contact)' has left; nothing of him is kept from \(day) on",
                ru: "«\(contact)» больше не работает у клиента; с \(day) о нём ничего не хранится"),
            remedy: LocalizedText(en: "write nothing down", ru: "ничего не записывайте"))
    }

    static func noConsent(_ contact: Key<Contact>, _ purpose: Consent.Purpose) -> PersonalRefusal {
        PersonalRefusal(
            "no-consent",
            LocalizedText(
                en: "'\(contact)' has given no consent that holds for \(purpose.words)",
                ru: "нет действующего согласия «\(contact)», цель — \(purpose.words)"),
            remedy: LocalizedText(
                en: "ask for it in a document of its own, and enter that first",
                ru: "попросите его отдельным документом и сначала внесите согласие"))
    }

    static func forbidden(_ subject: ForbiddenSubject, _ word: String) -> PersonalRefusal {
        PersonalRefusal(
            "forbidden-subject",
            LocalizedText(
                en: "'\(word)' is about a subject that no note may have: \(subject.words)",
                ru: "слово «\(word)» — о том, чего в заметках быть не должно: \(subject.words)"),
            remedy: LocalizedText(
                en: "leave it out; write only what serves the purpose and what you would say to his face",
                ru: "уберите это; пишите только то, что служит цели и что вы сказали бы человеку в лицо"))
    }

    static let noText = PersonalRefusal(
        "no-text", LocalizedText(en: "the note is empty", ru: "заметка пуста"),
        remedy: LocalizedText(en: "write one or two sentences", ru: "напишите одно-два предложения"))

    static let tooLong = PersonalRefusal(
        "too-long",
        LocalizedText(
            en: "the note has more than \(PersonalNote.longest) characters",
            ru: "в заметке больше знаков, чем можно: \(PersonalNote.longest)"),
        remedy: LocalizedText(en: "keep one fact in a note", ru: "одна заметка — один факт"))

    static func late(_ day: CivilDay) -> PersonalRefusal {
        PersonalRefusal(
            "future-day",
            LocalizedText(en: "\(day) is still to come", ru: "день \(day) ещё не наступил"),
            remedy: LocalizedText(
                en: "enter a consent once it is given", ru: "вносите согласие, когда оно уже дано"))
    }

    static func nothing(_ contact: Key<Contact>) -> PersonalRefusal {
        PersonalRefusal(
            "nothing-kept",
            LocalizedText(en: "nothing is kept of '\(contact)'", ru: "о «\(contact)» ничего не хранится"),
            remedy: LocalizedText(en: "there is nothing to erase", ru: "стирать нечего"))
    }
}

extension Consent.Purpose {
    /// The purpose as people call it.
    public var words: LocalizedText {
        switch self {
        case .courtesy: LocalizedText(en: "courtesy", ru: "знаки внимания")
        case .hospitality: LocalizedText(en: "limits of hospitality", ru: "границы гостеприимства")
        case .channel: LocalizedText(en: "preferred way to be reached", ru: "удобный способ связи")
        }
    }
}
