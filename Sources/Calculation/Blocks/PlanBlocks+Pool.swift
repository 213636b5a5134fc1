internal import Company
internal import Formulas
internal import Periods
internal import Quantities

extension PlanBlocks {
    /// What a pool pays all members of a period: those in blocks, then the others in their order; `nil` when it is not a pool
    /// that can be divided in columns.
    func pool(_ component: Component, _ members: Members) -> AwardBlock? {
        guard case .pool(let pool) = component.kind, !pool.carriesOver, component.modifiers.isEmpty,
            !component.scalesWithTime || members.others.isEmpty, !members.people.isEmpty
        else { return nil }
        guard let weights = weights(pool, members) else { return nil }
        var block = AwardBlock(amounts: [Int64](repeating: 0, count: weights.count))
        for (subject, rows) in groups(component, members) {
            guard let parts = divide(pool, subject, rows, weights, members) else { return nil }
            for (row, part) in zip(rows, parts) {
                block.amounts[row] = part
                if part == 0 { block.remarks[row] = .noShare }
            }
        }
        return block
    }

    /// The weights of all members in units of one scale, none below zero; `nil` when somebody has none.
    private func weights(_ pool: Pool, _ members: Members) -> [Int64]? {
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
        guard case .narrow(let units, _) = all.numbers else { return nil }
        return units.map { max($0, 0) }
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
    private func divide(
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
        let line = weights.indices.filter { remainders[$0] > 0 }.sorted {
            remainders[$0] != remainders[$1] ? remainders[$0] > remainders[$1] : ranks[$0] < ranks[$1]
        }
        for index in line.prefix(Int(left)) { parts[index] += 1 }
        return parts
    }
}

extension Modifiers {
    /// Whether nothing acts on the award.
    var isEmpty: Bool {
        condition == nil && multiplier == nil && gate == nil && floor == nil && cap == nil && longerCaps.isEmpty
    }
}
