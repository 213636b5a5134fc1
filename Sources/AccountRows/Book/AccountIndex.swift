public import Accounts
public import Periods

/// Who has to do with which client, so that what is asked about one person costs what he has, not what the company has.
struct AccountIndex: Sendable {
    /// The clients that somebody has or had a role with, promised something to, meets, or does something for.
    private(set) var clients: [Key<Person>: Set<Key<Client>>] = [:]
    /// Those who have reported to somebody on some day.
    private(set) var below: [Key<Person>: Set<Key<Person>>] = [:]
    /// The touches by which somebody listened to clients, by time.
    private(set) var listening: [Key<Person>: [Touch]] = [:]
    /// Where each promise stands among the promises.
    private(set) var promises: [Key<Promise>: Int] = [:]
    /// The rows of the tables that pages quote, by kind and identifier.
    private(set) var rows: [String: [String: Int]] = [:]

    init(_ source: AccountSource, _ records: [Key<Client>: AccountRecord], _ promises: [PromiseRow]) {
        self.promises = Dictionary(
            promises.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (client, record) in records {
            for person in Self.people(of: record) { clients[person, default: []].insert(client) }
            for touch in record.touches where Self.listens.contains(touch.kind) {
                listening[touch.person, default: []].append(touch)
            }
        }
        for members in source.roles.values {
            for (client, people) in members where records[client] != nil {
                for person in people { clients[person.value, default: []].insert(client) }
            }
        }
        for (person, places) in source.workplaces {
            for head in places.compactMap(\.value.head) { below[head, default: []].insert(person) }
        }
        for kind in Self.quoted {
            guard let table = source.tables[kind] else { continue }
            let numbers = (0..<table.rowCount).map { (table.id(of: $0), $0) }
            rows[kind] = Dictionary(numbers, uniquingKeysWith: { first, _ in first })
        }
    }

    private static func people(of record: AccountRecord) -> [Key<Person>] {
        record.managers.map(\.value)
            + record.promises.flatMap { [$0.owner, $0.former?.owner, $0.receiver].compactMap(\.self) }
            + record.meetings.flatMap { $0.guests.map(\.person) } + record.facts.compactMap(\.author)
            + record.plans.flatMap { $0.actions.map(\.action.owner) }
    }

    private static let listens: Set<Touch.Kind> = [.fieldVisit, .listening, .shadowing]
    private static let quoted = [
        "commitment", "account_plan", "plan_goal", "plan_action", "meeting", "fact", "suggestion", "training",
        "contact", "review",
    ]
}

extension AccountSource {
    /// Those who report to somebody on a day.
    func people(below person: Key<Person>, _ index: AccountIndex, on day: CivilDay) -> Set<Key<Person>> {
        (index.below[person] ?? []).filter { workplace(of: $0, on: day)?.head == person }
    }
}

extension AccountBook {
    /// The number of a row in its table, found at once; `nil` where there is none, or the table is not among those that are quoted.
    public func rowNumber(_ kind: String, _ id: String) -> Int? { index.rows[kind]?[id] }

    /// Whether rows of a table are found at once.
    public func isIndexed(_ kind: String) -> Bool { index.rows[kind] != nil }

    /// A cell of a row, as it was written; `nil` where it is empty or there is no such row.
    public func text(_ kind: String, _ id: String, _ field: String) -> String? {
        index.rows[kind]?[id].flatMap { source.tables[kind]?.text(field, $0) }
    }

    /// Those who report to somebody on a day.
    public func people(below person: Key<Person>, on day: CivilDay) -> Set<Key<Person>> {
        source.people(below: person, index, on: day)
    }

    /// Whether somebody has any role with a client on a day, or heads somebody who has, directly or through others.
    public func isInTeam(_ person: Key<Person>, of client: Key<Client>, on day: CivilDay) -> Bool {
        team(of: client, on: day).contains { isInLine($0, of: person, on: day) }
    }

    /// The clients that somebody has or had to do with.
    public func clients(of person: Key<Person>) -> Set<Key<Client>> { index.clients[person] ?? [] }

    /// Whether somebody has or had to do with any client.
    public func hasToDo(_ person: Key<Person>) -> Bool { index.clients[person] != nil }

    /// Whether somebody has to do with clients himself, and whether anybody has who reports to him, directly or through others.
    public func work(of person: Key<Person>, on day: CivilDay) -> (own: Bool, below: Bool) {
        (hasToDo(person), line(of: person, on: day).contains { $0 != person && hasToDo($0) })
    }

    /// Whether somebody is another or reports to him on a day, directly or through others.
    public func isInLine(_ person: Key<Person>, of head: Key<Person>, on day: CivilDay) -> Bool {
        // A line has at most a hundred people, one above the other.
        var current = person
        for _ in 0..<100 {
            if current == head { return true }
            guard let above = source.workplace(of: current, on: day)?.head else { return false }
            current = above
        }
        return false
    }

    /// Somebody and all who report to him on a day, directly or through others.
    public func line(of head: Key<Person>, on day: CivilDay) -> Set<Key<Person>> {
        var (found, open): (Set<Key<Person>>, [Key<Person>]) = ([head], [head])
        while let next = open.popLast() {
            for person in people(below: next, on: day) where found.insert(person).inserted { open.append(person) }
        }
        return found
    }

    /// Those who have a role with a client on a day.
    public func team(of client: Key<Client>, on day: CivilDay) -> Set<Key<Person>> {
        Set(source.roles.values.compactMap { $0[client]?.person(on: day) })
    }
}

extension AccountBook {
    /// What a promise says; `nil` where there is none of that number.
    public func promiseText(_ id: String) -> String? { text("commitment", id, "text") }
}
