internal import Messages
public import Periods
public import Quantities

/// How much of a client's power we were in touch with of late.
public struct Coverage: Hashable, Sendable {
    /// The power of all contacts.
    public let power: Int
    /// The power of those touched within the norm.
    public let covered: Int
    /// The functions of the client met within the norm, of those required.
    public let met: Set<Key<ClientFunction>>
    /// The functions required.
    public let required: Set<Key<ClientFunction>>

    /// Coverage on a day: a touch lies at most `norm` days back.
    public init(
        of client: Key<Client>, contacts: [Contact], touches: [Touch], norm: Int,
        functions required: Set<Key<ClientFunction>>, on day: CivilDay
    ) {
        let there = contacts.filter { $0.client == client && $0.days.contains(day) }
        var touched: Set<Key<Contact>> = []
        for touch in touches where touch.client == client {
            let age = touch.at.day.days(until: day)
            if age >= 0, age <= norm, let contact = touch.contact { touched.insert(contact) }
        }
        let reached = there.filter { touched.contains($0.id) }
        power = there.reduce(0) { $0 + $1.power.value }
        covered = reached.reduce(0) { $0 + $1.power.value }
        met = Set(reached.compactMap(\.function)).intersection(required)
        self.required = required
    }

    /// Σ power touched ÷ Σ power; without value where nobody has any.
    public func share() throws(NoFigure) -> FixedDecimal {
        try Exact.share(covered, of: power, LocalizedText(en: "contact with power", ru: "контакт, влияющий на решения"))
    }
}

/// How many of the touches with a client go through one person.
public struct OneThread: Hashable, Sendable {
    /// The contact most touches are with, of equal ones the first by number.
    public let contact: Key<Contact>
    /// Touches with that contact.
    public let count: Int
    /// Touches with a known contact.
    public let all: Int

    /// Touches in the days up to and with a day; nil where none names a contact.
    public init?(_ touches: [Touch], with client: Key<Client>, days: Int = 90, on day: CivilDay) {
        var counts: [Key<Contact>: Int] = [:]
        for touch in touches where touch.client == client {
            let age = touch.at.day.days(until: day)
            if age >= 0, age < days, let contact = touch.contact { counts[contact, default: 0] += 1 }
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
        (contact, count, all) = (most.key, most.value, counts.values.reduce(0, +))
    }

    /// Touches with the one ÷ touches.
    public func share() throws(NoFigure) -> FixedDecimal {
        try Exact.share(count, of: all, LocalizedText(en: "touches", ru: "контакты с клиентом"))
    }
}
