internal import Company
internal import Periods

/// What is different about a person after changed assignments.
struct AssignmentMove {
    /// The person.
    let person: Int32
    /// The days on which an assignment is different.
    let days: [DayRange]
    /// Whether he reports to others, or on other days.
    let movesLines: Bool
    /// The person and everybody above him, before and after.
    let heads: [Int32]
    /// Everybody in units to which he belongs on other days, or in those above them; empty when he belongs to the same.
    let colleagues: [Int32]

    /// Compares a person's assignments.
    ///
    /// - Parameter changed: His assignments that were changed, as they were and as they are; `nil` where there was none or is
    ///   none.
    init(
        _ person: Int32, _ changed: [(before: AssignmentVersion?, after: AssignmentVersion?)], _ before: Organisation,
        _ after: Organisation
    ) {
        self.person = person
        let isParallel = before.holdsSeveral(person) || after.holdsSeveral(person)
        let days = Membership.union(changed.flatMap { Self.days($0.before, $0.after, isParallel) })
        self.days = days
        movesLines = before.managers(of: person) != after.managers(of: person)
        heads = Array(Set(before.heads(above: person, days) + after.heads(above: person, days))).sorted()
        var units: Set<Int32> = []
        if before.units(of: person) != after.units(of: person) {
            units = before.unitsHolding(person).union(after.unitsHolding(person))
        }
        let members = units.flatMap { unit in
            after.byUnit[Int(unit)].map { after.assignments[$0].person }
        }
        colleagues = Array(Set(members)).sorted()
    }

    /// Whether something is different on one of some days.
    func concerns(_ range: DayRange) -> Bool { days.contains { $0.overlaps(range) } }

    /// The days on which an assignment is different; all its days where several at once have an order by their first days.
    private static func days(
        _ before: AssignmentVersion?, _ after: AssignmentVersion?, _ isParallel: Bool
    ) -> [DayRange] {
        let both = [before?.validity, after?.validity].compactMap { $0 }
        guard !isParallel, var same = before, let after else { return both }
        same.validity = after.validity
        guard same == after, let before, before.validity.overlaps(after.validity) else { return both }
        let (old, new) = (before.validity, after.validity)
        return [
            DayRange(from: min(old.from, new.from), clampingUntil: max(old.from, new.from)),
            DayRange(from: min(old.until, new.until), clampingUntil: max(old.until, new.until)),
        ].filter { !$0.isEmpty }
    }
}

extension Organisation {
    /// Whether somebody holds several assignments at once on some day.
    fileprivate func holdsSeveral(_ person: Int32) -> Bool {
        let own = byPerson[Int(person)].map { assignments[$0].validity }
        return zip(own, own.dropFirst()).contains { $0.overlaps($1) } || own.count > 2 && Self.overlap(own)
    }

    private static func overlap(_ ranges: [DayRange]) -> Bool {
        ranges.indices.contains { first in ranges[(first + 1)...].contains { $0.overlaps(ranges[first]) } }
    }

    fileprivate func managers(of person: Int32) -> [Int32: [DayRange]] {
        days(of: person) { $0.manager }
    }

    fileprivate func units(of person: Int32) -> [Int32: [DayRange]] {
        days(of: person) { $0.unit }
    }

    private func days(of person: Int32, by key: (Assignment) -> Int32?) -> [Int32: [DayRange]] {
        var days: [Int32: [DayRange]] = [:]
        for index in byPerson[Int(person)] {
            if let key = key(assignments[index]) { days[key, default: []].append(assignments[index].validity) }
        }
        return days.mapValues { Membership.union($0) }
    }

    /// A person and everybody above him on some of the days.
    func heads(above person: Int32, _ days: [DayRange]) -> [Int32] {
        var found = [person]
        var next = 0
        while next < found.count {
            for index in byPerson[Int(found[next])] {
                let assignment = assignments[index]
                guard let manager = assignment.manager, !found.contains(manager),
                    days.contains(where: { $0.overlaps(assignment.validity) })
                else { continue }
                found.append(manager)
            }
            next += 1
        }
        return found
    }

    /// The units of a person, and all above them.
    fileprivate func unitsHolding(_ person: Int32) -> Set<Int32> {
        var found = Set(byPerson[Int(person)].map { assignments[$0].unit })
        var isComplete = false
        while !isComplete {
            isComplete = true
            for (unit, below) in subunits.enumerated() where below.contains(where: found.contains) {
                if found.insert(Int32(unit)).inserted { isComplete = false }
            }
        }
        return found
    }
}
