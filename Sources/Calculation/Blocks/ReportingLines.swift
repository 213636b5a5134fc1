internal import Company
internal import Periods

/// Who reports to whom on a stretch of days, where that does not change on any of them.
///
/// What adds up is then added up from the bottom: everybody's own and what is below him, each once. Heads under whom somebody
/// came, left or changed inside the days are named, and are left to ``Membership``.
struct ReportingLines: Sendable {
    /// Everybody, those below before those above.
    private let order: [Int32]
    /// The head of each person on all the days; -1 for none.
    private let heads: [Int32]
    /// Under whom something changes inside the days.
    let isUnsteady: [Bool]

    init(_ organisation: Organisation, people: Int, _ days: DayRange) {
        var heads = [Int32](repeating: -1, count: people)
        var isUnsteady = [Bool](repeating: false, count: people)
        var unsteady: [Int32] = []
        for person in 0..<people {
            switch Self.head(of: Int32(person), organisation, days) {
            case .one(let head): heads[person] = head
            case .none: continue
            case .changing(let several): unsteady += several
            }
        }
        // Whoever stands above a head under whom something changes sees the change too, on whichever days he stood there.
        while let head = unsteady.popLast() {
            guard !isUnsteady[Int(head)] else { continue }
            isUnsteady[Int(head)] = true
            unsteady += organisation.assignments(of: head, in: days).compactMap(\.assignment.manager)
        }
        self.heads = heads
        order = Self.order(heads, &isUnsteady)
        self.isUnsteady = isUnsteady
    }

    private enum Head {
        case none
        case one(Int32)
        case changing([Int32])
    }

    private static func head(of person: Int32, _ organisation: Organisation, _ days: DayRange) -> Head {
        let held = organisation.byPerson[Int(person)]
        if held.count == 1 {
            let assignment = organisation.assignments[held[0]]
            guard assignment.validity.overlaps(days), let manager = assignment.manager else { return .none }
            return assignment.validity.contains(days) ? .one(manager) : .changing([manager])
        }
        let inside = organisation.assignments(of: person, in: days)
        let managers = Set(inside.compactMap(\.assignment.manager))
        guard let manager = managers.first else { return .none }
        let isSteady =
            managers.count == 1 && inside.contains { $0.assignment.manager == manager && $0.days == days }
        return isSteady ? .one(manager) : .changing(Array(managers))
    }

    /// Below before above; a line without an end has no order, and is left alone.
    private static func order(_ heads: [Int32], _ isUnsteady: inout [Bool]) -> [Int32] {
        var below = [Int32](repeating: 0, count: heads.count)
        for head in heads where head >= 0 { below[Int(head)] += 1 }
        var order = heads.indices.filter { below[$0] == 0 }.map { Int32($0) }
        var next = 0
        while next < order.count {
            let head = heads[Int(order[next])]
            next += 1
            guard head >= 0 else { continue }
            below[Int(head)] -= 1
            if below[Int(head)] == 0 { order.append(head) }
        }
        for person in heads.indices where below[person] > 0 { isUnsteady[person] = true }
        return order
    }

    /// Adds to everybody's number those of all below him; `nil` when one does not fit.
    func addUp(_ numbers: [Int64]) -> [Int64]? {
        var sums = numbers
        var failed = false
        sums.withUnsafeMutableBufferPointer { sums in
            for person in order {
                let head = heads[Int(person)]
                guard head >= 0 else { continue }
                let (sum, overflow) = sums[Int(head)].addingReportingOverflow(sums[Int(person)])
                sums[Int(head)] = sum
                failed = failed || overflow
            }
        }
        return failed ? nil : sums
    }

    /// Adds a number to a person's sum and those of all heads above; `false` when one does not fit.
    func add(_ number: Int64, from person: Int32, to sums: inout [Int64]) -> Bool {
        var next = person
        var steps = 0
        while next >= 0, steps <= heads.count {
            let (sum, overflow) = sums[Int(next)].addingReportingOverflow(number)
            if overflow { return false }
            sums[Int(next)] = sum
            next = heads[Int(next)]
            steps += 1
        }
        return true
    }
}
