internal import Company
internal import Periods

/// Lines by person, then by day, then as they were read.
struct OrderedLines {
    /// Where each person's lines begin; one more than people.
    let offsets: [Int]
    /// The event's row.
    let rows: FlatColumn<Int32>
    /// The day; ``EventColumn/emptyDay`` comes first.
    let days: FlatColumn<Int32>
    /// The credited share in 10^-9; `nil` when every event is credited whole.
    let shares: FlatColumn<Int32>?
}

/// Puts what people are credited with into the order of ``OrderedLines``, on several threads.
///
/// Each thread counts the lines of everybody among rows of its own. From that follows where it writes the lines of each
/// person; then the lines of every person are put in the order of their days. Of many lines nothing is compared.
struct LineOrder: Sendable {
    private let days: [Int32]
    /// Whose each row is when it is not split.
    private let credited: [Int32]
    /// Where the parts of each row begin; empty when no row is split.
    private let firstParts: [Int32]
    private let persons: [Int32]
    private let shares: [Int64]
    private let isSplit: Bool
    private let people: Int

    /// - Parameter people: How many there are; whoever is credited is one of them.
    init(_ crediting: Crediting, _ days: [Int32], people: Int) {
        self.days = days
        self.people = people
        credited = crediting.people
        isSplit = crediting.split != nil
        firstParts = crediting.split?.offsets ?? []
        persons = crediting.split?.persons ?? []
        shares = crediting.split?.shares ?? []
    }

    /// The lines in their order; the same however many threads.
    func lines(threads: Int) -> OrderedLines {
        let parts = Parallel.parts(of: days.count, threads: threads)
        let places = Places(parts: parts.count, people: people)
        Parallel.each(parts.count) { part in
            forEach(parts[part]) { person, _, _ in places.count(person, part) }
        }
        let offsets = places.laidOut()
        let count = offsets[people]
        let (rows, days) = (FlatRoom<Int32>(count: count), FlatRoom<Int32>(count: count))
        let shares = FlatRoom<Int32>(count: isSplit ? count : 0)
        Parallel.each(parts.count) { part in
            forEach(parts[part]) { person, row, share in
                let place = places.next(person, part)
                rows.values[place] = Int32(truncatingIfNeeded: row)
                days.values[place] = self.days[row]
                if isSplit { shares.values[place] = share }
            }
        }
        orderDays(offsets, rows, days, isSplit ? shares : nil, threads: threads)
        return OrderedLines(
            offsets: offsets, rows: rows.written(), days: days.written(), shares: isSplit ? shares.written() : nil)
    }

    /// Calls with every line of some rows.
    @inline(__always)
    private func forEach(_ rows: Range<Int>, _ body: (_ person: Int, _ row: Int, _ share: Int32) -> Void) {
        let whole = Int32(truncatingIfNeeded: CreditIndex.wholeShare)
        for row in rows {
            if !firstParts.isEmpty, firstParts[row] != firstParts[row + 1] {
                for part in Int(firstParts[row])..<Int(firstParts[row + 1]) {
                    body(Int(persons[part]), row, Int32(truncatingIfNeeded: shares[part]))
                }
            } else if credited[row] >= 0 {
                body(Int(credited[row]), row, whole)
            }
        }
    }

    private func orderDays(
        _ offsets: [Int], _ rows: FlatRoom<Int32>, _ days: FlatRoom<Int32>, _ shares: FlatRoom<Int32>?, threads: Int
    ) {
        let parts = Parallel.parts(of: offsets[people], threads: threads)
        Parallel.each(parts.count) { part in
            // A person belongs to the part in which his lines begin.
            let first = offsets.indices.partitioningIndex { offsets[$0] >= parts[part].lowerBound }
            var order = DayOrder()
            for person in first..<people where offsets[person] < parts[part].upperBound {
                let lines = offsets[person]..<offsets[person + 1]
                guard order.sort(days.values[lines]) else { continue }
                order.apply(to: rows.values, lines)
                order.apply(to: days.values, lines)
                if let shares { order.apply(to: shares.values, lines) }
            }
        }
    }
}

/// Where every thread puts the lines of each person.
private struct Places: @unchecked Sendable {
    // Safe to share: every thread has counters of its own.
    private final class Counters: @unchecked Sendable {
        let values: UnsafeMutableBufferPointer<Int>

        init(_ count: Int) {
            values = .allocate(capacity: count)
            values.initialize(repeating: 0)
        }

        deinit { values.deallocate() }
    }

    private let counters: Counters
    private let parts: Int
    private let people: Int

    init(parts: Int, people: Int) {
        self.parts = parts
        self.people = people
        counters = Counters(parts * people)
    }

    @inline(__always)
    func count(_ person: Int, _ part: Int) {
        precondition(person < people, "somebody who is not there is credited")
        counters.values[part * people + person] &+= 1
    }

    /// Turns numbers of lines into the places where they begin; gives where each person's begin, and the end.
    func laidOut() -> [Int] {
        var offsets = [0]
        offsets.reserveCapacity(people + 1)
        var place = 0
        for person in 0..<people {
            for part in 0..<parts {
                let count = counters.values[part * people + person]
                counters.values[part * people + person] = place
                place += count
            }
            offsets.append(place)
        }
        return offsets
    }

    /// The place of a person's next line.
    @inline(__always)
    func next(_ person: Int, _ part: Int) -> Int {
        let place = counters.values[part * people + person]
        counters.values[part * people + person] = place &+ 1
        return place
    }
}
