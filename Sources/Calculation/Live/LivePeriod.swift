internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// What a plan pays for one of its periods, kept so that single people can be computed anew.
final class LivePeriod {
    // Accesses are not checked at run time: one thread follows changes, and no part reads what another is changing.

    @exclusivity(unchecked) var members: PlanBlocks.Members
    @exclusivity(unchecked) var components: [AwardBlock]
    /// The cells of the report, column by column; those of pay are empty.
    @exclusivity(unchecked) var cells: [LiveMetric?]
    /// The row of each member in a block, by person; -1 for everybody else.
    @exclusivity(unchecked) var rows: [Int32]
    let program: PersonProgram
    /// How components are computed by the program; `nil` for those that have to be computed in another way.
    private let awards: [LiveAward?]
    @exclusivity(unchecked) var gates: [Gate]
    @exclusivity(unchecked) var pools: [LivePool?] = []
    /// The steps of the weights of pools.
    private let weights: [Int?]
    var marks = LiveMarks()
    /// The blocks of a recomputation, so that what is known of one serves all parts.
    private var contexts: [PeopleContext] = []
    /// Whose awards of each component are different now.
    @exclusivity(unchecked) var moved: [[Int32]]
    /// What was paid to those whose assignments have changed, by component.
    var before: [Int32: [[ParticipationAward]]] = [:]
    let plan: PlanBlocks
    private let columns: [Int?]

    /// A metric behind which parts of rows lie.
    struct Gate {
        let step: Int?
        let parts: UInt64
        /// The gates whose metrics are made of this one.
        let outer: UInt64
        var values: LiveMetric
    }

    /// How many components and reports have a bit each.
    static let mostParts = 64

    init(_ plan: PlanBlocks, _ period: Period, _ report: Report?, _ gates: LiveGates) {
        self.plan = plan
        let members = plan.members(period)
        self.members = members
        components = plan.pay(members).components
        moved = plan.plan.components.map { _ in [] }
        rows = Self.rows(of: members.people, among: plan.model.people.count)
        let program = PersonProgram(plan.blocks, members.contexts)
        self.program = program
        self.gates = gates.metrics.indices.map { place in
            let metric = gates.metrics[place]
            let values = NumberBlock(
                joining: members.contexts.map { plan.blocks.metric(metric, $0) ?? .none($0.count) })
            return Gate(
                step: program.compile(metric: metric), parts: gates.parts[place], outer: gates.outer[place],
                values: LiveMetric(values))
        }
        awards = plan.plan.components.map { $0.isShared ? nil : LiveAward($0, plan, members, program) }
        let formulas = (report?.columns ?? []).map { column -> Checked<Measure>? in
            if case .formula(let formula) = column.source { formula } else { nil }
        }
        columns = formulas.map { $0.flatMap(program.compile) }
        cells = formulas.map { formula in
            formula.map { formula in
                LiveMetric(NumberBlock(joining: members.contexts.map { plan.blocks.numbers(formula, $0) }))
            }
        }
        weights = plan.plan.components.map { component in
            component.division.flatMap { program.compile($0.weight) }
        }
        pools = zip(plan.plan.components, weights).map { LivePool($0, plan, members, weight: $1) }
    }

    // MARK: What has changed

    /// Marks parts of a person's row, a bit for each component and one after them for the report; those behind a gate are
    /// computed anew only if its metric is different.
    func mark(_ person: Int32, _ parts: UInt64, behind gate: Int?) { marks.add(person, parts, gate) }

    /// Marks parts of everybody's row.
    func markEverybody(_ parts: UInt64, behind gate: Int?) { marks.addEverybody(parts, gate) }

    /// Marks the funds of pools.
    func markFunds(_ parts: UInt64) { marks.addFunds(parts) }

    /// Marks parts of the rows of several people.
    func mark(_ people: [Int32], _ parts: UInt64, behind gate: Int?) { marks.add(people, parts, gate) }

    /// Marks what everybody together decides.
    func markShared(_ parts: UInt64) { marks.addShared(parts) }

    /// Whether anything is to be computed anew.
    var isMarked: Bool { !marks.isEmpty }

    // MARK: Recomputing

    /// Computes what is marked anew; gives by component whose awards are different now.
    ///
    /// - Parameter isRecorded: Whether targets or entered values have changed.
    func recompute(_ isRecorded: Bool) -> [[Int32]] {
        plan.blocks.begin(program.program)
        contexts.removeAll(keepingCapacity: true)
        for number in moved.indices { moved[number] = [] }
        // What an evaluator of blocks, or of everybody together, has to compute.
        var left: [Int: [Int32]] = [:]
        if isRecorded, marks.concernEverybody { program.refreshColumns(nil) }
        for mark in marks.all(members) {
            let row = Int(rows[Int(mark.person)])
            if row >= 0 {
                if isRecorded, !marks.concernEverybody { program.refreshColumns((row, mark.person)) }
                recompute(mark, row, &left)
            } else {
                recomputeOther(mark, &left)
            }
        }
        for number in components.indices where marks.shared & (1 << UInt64(number)) != 0 {
            if plan.plan.components[number].isShared { left[number, default: []] += [] }
        }
        for number in pools.indices where marks.funds & (1 << UInt64(number)) != 0 {
            if pools[number]?.askFunds() == nil { left[number, default: []] += [] }
        }
        marks = LiveMarks()
        for (number, component) in plan.plan.components.enumerated() {
            if let people = left[number] {
                component.isShared ? replace(number) : recompute(component, number, people)
            } else if pools[number]?.isChanged ?? false {
                divide(number)
            }
        }
        noteMoved()
        return moved
    }

