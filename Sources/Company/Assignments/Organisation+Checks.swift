internal import Periods
internal import Quantities

extension Organisation {
    /// How many managers may stand above each other.
    static let lineLimit = 100

    /// An assignment that begins while others of the same person hold, together above full time.
    struct Overlap {
        /// The number of the assignment.
        let assignment: Int
        /// The number of the first of the others.
        let other: Int
        /// The sum of their shares of time.
        let total: FixedDecimal
    }

    /// Two assignments may hold at once only when their shares of time fit into one person.
    static func overlaps(_ own: [Int], among assignments: [Assignment]) -> [Overlap] {
        let sorted = own.sorted { assignments[$0].validity.from < assignments[$1].validity.from }
        return sorted.enumerated().compactMap { offset, index in
            let here = assignments[index]
            let atOnce = sorted[..<offset].filter { assignments[$0].validity.contains(here.validity.from) }
            let total = atOnce.reduce(here.share) { sum, other in (try? sum.adding(assignments[other].share)) ?? sum }
            guard total > .one, let first = atOnce.first else { return nil }
            return Overlap(assignment: index, other: first, total: total)
        }
    }

    private struct Step: Hashable {
        let assignment: Int
        let days: DayRange
    }

    /// The managers above an assignment up to the person himself, or as many as are too many; `nil` when the line ends.
    ///
    /// Not recursive: a line may be as long as the company has people.
    func lineBack(to person: Int32, from start: Int) -> [Int32]? {
        var seen: Set<Step> = []
        var open = [(index: start, days: assignments[start].validity, above: 0)]
        var line: [Int32] = []
        while let (index, days, above) = open.popLast() {
            line.removeSubrange(above...)
            line.append(assignments[index].person)
            guard let manager = assignments[index].manager else { continue }
            if manager == person { return line + [person] }
            if line.count > Self.lineLimit { return line }
            for next in byPerson[Int(manager)].reversed() {
                guard let common = assignments[next].validity.intersection(days),
                    seen.insert(Step(assignment: next, days: common)).inserted
                else { continue }
                open.append((next, common, line.count))
            }
        }
        return nil
    }

    /// The assignments of somebody and of everybody below him.
    func assignments(below person: Int32) -> [Int] {
        var found = byPerson[Int(person)]
        var seen = Set(found)
        var next = 0
        while next < found.count {
            for index in reporting[Int(assignments[found[next]].person)] where seen.insert(index).inserted {
                found.append(index)
            }
            next += 1
        }
        // Whoever has no assignment of his own may still be a manager.
        for index in reporting[Int(person)] where seen.insert(index).inserted { found.append(index) }
        return found
    }
}
