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
}
