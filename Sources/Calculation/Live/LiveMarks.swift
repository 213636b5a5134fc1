/// Whose rows of a period a change concerns, with the parts of each.
struct LiveMarks {
    /// What of a person's row may have changed.
    struct Mark {
        var person: Int32
        /// Whatever else happens; a bit for each component, and one after them for the report.
        var parts: UInt64 = 0
        /// The gates whose metrics may be different.
        var gates: UInt64 = 0

        fileprivate mutating func add(_ parts: UInt64, _ gate: Int?) {
            if let gate { gates |= 1 << UInt64(gate) } else { self.parts |= parts }
        }
    }

    /// A change concerns few people, or everybody.
    private var people: [Mark] = []
    private var everybody = Mark(person: -1)

    /// The pools whose funds may be different, by their bits.
    private(set) var funds: UInt64 = 0
    /// What everybody together decides and has to be decided anew, by its bits.
    private(set) var shared: UInt64 = 0

    var isEmpty: Bool { people.isEmpty && !concernEverybody && funds == 0 && shared == 0 }

    /// Whether everybody's row is marked.
    var concernEverybody: Bool { everybody.parts != 0 || everybody.gates != 0 }

    mutating func addFunds(_ parts: UInt64) { funds |= parts }

    mutating func addShared(_ parts: UInt64) { shared |= parts }

    /// Marks many people at once.
    mutating func add(_ many: [Int32], _ parts: UInt64, _ gate: Int?) {
        var places = Dictionary(people.enumerated().map { ($1.person, $0) }) { first, _ in first }
        for person in many {
            let place = places[person] ?? people.count
            if place == people.count { people.append(Mark(person: person)) }
            places[person] = place
            people[place].add(parts, gate)
        }
    }

    /// Marks every part of a person's row, whatever its gates say.
    mutating func addAll(_ person: Int32) {
        add(person, .max, nil)
        for place in people.indices where people[place].person == person { people[place].gates = .max }
    }

    mutating func add(_ person: Int32, _ parts: UInt64, _ gate: Int?) {
        let place = people.firstIndex { $0.person == person }
        if place == nil { people.append(Mark(person: person)) }
        people[place ?? people.count - 1].add(parts, gate)
    }

    mutating func addEverybody(_ parts: UInt64, _ gate: Int?) { everybody.add(parts, gate) }

    /// The marks by person; whoever is marked alone has what everybody has too.
    func all(_ members: PlanBlocks.Members) -> [Mark] {
        guard concernEverybody else { return people.sorted { $0.person < $1.person } }
        var all: [Int32: Mark] = [:]
        for person in members.people + members.others.map(\.person) {
            all[person] = Mark(person: person, parts: everybody.parts, gates: everybody.gates)
        }
        for mark in people {
            all[mark.person, default: Mark(person: mark.person)].parts |= mark.parts
            all[mark.person]?.gates |= mark.gates
        }
        return all.values.sorted { $0.person < $1.person }
    }
}
