public import Messages

/// A field of a step, as a form asks for it.
public struct StepField: Sendable, Hashable {
    /// Its name in requests, such as `due_on`; never translated.
    public let name: String
    /// What stands beside it.
    public let label: LocalizedText
    /// A sentence of help; empty for most.
    public let hint: LocalizedText
    /// What can be given.
    public let content: Content
    /// Whether a step is refused without it.
    public let isNeeded: Bool

    init(
        _ name: String, _ label: LocalizedText, _ content: Content, hint: LocalizedText = LocalizedText(""),
        isNeeded: Bool = true
    ) {
        (self.name, self.label, self.hint, self.content, self.isNeeded) = (name, label, hint, content, isNeeded)
    }

    /// The same field where it may stay empty.
    var optional: StepField { StepField(name, label, content, hint: hint, isNeeded: false) }

    /// What can be given.
    public enum Content: Sendable, Hashable {
        /// A text of one line.
        case line
        /// A text of several lines.
        case text
        /// A day such as `2026-10-15`.
        case day
        /// A day with its minute such as `2026-10-15 11:40`.
        case moment
        /// A whole number of a range.
        case whole(ClosedRange<Int>)
        /// An amount of the company's currency, or another number.
        case number
        /// A share such as `60%`.
        case share
        /// `yes` or `no`.
        case flag
        /// One of some words.
        case choice([Choice])
        /// The identifier of something; a form offers those that ``AccountSteps/known(_:of:in:on:)`` tells.
        case one(Subject)
        /// Identifiers, with blanks or commas between.
        case many(Subject)
    }

    /// A word with what it means.
    public struct Choice: Sendable, Hashable {
        /// As it is kept.
        public let word: String
        /// As it is shown.
        public let title: LocalizedText

        init(_ word: String, en: EnglishText, ru: RussianText) {
            (self.word, title) = (word, LocalizedText(en: en, ru: ru))
        }
    }

    /// What an identifier names.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        case client, contact, person, touch, meeting, promise, plan, goal, round, rung, piece, rival, factor, selection,
            criterion, department, function, tier, training
    }
}

/// Fields that several steps ask for.
extension StepField {
    static let client = StepField("client", LocalizedText(en: "Client", ru: "Клиент"), .one(.client))
    static let contact = StepField(
        "contact", LocalizedText(en: "Person at the client", ru: "Человек у клиента"), .one(.contact))
    static let evidence = StepField("evidence", LocalizedText(en: "What shows it", ru: "Основание"), .line)
    static let reason = StepField("reason", LocalizedText(en: "Why", ru: "Причина"), .text)
}
