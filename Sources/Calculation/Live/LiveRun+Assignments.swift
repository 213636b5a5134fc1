public import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension LiveRun {
    /// An assignment as it is now; `nil` when it is cancelled or was never there.
    public func version(ofAssignment number: Int) -> AssignmentVersion? {
        if let change = assignmentChanges.first(where: { $0.number == number }) { return change.version }
        return model.version(ofAssignment: number)
    }

    /// The number for an assignment that is added.
    public var nextAssignment: Int {
        max(model.organisation.assignments.count, (assignmentChanges.map(\.number).max() ?? -1) + 1)
    }

    /// Follows changes of assignments that are made at once; gives the awards that are different now.
    ///
    /// Computed anew are the rows of the person in periods with days on which an assignment of his is different, those of the
    /// heads above him before and after, those of his units before and after where formulas look at units, and what is shared
    /// with him. Where a total or a cap runs over longer periods it is his row in all of them.
    ///
    /// - Throws: ``AssignmentChange/Refusal``; nothing has changed then.
    @discardableResult
    public func apply(_ changes: [AssignmentChange]) throws(AssignmentChange.Refusal) -> [MovedAwards] {
        guard canRecompute else { throw .needsNewLayout }
        let changed = try model.checked(changes, after: assignmentChanges)
        let moves = moves(changes, changed)
        follow(changes, changed)
        for plan in plans { plan.blocks.follow(moves.map(\.person)) }
        if moves.contains(where: \.movesLines) {
            reportingChanged(on: Membership.union(moves.filter(\.movesLines).flatMap(\.days)))
        }
        for plan in plans { boundTiers(plan.blocks, moves) }
        var moved = recomputeWholePlans()
        for plan in plans {
            plan.mark(moves)
            moved += plan.recompute(isRecorded: true)
        }
        return moved
    }

    /// What is different about each person whose assignments are changed.
    private func moves(_ changes: [AssignmentChange], _ changed: CompanyModel) -> [AssignmentMove] {
        typealias Versions = (before: AssignmentVersion?, after: AssignmentVersion?)
        var last: [Int: AssignmentVersion?] = [:]
        for change in changes { last[change.number] = .some(change.version) }
        var byPerson: [Int32: [Versions]] = [:]
        for (number, after) in last {
            let before = version(ofAssignment: number)
            guard before != after else { continue }
            if let before, let after, before.person == after.person {
                byPerson[before.person, default: []].append((before, after))
                continue
            }
            if let before { byPerson[before.person, default: []].append((before, nil)) }
            if let after { byPerson[after.person, default: []].append((nil, after)) }
        }
        let before = evaluator.model.organisation
        return byPerson.sorted { $0.key < $1.key }.map {
            AssignmentMove($0.key, $0.value, before, changed.organisation)
        }
    }

    // MARK: Tiers

    /// Bounds the tiers of line-level commissions anew whose targets look at assignments.
    private func boundTiers(_ plan: PlanBlocks, _ moves: [AssignmentMove]) {
        for (number, component) in plan.plan.components.enumerated() {
            guard let target = component.linePricing?.target else { continue }
            let key = LineAward.Key(plan: plan.number, component: number)
            if target.asksOthers(model) {
                bound(key, target, plan, 0..<Int32(model.people.count))
            } else if target.asksPerson(model) {
                for move in moves { bound(key, target, plan, move.person..<move.person + 1) }
            }
        }
    }
}

extension Checked where Reference == Measure {
    /// Whether the formula, or a metric it names, asks for something about the person.
    fileprivate func asksPerson(_ model: CompanyModel) -> Bool {
        references.contains { reference in
            switch reference {
            case .person: return true
            case .metric(let number):
                guard case .formula(let formula) = model.metrics[number].source else { return false }
                return formula.asksPerson(model)
            case .window(_, let inner), .subject(_, let inner): return inner.asksPerson(model)
            case .target, .aggregate, .parameter, .days, .workingDays, .variable: return false
            }
        }
    }
}
