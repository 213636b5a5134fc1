internal import Company
internal import Formulas
internal import Periods
internal import Quantities

/// What a plan pays for one of its periods, kept so that single people can be computed anew.
final class LivePeriod {
    let members: PlanBlocks.Members
    private(set) var components: [AwardBlock]
    /// The cells of the report, column by column; those of pay are empty.
    private(set) var cells: [[FixedDecimal?]]
    /// The row of each member in a block, by person.
    private let rows: [Int32: Int]
    /// The metrics behind which parts of rows lie.
    private var gates: [Int: LiveMetric] = [:]
    /// What pools are divided by.
    private var pools: [Int: PoolShares] = [:]
    /// The blocks of a recomputation by their people, so that what is known of one serves all parts.
    private var frames: [[Int32]: PeopleFrame] = [:]
    private let plan: PlanBlocks
    private let report: Report?

    /// How a pool is divided in a period.
    struct PoolShares {
        /// The weights of all members in units of 10^-scale.
        var weights: [Int64]
        let scale: Int
        let groups: [(subject: Subject, rows: [Int])]
        /// The group of each row; -1 for none.
        let groupOfRow: [Int]
    }

    /// What of a person's row may have changed; a bit for each component, and one after them for the report.
    struct Parts {
        /// Whatever else happens.
        var certain: UInt64 = 0
        /// If a metric is different now.
        var behind: [(gate: Int, parts: UInt64)] = []

        mutating func add(_ part: UInt64, behind gate: Int?) {
            guard let gate else {
                certain |= part
                return
            }
            if let known = behind.firstIndex(where: { $0.gate == gate }) {
                behind[known].parts |= part
            } else {
                behind.append((gate, part))
            }
        }
    }

    init(_ plan: PlanBlocks, _ period: Period, _ report: Report?, gates: [Int]) {
        self.plan = plan
        self.report = report
        members = plan.members(period)
        components = plan.pay(members).components
        rows = Dictionary(members.people.enumerated().map { ($1, $0) }) { first, _ in first }
        for gate in gates {
            self.gates[gate] = LiveMetric(
                NumberBlock(joining: members.frames.map { plan.blocks.metric(gate, $0) ?? .none($0.count) }))
        }
        cells = []
        cells = report.map { computeCells($0) } ?? []
        for (number, component) in plan.plan.components.enumerated() where component.isShared {
            pools[number] = plan.shares(component, members)
        }
    }

    /// The awards of a component that are different from before.
    struct Moved {
        let component: Int
        var people: [Int32]
    }

    // MARK: Recomputing

    /// Computes parts of some people's rows anew.
    func recompute(_ people: [Int32: Parts], _ moved: inout [Moved]) {
        plan.blocks.begin()
        frames.removeAll(keepingCapacity: true)
        let parts = opened(people)
        for (number, component) in plan.plan.components.enumerated() {
            let concerned = parts.compactMap { $0.value & (1 << UInt64(number)) != 0 ? $0.key : nil }.sorted()
            if concerned.isEmpty { continue }
            component.isShared
                ? recomputeShared(component, number, concerned, &moved)
                : recompute(component, number, concerned, &moved)
        }
        guard report != nil else { return }
        let bit = 1 << UInt64(plan.plan.components.count)
        let inReport = parts.compactMap { $0.value & UInt64(bit) != 0 ? $0.key : nil }.sorted()
        if !inReport.isEmpty { recomputeCells(inReport) }
    }

    /// The parts that are certain, and those behind metrics that are different now.
    private func opened(_ people: [Int32: Parts]) -> [Int32: UInt64] {
        var parts: [Int32: UInt64] = [:]
        for (person, own) in people {
            var open = own.certain
            let row = rows[person]
            for (gate, behind) in own.behind {
                guard let row else {
                    open |= behind
                    continue
                }
                let frame = frame([person])
                guard let block = plan.blocks.metric(gate, frame) else { continue }
                if gates[gate]?.put(block.isMissing(0) ? nil : block[0], at: row) ?? true { open |= behind }
            }
            if open != 0 { parts[person] = open }
        }
        return parts
    }

    private func recompute(
        _ component: Component, _ number: Int, _ people: [Int32], _ moved: inout [Moved]
    ) {
        var own = Moved(component: number, people: [])
        defer { if !own.people.isEmpty { moved.append(own) } }
        let inBlocks = people.filter { rows[$0] != nil }
        if !inBlocks.isEmpty, let block = plan.awards(component, frame(inBlocks)) {
            for (row, person) in inBlocks.enumerated() {
                if let place = rows[person], components[number].put(block, row, at: place) { own.people.append(person) }
            }
        }
        for (index, stint) in members.others.enumerated() where people.contains(stint.person) {
            let award = plan.rounded(plan.calculator.award(component, plan.plan, stint))
            if components[number].put(award, at: members.people.count + index) { own.people.append(stint.person) }
        }
    }

