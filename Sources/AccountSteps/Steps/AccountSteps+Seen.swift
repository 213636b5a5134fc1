public import AccountRows
public import Accounts
import Messages

/// Two people who step on one thing: the second is told when what he saw is no longer so.
extension AccountSteps {
    /// What somebody saw when he looked at something, as a short text that changes with its row; `nil` where there is no such row.
    ///
    /// A form carries it, and ``take(_:_:seen:)`` refuses when the row has changed since.
    public static func seen(_ object: AccountObject, _ id: String, in book: AccountBook) -> String? {
        guard object != .finding, let row = book.row(object.kind, id) else { return nil }
        // FNV-1a: tells versions of one row apart, and guards nothing against whoever wants to be wrong.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in row.content.utf8 {
            hash ^= UInt64(byte)
            hash = hash &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// As ``take(_:_:)``, refused when what it acts on has changed since somebody saw it.
    ///
    /// - Parameter seen: what ``seen(_:_:in:)`` told him; `nil` where he saw nothing.
    public static func take(
        _ step: AccountStep, _ request: StepRequest, seen: String?
    ) throws(Refusal) -> StepOutcome {
        if let seen, !step.begins, let now = self.seen(step.object, request.subject, in: request.book), now != seen {
            throw Refusal(
                "changed-meanwhile",
                LocalizedText(
                    en: "\(step.object.title) \(request.subject) has changed since you looked at it",
                    ru: "\(step.object.title) \(request.subject): с тех пор, как вы смотрели, запись изменили"),
                remedy: LocalizedText(en: "look at it again", ru: "посмотрите ещё раз"))
        }
        return try take(step, request)
    }
}
