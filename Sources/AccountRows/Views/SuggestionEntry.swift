public import Accounts
public import Periods
public import Quantities

/// A suggestion in the list of those that were given.
public struct SuggestionEntry: Sendable {
    /// Its number.
    public let id: String
    /// Whose it is.
    public let author: Key<Person>
    /// Who owes the reply.
    public let answeredBy: Key<Person>
    /// The day it was given.
    public let givenOn: CivilDay
    /// The last day for the next reply.
    public let replyDue: CivilDay
    /// The client it is about, where it is about one.
    public let client: Key<Client>?
    /// Whether it names an obstacle, and no idea.
    public let isObstacle: Bool
    /// What it says.
    public let text: String
    /// Where it stands.
    public let state: SuggestionState
    /// Why it was refused.
    public let reason: String?
    /// What it brought, once that is known.
    public let effect: FixedDecimal?

    /// Days past the reply that is owed; 0 where none is.
    public func lateness(on day: CivilDay) -> Int {
        state == .submitted || state == .acceptedForStudy ? max(replyDue.days(until: day), 0) : 0
    }
}

extension AccountBook {
    /// The suggestions given by a day, those whose reply is due soonest first, then the newest.
    public func suggestions(on day: CivilDay) -> [SuggestionEntry] {
        guard let table = source.tables["suggestion"] else { return [] }
        let entries = (0..<table.rowCount).compactMap { number -> SuggestionEntry? in
            let row = AccountRow(table: table, number: number)
            // A row at fault is reported where the company is checked; here it is left out.
            guard let author = row.text("author"), let answerer = row.text("answered_by"),
                let given = row.day("given_on"),
                let due = row.day("reply_due"), let text = row.text("text"),
                let state = row.text("state").flatMap(SuggestionState.init), given <= day
            else { return nil }
            return SuggestionEntry(
                id: row.id, author: Key(author), answeredBy: Key(answerer), givenOn: given, replyDue: due,
                client: row.key("client"), isObstacle: row.text("kind") == "obstacle", text: text, state: state,
                reason: row.text("reason"), effect: row.decimal("effect"))
        }
        func isOwed(_ entry: SuggestionEntry) -> Bool { [.submitted, .acceptedForStudy].contains(entry.state) }
        return entries.sorted { left, right in
            if isOwed(left) != isOwed(right) { return isOwed(left) }
            if isOwed(left) { return (left.replyDue, left.id) < (right.replyDue, right.id) }
            return (right.givenOn, left.id) < (left.givenOn, right.id)
        }
    }
}
