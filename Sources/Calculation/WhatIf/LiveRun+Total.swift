internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension LiveRun {
    /// What everybody together is paid, as ``PayComparison`` adds it up; `nil` when nobody is.
    public var total: PayComparison.Pay? {
        var total: PayComparison.Pay?
        // In the order in which a comparison has awards, so that reasons come in the same order.
        let ordered = tasks.sorted { left, right in
            if left.period.range.until != right.period.range.until {
                return left.period.range.until < right.period.range.until
            }
            return left.period == right.period ? left.plan < right.plan : left.period > right.period
        }
        for task in ordered {
            if let plan = plans.first(where: { $0.blocks.number == task.plan }) {
                guard let period = plan.period(task.period), !period.isEmpty else { continue }
                for block in period.components { total.add(block) { period.person(inRow: $0) } }
            } else {
                for line in lines(of: task) { total.add(line) }
            }
        }
        return total
    }

    /// The lines of some people, in the order of a run.
    public func lines(ofPeople people: [Int32]) -> [AwardLine] {
        tasks.flatMap { lines(of: $0, people).flatMap { $0 } }
    }
}

extension LivePeriod {
    fileprivate var isEmpty: Bool { members.people.isEmpty && members.others.isEmpty }

    /// Whose a row of a block is.
    fileprivate func person(inRow row: Int) -> RecordKey {
        let own = members.people.count
        return RecordKey(plan.model.people.id(row < own ? members.people[row] : members.others[row - own].person))
    }
}

extension PayComparison.Pay? {
    fileprivate mutating func add(_ block: AwardBlock, _ person: (Int) -> RecordKey) {
        var sum = self ?? PayComparison.Pay()
        for amount in block.amounts { sum.minorUnits += Int128(amount) }
        let singles = block.singles.map { (row: $0.key, award: $0.value) }
        for (row, award) in singles {
            sum.minorUnits += Int128(award.amount.value?.minorUnits ?? 0) - Int128(block.amounts[row])
        }
        let missing = singles.filter { $0.award.amount.reason != nil }
        for (_, award) in missing.sorted(by: { person($0.row) < person($1.row) }) { sum.note(award.amount.reason) }
        self = sum
    }

    fileprivate mutating func add(_ line: AwardLine) {
        var sum = self ?? PayComparison.Pay()
        sum.minorUnits += Int128(line.amount.value?.minorUnits ?? 0)
        sum.note(line.amount.reason)
        self = sum
    }
}

extension PayComparison.Pay {
    fileprivate mutating func note(_ reason: Reason?) {
        guard let reason else { return }
        missing += 1
        if !reasons.contains(reason) { reasons.append(reason) }
    }
}
