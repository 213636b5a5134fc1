public import Periods
public import Quantities

/// Who held which position in which unit under whom, with the days it was so.
public struct Assignment: Sendable, Hashable {
    /// The person's number.
    public var person: Int32
    /// The position's number.
    public var position: Int32
    /// The unit's number.
    public var unit: Int32
    /// The number of the person reported to; `nil` at the top.
    public var manager: Int32?
    /// The days, half-open.
    public var validity: DayRange
    /// The share of full time, a plain number.
    public var share: FixedDecimal
    /// The row of the assignments table, for its other columns.
    public var row: Int
    /// The line of the file it stands in.
    public var line: Int
}

/// The dated organisation: assignments by person, the unit tree, who reports to whom.
public struct Organisation: Sendable {
    /// Every assignment.
    public let assignments: [Assignment]
    /// The indices of each person's assignments, in order of their first day.
    public let byPerson: [[Int]]
    /// The indices of the assignments that report to each person.
    public let reporting: [[Int]]
    /// The indices of the assignments in each unit, without subunits.
    public let byUnit: [[Int]]
    /// The numbers of the units right below each unit.
    public let subunits: [[Int32]]

    /// Builds the indices.
    public init(assignments: [Assignment], people: Int, unitParents: [Int32?]) {
        self.assignments = assignments
        var byPerson = [[Int]](repeating: [], count: people)
        var reporting = [[Int]](repeating: [], count: people)
        var byUnit = [[Int]](repeating: [], count: unitParents.count)
        for (index, assignment) in assignments.enumerated() {
            byPerson[Int(assignment.person)].append(index)
            byUnit[Int(assignment.unit)].append(index)
            if let manager = assignment.manager { reporting[Int(manager)].append(index) }
        }
        for person in byPerson.indices {
            byPerson[person].sort { assignments[$0].validity.from < assignments[$1].validity.from }
        }
        var subunits = [[Int32]](repeating: [], count: unitParents.count)
        for (unit, parent) in unitParents.enumerated() {
            if let parent { subunits[Int(parent)].append(Int32(unit)) }
        }
        self.byPerson = byPerson
        self.reporting = reporting
        self.byUnit = byUnit
        self.subunits = subunits
    }

    /// A person's assignments that touch a range, clipped to it, in order.
    public func assignments(of person: Int32, in range: DayRange) -> [(assignment: Assignment, days: DayRange)] {
        byPerson[Int(person)].compactMap { index in
            let assignment = assignments[index]
            return assignment.validity.intersection(range).map { (assignment, $0) }
        }
    }

    /// The unit and every unit below it.
    public func unitWithSubunits(_ unit: Int32) -> [Int32] {
        var found = [unit]
        var next = 0
        while next < found.count, found.count <= subunits.count {
            found += subunits[Int(found[next])]
            next += 1
        }
        return found
    }
}

/// A person's role for a record (the key account manager of a client), with the days it was so.
public struct TeamMember: Sendable, Hashable {
    /// The person's number.
    public var person: Int32
    /// The days, half-open.
    public var validity: DayRange
}

/// All roles: who has them, for which record, when.
public struct Teams: Sendable {
    /// By role, then by the record's identifier.
    public var members: [String: [String: [TeamMember]]] = [:]

    /// The person with a role for a record on a day.
    public func person(role: String, subject: String, on day: CivilDay) -> Int32? {
        members[role]?[subject]?.first { $0.validity.contains(day) }?.person
    }
}
