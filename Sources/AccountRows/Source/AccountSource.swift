public import Accounts
public import Messages
public import Periods
public import Quantities

/// What the book of key accounts is made of: tables by kind, and what the rest of the company says of clients and people.
public struct AccountSource: Sendable {
    /// The tables of key account work by kind: `touch`, `commitment`, `contact` …
    public var tables: [String: any AccountTable]
    /// Sales and returns of the clients that have ever been candidates or key accounts, in any order.
    public var trades: [Trade]
    /// Claims of these clients.
    public var claims: [ClientClaim]
    /// Who has which role for each client, and when: `kam`, `sponsor`.
    public var roles: [String: [Key<Client>: [Dated<Key<Person>>]]]
    /// Where people work and under whom.
    public var workplaces: [Key<Person>: [Dated<Workplace>]]
    /// The holding that a client belongs to.
    public var holdings: [Key<Client>: String]
    /// Everybody of ours.
    public var people: Set<Key<Person>>
    /// Whether a client is one of the company's, who need not be a key account.
    public var isClient: @Sendable (Key<Client>) -> Bool
    /// Where each client stands.
    public var clientPlaces: [Key<Client>: Place]
    /// Working days.
    public var calendar: WorkingCalendar
    /// How the year is cut.
    public var year: YearCalendar

    /// Has no rows.
    public init(calendar: WorkingCalendar, year: YearCalendar) {
        (tables, trades, claims, roles, workplaces) = ([:], [], [], [:], [:])
        (holdings, people, clientPlaces) = ([:], [], [:])
        isClient = { _ in true }
        (self.calendar, self.year) = (calendar, year)
    }

    /// An order or a return of a client.
    public struct Trade: Hashable, Sendable {
        /// Whose.
        public let client: Key<Client>
        /// When.
        public let day: CivilDay
        /// The amount; a return is below zero.
        public let amount: FixedDecimal
        /// Whether it is an order.
        public let isOrder: Bool
        /// The last day to pay; `nil` for a return, or where the company does not say it.
        public let due: CivilDay?
        /// The day of the last payment; `nil` while something is owed.
        public let paid: CivilDay?

        /// An order or a return.
        public init(
            _ client: Key<Client>, on day: CivilDay, amount: FixedDecimal, isOrder: Bool, due: CivilDay? = nil,
            paid: CivilDay? = nil
        ) {
            (self.client, self.day, self.amount, self.isOrder) = (client, day, amount, isOrder)
            (self.due, self.paid) = (due, paid)
        }
    }

    /// A claim with whose it is.
    public struct ClientClaim: Hashable, Sendable {
        /// Whose.
        public let client: Key<Client>
        /// The claim.
        public let claim: Claim
        /// Where it stands.
        public let place: Place?

        /// A client's claim.
        public init(_ client: Key<Client>, _ claim: Claim, at place: Place?) {
            (self.client, self.claim, self.place) = (client, claim, place)
        }
    }

    /// Where somebody works.
    public struct Workplace: Hashable, Sendable {
        /// The unit.
        public let unit: String
        /// The person reported to; `nil` at the top.
        public let head: Key<Person>?
        /// The position; `nil` where nobody says it.
        public let position: Key<Job>?

        /// A place of work.
        public init(unit: String, head: Key<Person>?, position: Key<Job>? = nil) {
            (self.unit, self.head, self.position) = (unit, head, position)
        }
    }
}

extension [Dated<Key<Person>>] {
    /// Who it is on a day.
    func person(on day: CivilDay) -> Key<Person>? { first { $0.validity.contains(day) }?.value }
}

extension AccountSource {
    /// Where somebody works on a day.
    public func workplace(of person: Key<Person>, on day: CivilDay) -> Workplace? {
        workplaces[person]?.first { $0.validity.contains(day) }?.value
    }

    /// Who is the client's account manager on a day.
    public func manager(of client: Key<Client>, on day: CivilDay) -> Key<Person>? {
        roles[Self.managerRole]?[client]?.person(on: day)
    }

    /// The role of account managers in the table of teams.
    public static let managerRole = "kam"
    /// The role of whoever speaks for us at the top.
    public static let sponsorRole = "sponsor"
}
