import Accounts
import Periods
import Quantities

extension RowReader {
    /// The touches.
    mutating func touches() -> [Touch] {
        read("touch") { row throws(RowProblem) in
            Touch(
                Key(row.id), at: try row.neededMoment("at"), client: try row.neededKey("client"),
                contact: row.key("contact"), person: try row.neededKey("person"),
                kind: try row.neededWord("kind"), direction: try row.neededWord("direction"),
                purpose: try row.neededWord("purpose"), message: try row.word("message"),
                minutes: row.decimal("minutes").flatMap { try? $0.integer(.halfAwayFromZero) },
                knownOn: row.moment("known_on"), source: try row.neededWord("source"))
        }
    }

    /// The people at clients.
    mutating func contacts() -> [Contact] {
        read("contact") { row throws(RowProblem) in
            let role: Contact.Role? = try row.word("role")
            return Contact(
                Key(row.id), client: try row.neededKey("client"), function: row.key("function"),
                role: role ?? .influences, power: try row.rating("power"),
                days: DayRange(from: try row.neededDay("from"), clampingUntil: row.day("until") ?? .latest))
        }
    }

    /// How contacts stand to us.
    mutating func relations() -> [Relation] {
        read("relation") { row throws(RowProblem) in
            let evidence = row.list("evidence").map { Key<Touch>($0) }
            return Relation(
                try row.neededKey("contact"), on: try row.neededDay("day"), level: try row.rating("relation"),
                by: try row.neededKey("by"), evidence: Set(evidence))
        }
    }
}
