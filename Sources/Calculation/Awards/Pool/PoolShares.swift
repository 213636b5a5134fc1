internal import Company
internal import Quantities

/// How a pool is divided among the members of a period, kept so that it can be divided again when a weight changes.
struct PoolShares {
    /// The decimal places of the weights.
    let scale: Int
    private(set) var groups: [Group]
    /// The group of each row and its place in it.
    private let places: [(group: Int32, place: Int32)]
    private var division = LargestRemainder()

    /// Those who share a fund.
    struct Group {
        let subject: Subject
        /// Their rows in the period, and their numbers.
        let rows: [Int32]
        let people: [Int32]
        /// Who comes first among equal remainders.
        let ranks: [Int32]
        /// In units of 10^-``PoolShares/scale``, none below zero.
        fileprivate(set) var weights: [UInt64]
        fileprivate(set) var total: UInt64

        /// Whether the same people share it by the same weights.
        func hasSameMembers(as other: Group) -> Bool { people == other.people && weights == other.weights }
    }

    /// A group before its weights are known.
    struct Members {
        let subject: Subject
        let rows: [Int32]
        let people: [Int32]
        let ranks: [Int32]
    }

    /// Shares by the weights of all rows; `nil` when a row is in no group or the weights' sum does not fit.
    init?(_ weights: [Int64], scale: Int, _ members: [Members]) {
        var places = [(group: Int32, place: Int32)](repeating: (-1, -1), count: weights.count)
        var groups: [Group] = []
        for (number, members) in members.enumerated() {
            var total: UInt64 = 0
            let own = members.rows.map { UInt64(max(0, weights[Int($0)])) }
            for weight in own {
                let (sum, overflow) = total.addingReportingOverflow(weight)
                if overflow { return nil }
                total = sum
            }
            for (place, row) in members.rows.enumerated() { places[Int(row)] = (Int32(number), Int32(place)) }
            groups.append(
                Group(
                    subject: members.subject, rows: members.rows, people: members.people, ranks: members.ranks,
                    weights: own, total: total))
        }
        // Who is in no group has no award, and a reason for it.
        guard !places.contains(where: { $0.group < 0 }) else { return nil }
        (self.scale, self.groups, self.places) = (scale, groups, places)
    }

    /// The weight of a row, none below zero.
    func weight(_ row: Int) -> Int64 {
        Int64(groups[Int(places[row].group)].weights[Int(places[row].place)])
    }

    /// Puts a row's weight in place; gives its group when the weight is different, `nil` inside when it is not. `nil` when
    /// the sum of the weights no longer fits.
    mutating func put(_ weight: Int64, at row: Int) -> Int?? {
        let (group, place) = (Int(places[row].group), Int(places[row].place))
        let (old, new) = (groups[group].weights[place], UInt64(max(0, weight)))
        if old == new { return .some(nil) }
        let (total, overflow) = (groups[group].total - old).addingReportingOverflow(new)
        if overflow { return nil }
        groups[group].weights[place] = new
        groups[group].total = total
        return group
    }

    /// Divides a fund in a group, into the rows of a block in which nobody's award says more than an amount; gives whose
    /// parts are different, or `nil` when nobody shares it.
    mutating func divide(_ fund: UInt64, _ group: Int, into block: inout AwardBlock) -> [Int32]? {
        guard division.divide(fund, groups[group].weights, total: groups[group].total, groups[group].ranks) else {
            return nil
        }
        let own = groups[group]
        return block.put(division.parts, own.rows, own.people)
    }
}

extension AwardBlock {
    /// Puts parts of a fund in place of the amounts; who gets nothing is told so. Gives whose are different.
    fileprivate mutating func put(_ parts: [UInt64], _ rows: [Int32], _ people: [Int32]) -> [Int32] {
        Self.put(parts, rows, people, &amounts, &remarks)
    }

    private static func put(
        _ parts: [UInt64], _ rows: [Int32], _ people: [Int32], _ amounts: inout [Int64],
        _ remarks: inout [PlainRemark]
    ) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: rows.count) { moved, count in
            for place in rows.indices {
                let (row, part) = (Int(rows[place]), Int64(truncatingIfNeeded: parts[place]))
                let before = amounts[row]
                if before == part { continue }
                amounts[row] = part
                if before == 0 || part == 0 { remarks[row] = part == 0 ? .noShare : .none }
                moved.initializeElement(at: count, to: people[place])
                count += 1
            }
        }
    }
}
