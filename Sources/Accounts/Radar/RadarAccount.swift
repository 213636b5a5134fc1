public import Periods
public import Quantities

/// What the radar looks at of one account: rows known on the day. What is left out is not looked at.
public struct RadarAccount: Sendable {
    /// The client.
    public let client: Key<Client>
    /// Who is the account manager since when.
    public var managers: [Promise.Ownership] = []
    /// Norm and calls.
    public var calls: CallNorm?
    /// Promises to and for the client.
    public var promises: [Promise] = []
    /// Days with an order, in any order.
    public var orders: [CivilDay] = []
    /// Sales of late beside those before.
    public var sales: SalesTrend?
    /// Shares of wallet by quarter, the oldest first.
    public var wallet: [FixedDecimal] = []
    /// The day since which the oldest unpaid invoice is overdue.
    public var overdueSince: CivilDay?
    /// Claims.
    public var claims: [Claim] = []
    /// Risks.
    public var risks: [Risk] = []
    /// People at the client.
    public var contacts: [Contact] = []
    /// How they stand to us.
    public var relations: [Relation] = []
    /// Touches.
    public var touches: [Touch] = []
    /// Meetings.
    public var meetings: [Meeting] = []
    /// How many of the client's came to the meetings of each series, in order.
    public var series: [String: [Int]] = [:]
    /// What was heard.
    public var facts: [RadarFact] = []
    /// Plans with their actions.
    public var plans: [AccountPlan] = []
    /// The ladder and what bears it.
    public var ladder: RadarLadder?
    /// Our strength in the client's eyes by assessment, the oldest first.
    public var relativeInTheirEyes: [FixedDecimal] = []
    /// Health.
    public var health: Health?
    /// An incentive that runs, and what it gained by quarter, the oldest first.
    public var incentive: (now: Incentive, gains: [FixedDecimal])?

    /// An account of which nothing is known yet.
    public init(_ client: Key<Client>) {
        self.client = client
    }
}

/// Revenue and orders of the last 91 days and of the 182 before.
public struct SalesTrend: Hashable, Sendable {
    /// Revenue of the last 91 days.
    public let revenue: FixedDecimal
    /// Revenue of the 182 days before.
    public let revenueBefore: FixedDecimal
    /// Orders of the last 91 days.
    public let orders: Int
    /// Orders of the 182 days before.
    public let ordersBefore: Int

    /// A trend.
    public init(revenue: FixedDecimal, before revenueBefore: FixedDecimal, orders: Int, before ordersBefore: Int) {
        (self.revenue, self.revenueBefore, self.orders, self.ordersBefore) = (
            revenue, revenueBefore, orders, ordersBefore
        )
    }
}

/// A fact with what its sources make of it.
public struct RadarFact: Hashable, Sendable {
    /// Its number.
    public let id: String
    /// Since when it stands so.
    public let since: CivilDay
    /// Where it stands.
    public let state: FactState
    /// What its sources say.
    public let check: FactCheck

    /// A fact.
    public init(_ id: String, since: CivilDay, state: FactState, check: FactCheck) {
        (self.id, self.since, self.state, self.check) = (id, since, state, check)
    }
}

/// A ladder with the evidence and claims of one client.
public struct RadarLadder: Sendable {
    /// The rungs.
    public let ladder: Ladder
    /// What bears them.
    public let evidence: EvidenceDays
    /// What is claimed and examined.
    public let claims: [Key<Ladder.Rung>: [DayRange]]

    /// A client's ladder.
    public init(_ ladder: Ladder, evidence: EvidenceDays, claims: [Key<Ladder.Rung>: [DayRange]]) {
        (self.ladder, self.evidence, self.claims) = (ladder, evidence, claims)
    }
}

/// A client's claim, as far as the radar needs it.
public struct Claim: Hashable, Sendable {
    /// Its number.
    public let id: Key<Claim>
    /// When it came.
    public let openedOn: CivilDay
    /// When it was settled.
    public let closedOn: CivilDay?
    /// Why it came about, once found.
    public let rootCause: String?

    /// A claim.
    public init(_ id: Key<Claim>, opened: CivilDay, closed: CivilDay? = nil, rootCause: String? = nil) {
        (self.id, openedOn, closedOn, self.rootCause) = (id, opened, closed, rootCause)
    }
}

/// Something that may go wrong.
public struct Risk: Hashable, Sendable {
    /// Its number.
    public let id: Key<Risk>
    /// What it is about.
    public let kind: Kind
    /// When it was seen.
    public let seenOn: CivilDay
    /// Who looks after it.
    public let owner: Key<Person>?
    /// Whether it is closed or accepted.
    public let isSettled: Bool

    /// What a risk is about.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Another supplier beside us.
        case secondSupplier = "second_supplier"
        /// Law, rivals, people, money, quality, and the rest.
        case law, rival, person, credit, quality, other
    }

    /// A risk.
    public init(_ id: Key<Risk>, _ kind: Kind, seen: CivilDay, owner: Key<Person>? = nil, isSettled: Bool = false) {
        (self.id, self.kind, seenOn, self.owner, self.isSettled) = (id, kind, seen, owner, isSettled)
    }
}
