public import Company
internal import Formulas
public import Messages
public import Periods
internal import Quantities

/// What people are paid by a company as it is, and by the same company as it is supposed to be.
///
/// Both sides are compared by names, not by numbers: a plan that is replaced is still that plan, and a person the same person.
public struct PayComparison: Sendable {
    /// What an award is for.
    public struct Key: Hashable, Sendable {
        /// The person's identifier.
        public var person: String
        /// The plan's name.
        public var plan: String
        /// The component's name.
        public var component: String
        /// The period.
        public var period: Period
    }

    /// What one side pays, over some award lines.
    public struct Pay: Hashable, Sendable {
        /// The sum of the lines that have an amount, in minor units of the company's currency.
        public var minorUnits: Int128 = 0
        /// How many lines have none.
        public var missing = 0
        /// Why they have none, each reason once.
        public var reasons: [Reason] = []

        /// Nothing.
        public init() {}
    }

    /// What both sides pay; a side without a line pays nobody there.
    public struct Sides: Hashable, Sendable {
        /// By the company as it is.
        public var now: Pay?
        /// By the company as it is supposed to be.
        public var then: Pay?

        /// Makes a pair.
        public init(now: Pay? = nil, then: Pay? = nil) {
            self.now = now
            self.then = then
        }

        /// What is paid more than now, in minor units; what has no amount is not paid.
        public var difference: Int128 { (then?.minorUnits ?? 0) - (now?.minorUnits ?? 0) }

        /// Whether the two differ: in the amount, in what has none, or because one has no line at all.
        public var differ: Bool { now != then }
    }

    /// An award with what both sides pay for it.
    public struct Award: Hashable, Sendable {
        /// What it is for.
        public var key: Key
        /// What both sides pay; the lines of several stretches of one period are one sum.
        public var sides: Sides
    }

    /// What both sides pay a person, by a plan or altogether.
    public struct Total: Hashable, Sendable {
        /// The person's identifier.
        public var person: String
        /// The plan's name; `nil` for all plans.
        public var plan: String?
        /// What both sides pay.
        public var sides: Sides
    }

    /// Every award that one of the sides pays, by the end of its period, its plan, its component and the person.
    public let awards: [Award]
    /// What everybody is paid, where awards of some people are left out.
    private var everybody: Sides?

    /// Compares award lines.
    ///
    /// - Parameters:
    ///   - now: The company as it is, and its lines.
    ///   - then: The company as it is supposed to be, and its lines for the same periods.
    public init(now: (model: CompanyModel, lines: [AwardLine]), then: (model: CompanyModel, lines: [AwardLine])) {
        everybody = nil
        var sides: [Key: Sides] = [:]
        for line in now.lines { sides[Key(line, now.model), default: Sides()].now.take(line) }
        for line in then.lines { sides[Key(line, then.model), default: Sides()].then.take(line) }
        let order = Order(now.model, then.model)
        awards = sides.map { Award(key: $0.key, sides: $0.value) }.sorted { order.comesFirst($0.key, $1.key) }
    }

    /// Compares the award lines of some people, when nobody else's differ.
    ///
    /// - Parameters:
    ///   - model: The company.
    ///   - now: Their lines as it is.
    ///   - then: Their lines as it is supposed to be.
    ///   - total: What both sides pay everybody.
    public init(_ model: CompanyModel, now: [AwardLine], then: [AwardLine], total: Sides) {
        self.init(PayComparison(now: (model, now), then: (model, then)).awards, total)
    }

    private init(_ awards: [Award], _ total: Sides? = nil) {
        self.awards = awards
        everybody = total
    }
}

extension PayComparison {
    /// The awards that differ.
    public var moved: [Award] { awards.filter(\.sides.differ) }

    /// The awards of one person.
    public func of(_ person: String) -> PayComparison {
        PayComparison(awards.filter { $0.key.person == person })
    }

    /// The awards that some may see; the totals are theirs.
    public func showing(_ isShown: (Key) -> Bool) -> PayComparison { PayComparison(awards.filter { isShown($0.key) }) }

    /// What everybody together is paid.
    public var total: Sides { everybody ?? Self.sum(awards) }

    /// What each person is paid by each plan; the largest difference comes first, of equal ones the smaller identifier.
    public var byPlan: [Total] { totals { Group(person: $0.person, plan: $0.plan) } }

    /// What each person is paid altogether, in the same order.
    public var byPerson: [Total] { totals { Group(person: $0.person, plan: nil) } }

    private struct Group: Hashable {
        let person: String
        let plan: String?
    }

    private func totals(_ group: (Key) -> Group) -> [Total] {
        Dictionary(grouping: awards) { group($0.key) }.map { group, awards in
            Total(person: group.person, plan: group.plan, sides: Self.sum(awards))
        }.sorted { left, right in
            let sizes = (left.sides.difference.magnitude, right.sides.difference.magnitude)
            if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
            let keys = (RecordKey(left.person), RecordKey(right.person))
            return keys.0 == keys.1 ? (left.plan ?? "") < (right.plan ?? "") : keys.0 < keys.1
        }
    }

    private static func sum(_ awards: [Award]) -> Sides {
        awards.reduce(into: Sides()) { sum, award in
            if let now = award.sides.now { sum.now.take(now) }
            if let then = award.sides.then { sum.then.take(then) }
        }
    }
}

extension PayComparison.Key {
    fileprivate init(_ line: AwardLine, _ model: CompanyModel) {
        let plan = model.plans[line.plan]
        self.init(
            person: model.people.id(line.participation.person), plan: plan.name,
            component: plan.line(line.component).name, period: line.participation.period)
    }
}

extension PayComparison.Pay? {
    fileprivate mutating func take(_ line: AwardLine) {
        var pay = PayComparison.Pay()
        if let amount = line.amount.value { pay.minorUnits = Int128(amount.minorUnits) }
        if let reason = line.amount.reason {
            pay.missing = 1
            pay.reasons = [reason]
        }
        take(pay)
    }

    fileprivate mutating func take(_ other: PayComparison.Pay) {
        var sum = self ?? PayComparison.Pay()
        sum.minorUnits += other.minorUnits
        sum.missing += other.missing
        sum.reasons += other.reasons.filter { !sum.reasons.contains($0) }
        self = sum
    }
}

/// The order in which a run has its lines, for the plans and components of two companies.
private struct Order {
    private var plans: [String: Int] = [:]
    private var components: [String: [String: Int]] = [:]

    init(_ now: CompanyModel, _ then: CompanyModel) {
        for plan in now.plans + then.plans {
            if plans[plan.name] == nil { plans[plan.name] = plans.count }
            for component in plan.lines where components[plan.name]?[component.name] == nil {
                components[plan.name, default: [:]][component.name] = components[plan.name]?.count ?? 0
            }
        }
    }

    func comesFirst(_ left: PayComparison.Key, _ right: PayComparison.Key) -> Bool {
        if left.period.range.until != right.period.range.until {
            return left.period.range.until < right.period.range.until
        }
        if left.period != right.period { return left.period > right.period }
        let (place, other) = (place(left), place(right))
        if place != other { return place < other }
        return RecordKey(left.person) < RecordKey(right.person)
    }

    private func place(_ key: PayComparison.Key) -> (Int, Int) {
        (plans[key.plan] ?? 0, components[key.plan]?[key.component] ?? 0)
    }
}
