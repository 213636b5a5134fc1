internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// A pool of a period while the weights of single members change.
struct LivePool {
    let division: FundDivision
    private let weight: Int
    private var shares: PoolShares
    /// The groups to be divided anew.
    private var changed: [Int] = []
    /// The funds of the groups, as far as they were asked for.
    private var funds: [UInt64?]

    /// `nil` when nothing can be told from the weights alone.
    ///
    /// - Parameter weight: The step of the weights.
    init?(_ component: Component, _ plan: PlanBlocks, _ members: PlanBlocks.Members, weight: Int?) {
        guard let division = component.division, let weight, let shares = plan.shares(component, members)
        else { return nil }
        self.division = division
        self.weight = weight
        self.shares = shares
        funds = shares.groups.map { _ in nil }
    }

    /// Whether a group is to be divided anew.
    var isChanged: Bool { !changed.isEmpty }

    /// Weighs the member the program has turned to; `false` when the weight does not fit among the others.
    mutating func weigh(_ row: Int, _ program: PersonProgram) -> Bool {
        guard let units = program.value(weight).units(scale: shares.scale), let group = shares.put(units, at: row)
        else {
            return false
        }
        if let group, !changed.contains(group) { changed.append(group) }
        return true
    }

    /// Puts a row's weight in place; `false` when it does not fit among the others.
    mutating func put(_ weight: FixedDecimal, at row: Int) -> Bool {
        guard let units = weight.units(scale: shares.scale), let group = shares.put(units, at: row) else {
            return false
        }
        if let group, !changed.contains(group) { changed.append(group) }
        return true
    }

    /// The same weights after a member has come, gone or changed his group; groups that are different now are to be divided
    /// anew. `nil` when the pool has to be divided in another way.
    ///
    /// - Parameter order: For every row the row it was; new ones have no weight yet.
    func regrouped(
        _ component: Component, _ plan: PlanBlocks, _ members: PlanBlocks.Members, _ order: [Int?]
    ) -> LivePool? {
        guard !component.scalesWithTime || members.others.isEmpty, !members.people.isEmpty,
            !members.someHaveSeveralParticipations,
            let other = PoolShares(
                order.map { $0.map(shares.weight) ?? 0 }, scale: shares.scale, plan.groups(component, members))
        else { return nil }
        var pool = self
        pool.shares = other
        pool.changed = []
        pool.funds = []
        for (number, group) in other.groups.enumerated() {
            let old = shares.groups.firstIndex { $0.subject == group.subject }
            pool.funds.append(old.flatMap { funds[$0] })
            let isSame = old.map { shares.groups[$0].hasSameMembers(as: group) && !changed.contains($0) } ?? false
            if !isSame { pool.changed.append(number) }
        }
        return pool
    }

    /// Divides every group anew, by funds that are asked for again.
    mutating func askFunds() {
        changed = Array(shares.groups.indices)
        funds = shares.groups.map { _ in nil }
    }

    /// Divides the funds of the groups in which something has changed; gives whose parts are different, or `nil` when one
    /// cannot be divided.
    mutating func divide(_ plan: PlanBlocks, _ period: Period, into block: inout AwardBlock) -> [Int32]? {
        defer { changed.removeAll(keepingCapacity: true) }
        var moved: [Int32] = []
        for group in changed {
            guard let fund = fund(group, plan, period), let people = shares.divide(fund, group, into: &block) else {
                return nil
            }
            if moved.isEmpty { moved = people } else { moved += people }
        }
        return moved
    }

    private mutating func fund(_ group: Int, _ plan: PlanBlocks, _ period: Period) -> UInt64? {
        if let known = funds[group] { return known }
        let fund = plan.fund(division, shares.groups[group].subject, period)
        funds[group] = fund
        return fund
    }
}
