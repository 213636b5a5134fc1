public import Messages

/// How much a finding presses.
public enum Severity: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// Worth knowing.
    case note
    /// Something is to be done.
    case warning
    /// Something is to be done today.
    case alarm

    /// How much a finding presses, by its word in a table.
    public enum Word: String, Hashable, Sendable, CaseIterable {
        /// See ``Severity/note``, ``Severity/warning`` and ``Severity/alarm``.
        case note, warning, alarm

        /// What it means.
        public var severity: Severity {
            switch self {
            case .note: .note
            case .warning: .warning
            case .alarm: .alarm
            }
        }
    }

    /// Its word in a table.
    public var word: Word {
        switch self {
        case .note: .note
        case .warning: .warning
        case .alarm: .alarm
        }
    }

    /// The word for people.
    public var words: LocalizedText {
        switch self {
        case .note: LocalizedText(en: "note", ru: "замечание")
        case .warning: LocalizedText(en: "warning", ru: "предупреждение")
        case .alarm: LocalizedText(en: "alarm", ru: "тревога")
        }
    }

    /// Orders by pressure.
    public static func < (left: Severity, right: Severity) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// For whom a finding is, by part; who plays it that day is a question to the teams.
public enum Addressee: String, Hashable, Sendable, CaseIterable {
    /// The client's account manager.
    case manager
    /// His head.
    case head
    /// The head of the whole line.
    case director
    /// Who answers for a promise.
    case owner
    /// Who has to take a promise on.
    case receiver
    /// The receiver's head.
    case receiversHead
    /// Whoever owns the cause of a claim, by his head.
    case causeOwnersHead
    /// Who looks after the money.
    case finance
    /// Who makes proposals.
    case marketing
    /// Whoever speaks for us at the top.
    case sponsor
    /// Whose fact it is.
    case author
    /// Who was at a meeting.
    case attendee
    /// Who owes a reply.
    case debtor

    /// The part as people call it.
    public var words: LocalizedText {
        switch self {
        case .manager: LocalizedText(en: "account manager", ru: "менеджер")
        case .head: LocalizedText(en: "head", ru: "руководитель")
        case .director: LocalizedText(en: "director", ru: "директор")
        case .owner: LocalizedText(en: "owner", ru: "кто обещал")
        case .receiver: LocalizedText(en: "receiver", ru: "исполнитель")
        case .receiversHead: LocalizedText(en: "receiver's head", ru: "руководитель исполнителя")
        case .causeOwnersHead: LocalizedText(en: "head of the cause", ru: "руководитель службы-причины")
        case .finance: LocalizedText(en: "finance", ru: "финансы")
        case .marketing: LocalizedText(en: "marketing", ru: "маркетинг")
        case .sponsor: LocalizedText(en: "sponsor", ru: "куратор")
        case .author: LocalizedText(en: "author", ru: "автор")
        case .attendee: LocalizedText(en: "who was there", ru: "участник")
        case .debtor: LocalizedText(en: "who owes the reply", ru: "за кем ответ")
        }
    }
}
