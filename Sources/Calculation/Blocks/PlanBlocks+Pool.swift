internal import Company
internal import Formulas
internal import Periods
internal import Quantities

extension PlanBlocks {
    /// What a pool pays all members of a period: those in blocks, then the others in their order; `nil` when it is not a pool
    /// that can be divided in columns.
    func pool(_ component: Component, _ members: Members) -> AwardBlock? {
        guard case .pool(let pool) = component.kind, let shares = shares(component, members) else { return nil }
        var block = AwardBlock(count: shares.weights.count)
        for (subject, rows) in shares.groups {
            guard let parts = divide(pool, subject, rows, shares.weights, members) else { return nil }
            for (row, part) in zip(rows, parts) {
                block.amounts[row] = part
                if part == 0 { block.remarks[row] = .noShare }
            }
        }
        return block
    }

    /// What a pool is divided by; `nil` when it has to be divided in another way.
    func shares(_ component: Component, _ members: Members) -> LivePeriod.PoolShares? {
        guard case .pool(let pool) = component.kind, !pool.carriesOver, component.modifiers.isEmpty,
            !component.scalesWithTime || members.others.isEmpty, !members.people.isEmpty,
            let (weights, scale) = weights(pool, members)
        else { return nil }
        let groups = groups(component, members)
        var groupOfRow = [Int](repeating: -1, count: weights.count)
        for (number, group) in groups.enumerated() {
            for row in group.rows { groupOfRow[row] = number }
        }
        // Who is in no group has no award, and a reason for it.
        guard !groupOfRow.contains(-1) else { return nil }
        return LivePeriod.PoolShares(weights: weights, scale: scale, groups: groups, groupOfRow: groupOfRow)
    }

    /// The weights of all members in units of one scale, none below zero; `nil` when somebody has none.
    private func weights(_ pool: Pool, _ members: Members) -> ([Int64], scale: Int)? {
        let own = NumberBlock(joining: members.frames.map { blocks.numbers(pool.weight, $0) })
        guard own.missing == nil else { return nil }
        var all = own
        if !members.others.isEmpty {
            var values = (0..<own.count).map { own[$0] as FixedDecimal? }
            for stint in members.others {
                guard let weight = calculator.evaluator.number(pool.weight, in: calculator.frame(stint, plan)).value
                else { return nil }
                values.append(weight)
            }
            all = NumberBlock(values)
        }
        guard case .narrow(let units, let scale) = all.numbers else { return nil }
        return (units.map { max($0, 0) }, scale)
    }

    /// The rows of each group that shares a fund.
    private func groups(_ component: Component, _ members: Members) -> [(subject: Subject, rows: [Int])] {
        let count = members.people.count + members.others.count
        guard component.sharedBy == .unit else { return [(.company, Array(0..<count))] }
        var byUnit: [Int32: [Int]] = [:]
        for (row, person) in members.people.enumerated() {
            guard let unit = roster.unit(of: person) else { continue }
            byUnit[unit, default: []].append(row)
        }
        for (row, stint) in members.others.enumerated() {
            guard let unit = calculator.unit(of: stint, plan) else { continue }
            byUnit[unit, default: []].append(members.people.count + row)
        }
        return byUnit.sorted { $0.key < $1.key }.map { (.unit($0.key), $0.value) }
    }

    /// The parts of a group's fund; `nil` when there is no fund, or nobody who shares it.
    func divide(
        _ pool: Pool, _ subject: Subject, _ rows: [Int], _ weights: [Int64], _ members: Members
    ) -> [Int64]? {
        guard let fund = calculator.evaluator.number(pool.fund, in: Frame(subject, members.period)).value,
            let whole = try? Money(payLine: fund, in: model.currency, plan.rounding), whole.minorUnits >= 0
        else { return nil }
        let ranks = rows.map { row in
            roster.rank(
                of: row < members.people.count
                    ? members.people[row] : members.others[row - members.people.count].person)
        }
        return Self.largestRemainder(UInt64(whole.minorUnits), rows.map { UInt64(weights[$0]) }, ranks)
    }

    /// ``Split/largestRemainder(_:weights:step:)`` in whole units and 64-bit words; `nil` when it does not fit, or nobody has
    /// a weight.
    static func largestRemainder(_ whole: UInt64, _ weights: [UInt64], _ ranks: [Int32]) -> [Int64]? {
        var total: UInt64 = 0
        for weight in weights {
            let (sum, overflow) = total.addingReportingOverflow(weight)
            if overflow { return nil }
            total = sum
        }
        guard total > 0 else { return nil }
        var parts: [Int64] = []
        var remainders: [UInt64] = []
        parts.reserveCapacity(weights.count)
        remainders.reserveCapacity(weights.count)
        var left = whole
        for weight in weights {
            // A weight is no more than the total, so the quotient is no more than the whole.
            let (part, remainder) = total.dividingFullWidth(whole.multipliedFullWidth(by: weight))
            parts.append(Int64(part))
            remainders.append(remainder)
            left -= part
        }
        guard left > 0 else { return parts }
        for index in first(Int(left), remainders, ranks) { parts[index] += 1 }
        return parts
    }

    /// The first so many in the order of the remainders, the largest first, a tie by rank.
    private static func first(_ count: Int, _ remainders: [UInt64], _ ranks: [Int32]) -> [Int] {
        let largest = remainders.max() ?? 0
        guard largest < 1 << 32, let most = ranks.max() else {
            let line = remainders.indices.sorted {
                remainders[$0] != remainders[$1] ? remainders[$0] > remainders[$1] : ranks[$0] < ranks[$1]
            }
            return Array(line.prefix(count))
        }
        // Remainder and rank as one number: only who is before the last that gets more matters, not the order among them.
        let keys = remainders.indices.map { remainders[$0] << 32 | UInt64(UInt32(most - ranks[$0])) }
        let least = keys.largest(count)
        return remainders.indices.filter { keys[$0] >= least }
    }
}

extension [UInt64] {
    /// The n-th largest of different numbers, n from 1; the array keeps its order.
    func largest(_ number: Int) -> UInt64 {
        var numbers = self
        var (low, high) = (0, numbers.count - 1)
        let place = number - 1
        while low < high {
            let pivot = numbers[(low + high) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while numbers[left] > pivot { left += 1 }
                while numbers[right] < pivot { right -= 1 }
                if left <= right {
                    numbers.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place <= right {
                high = right
            } else if place >= left {
                low = left
            } else {
                break
            }
        }
        return numbers[place]
    }
}

extension Modifiers {
    /// Whether nothing acts on the award.
    var isEmpty: Bool {
        condition == nil && multiplier == nil && gate == nil && floor == nil && cap == nil && longerCaps.isEmpty
    }
}