    /// A pool is divided anew in the groups in which a weight has changed; whatever else is shared, for everybody.
    private func recomputeShared(
        _ component: Component, _ number: Int, _ people: [Int32], _ moved: inout [Moved]
    ) {
        guard var shares = pools[number], members.others.allSatisfy({ !people.contains($0.person) }),
            let changed = changedGroups(component, people, &shares)
        else {
            pools[number] = plan.shares(component, members)
            return replace(number, by: plan.shared(component, members), &moved)
        }
        pools[number] = shares
        var own = Moved(component: number, people: [])
        defer { if !own.people.isEmpty { moved.append(own) } }
        for group in changed {
            let (subject, rows) = shares.groups[group]
            guard case .pool(let pool) = component.kind,
                let parts = plan.divide(pool, subject, rows, shares.weights, members)
            else { return replace(number, by: plan.shared(component, members), &moved) }
            for (row, part) in zip(rows, parts) where components[number].put(part, .noShare, at: row) {
                own.people.append(person(row))
            }
        }
    }

    /// The groups in which the weight of some people is different now; `nil` when that cannot be told from weights alone.
    private func changedGroups(_ component: Component, _ people: [Int32], _ shares: inout PoolShares) -> [Int]? {
        guard case .pool(let pool) = component.kind else { return nil }
        let inBlocks = people.filter { rows[$0] != nil }
        let weights = plan.blocks.numbers(pool.weight, frame(inBlocks))
        guard weights.missing == nil, let units = weights.narrow(scale: shares.scale) else { return nil }
        var changed: [Int] = []
        for (person, weight) in zip(inBlocks, units) {
            guard let row = rows[person], shares.weights[row] != max(weight, 0) else { continue }
            shares.weights[row] = max(weight, 0)
            let group = shares.groupOfRow[row]
            if group >= 0, !changed.contains(group) { changed.append(group) }
        }
        return changed
    }

    private func replace(_ number: Int, by block: AwardBlock, _ moved: inout [Moved]) {
        let different = (0..<block.amounts.count).filter {
            block.award($0, plan.model.currency) != components[number].award($0, plan.model.currency)
        }
        if !different.isEmpty { moved.append(Moved(component: number, people: different.map { person($0) })) }
        components[number] = block
    }

    private func frame(_ people: [Int32]) -> PeopleFrame {
        if let known = frames[people] { return known }
        // Numbered behind the blocks of all members.
        let frame = plan.frame(people, members.period, members.frames.count + frames.count)
        frames[people] = frame
        return frame
    }

    private func person(_ row: Int) -> Int32 {
        row < members.people.count ? members.people[row] : members.others[row - members.people.count].person
    }

    // MARK: The report

    private func computeCells(_ report: Report) -> [[FixedDecimal?]] {
        report.columns.map { column in
            guard case .formula(let formula) = column.source else { return [] }
            return members.frames.flatMap { Self.values(plan.blocks.numbers(formula, $0)) }
        }
    }

    private func recomputeCells(_ people: [Int32]) {
        let inBlocks = people.filter { rows[$0] != nil }
        guard let report, !inBlocks.isEmpty else { return }
        let frame = frame(inBlocks)
        for (number, column) in report.columns.enumerated() {
            guard case .formula(let formula) = column.source else { continue }
            for (person, value) in zip(inBlocks, Self.values(plan.blocks.numbers(formula, frame))) {
                if let row = rows[person] { cells[number][row] = value }
            }
        }
    }

    private static func values(_ block: NumberBlock) -> [FixedDecimal?] {
        (0..<block.count).map { block.isMissing($0) ? nil : block[$0] }
    }
}

extension AwardBlock {
    /// Puts a row of another block in place of a row; says whether it is different.
    mutating func put(_ other: AwardBlock, _ row: Int, at place: Int) -> Bool {
        if let single = other.singles[row] { return put(single, at: place) }
        let isDifferent =
            singles[place] != nil || amounts[place] != other.amounts[row] || remarks[place] != other.remarks[row]
        guard isDifferent else { return false }
        singles[place] = nil
        amounts[place] = other.amounts[row]
        remarks[place] = other.remarks[row]
        return true
    }

    mutating func put(_ single: SingleAward, at place: Int) -> Bool {
        guard singles[place] != single else { return false }
        singles[place] = single
        remarks[place] = .none
        return true
    }

    /// Puts a part of a fund in place; who gets nothing is told so.
    mutating func put(_ part: Int64, _ nothing: PlainRemark, at place: Int) -> Bool {
        guard amounts[place] != part || singles[place] != nil else { return false }
        singles[place] = nil
        amounts[place] = part
        remarks[place] = part == 0 ? nothing : .none
        return true
    }
}