    /// A member in a block.
    private func recompute(_ mark: LiveMarks.Mark, _ row: Int, _ left: inout [Int: [Int32]]) {
        program.turn(to: row, mark.person)
        let open = opened(mark, row)
        for number in awards.indices where open & (1 << UInt64(number)) != 0 {
            if let award = awards[number]?.award(mark.person, program) {
                if components[number].put(award, at: row) { moved[number].append(mark.person) }
            } else if pools[number]?.weigh(row, program) ?? false {
                continue
            } else {
                left[number, default: []].append(mark.person)
            }
        }
        guard open & (1 << UInt64(awards.count)) != 0 else { return }
        for (number, step) in columns.enumerated() {
            if let step { _ = cells[number]?.put(program.value(step), at: row) }
        }
    }

    /// The parts of a row that are computed anew: those marked, and those behind gates whose metrics are different.
    private func opened(_ mark: LiveMarks.Mark, _ row: Int) -> UInt64 {
        var open = mark.parts
        var outer: UInt64 = 0
        for number in gates.indices where mark.gates & (1 << UInt64(number)) != 0 {
            if let step = gates[number].step, gates[number].values.put(program.value(step), at: row) {
                open |= gates[number].parts
                outer |= gates[number].outer
            }
        }
        // Else a later change could bring one back to what it was before this one, and nothing would seem different.
        outer &= ~mark.gates
        for number in gates.indices where outer & (1 << UInt64(number)) != 0 {
            if let step = gates[number].step { _ = gates[number].values.put(program.value(step), at: row) }
        }
        return open
    }

    /// Somebody who is in no block.
    private func recomputeOther(_ mark: LiveMarks.Mark, _ left: inout [Int: [Int32]]) {
        guard members.others.contains(where: { $0.person == mark.person }) else { return }
        let open = gates.indices.reduce(mark.parts) { open, number in
            mark.gates & (1 << UInt64(number)) != 0 ? open | gates[number].parts : open
        }
        for number in awards.indices where open & (1 << UInt64(number)) != 0 {
            if !weighOther(mark.person, number) { left[number, default: []].append(mark.person) }
        }
    }

    /// Weighs the participations of somebody who is in no block; `false` when the pool has to be divided in another way.
    private func weighOther(_ person: Int32, _ number: Int) -> Bool {
        guard pools[number] != nil else { return false }
        for (index, participation) in members.others.enumerated() where participation.person == person {
            let weight = pools[number].flatMap { plan.weight($0.division, participation) }
            guard let weight, pools[number]?.put(weight, at: members.people.count + index) ?? false else {
                return false
            }
        }
        return true
    }

    private func recompute(_ component: Component, _ number: Int, _ people: [Int32]) {
        let inBlocks = people.filter { rows[Int($0)] >= 0 }
        if !inBlocks.isEmpty, let block = plan.awards(component, context(inBlocks)) {
            for (row, person) in inBlocks.enumerated()
            where components[number].put(block, row, at: Int(rows[Int(person)])) {
                moved[number].append(person)
            }
        }
        for (index, participation) in members.others.enumerated() where people.contains(participation.person) {
            let award = plan.rounded(plan.calculator.award(component, plan.plan, participation))
            if components[number].put(award, at: members.people.count + index) {
                moved[number].append(participation.person)
            }
        }
        moved[number].sort()
    }

    /// A block of some people, the same for parts that concern the same.
    private func context(_ people: [Int32]) -> PeopleContext {
        if let known = contexts.first(where: { $0.people == people }) { return known }
        // Numbered behind the blocks of all members.
        let context = plan.context(people, members.period, members.contexts.count + contexts.count)
        contexts.append(context)
        return context
    }

    // MARK: What is shared

    /// Divides a pool anew in the groups in which a weight has changed.
    private func divide(_ number: Int) {
        guard components[number].singles.isEmpty,
            let people = pools[number]?.divide(plan, members.period, into: &components[number])
        else { return replace(number) }
        moved[number] += people
    }

    /// Computes what everybody together decides for everybody.
    private func replace(_ number: Int) {
        let component = plan.plan.components[number]
        let block = plan.shared(component, members)
        for row in 0..<block.amounts.count
        where block.award(row, plan.model.currency) != components[number].award(row, plan.model.currency) {
            moved[number].append(
                row < members.people.count ? members.people[row] : members.others[row - members.people.count].person)
        }
        components[number] = block
        pools[number] = LivePool(component, plan, members, weight: weights[number])
    }
}
