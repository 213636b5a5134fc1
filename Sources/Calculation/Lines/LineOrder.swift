internal import Company
internal import Periods
internal import Synchronization

/// Puts what people are credited with into the order of ``OrderedLines``, on several threads.
///
/// Each thread counts the lines of everybody among rows of its own. From that follows where it puts the lines of each
/// person; then the lines of every person are put in the order of their days, unless they are in it, as events that are
/// stored as they happen mostly are. Of many lines nothing is compared.
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
        let counters = LineCounters(parts: parts.count, people: people)
        Parallel.each(parts.count) { part in
            forEach(parts[part]) { person, _, _ in counters.count(person, part) }
        }
        let firstLines = counters.firstLines()
        let offsets = counters.laidOut()
        let count = offsets[people]
        precondition(count <= Int(UInt32.max), "more lines than rows and their parts can be")
        let (rows, places) = (FlatRoom<Int32>(count: count), FlatRoom<UInt32>(count: count))
        let (days, shares) = (FlatRoom<Int32>(count: count), FlatRoom<Int32>(count: isSplit ? count : 0))
        Parallel.each(parts.count) { part in
            var line = firstLines[part]
            forEach(parts[part]) { person, row, share in
                let place = counters.next(person, part)
                rows.values[line] = Int32(truncatingIfNeeded: row)
                places.values[line] = UInt32(truncatingIfNeeded: place)
                days.values[place] = self.days[row]
                if isSplit { shares.values[place] = share }
                line &+= 1
            }
        }
        let moves = orderDays(offsets, days, isSplit ? shares : nil, threads: threads)
        if let moves {
            Parallel.divide(count, threads: threads) { lines in
                for line in lines { places.values[line] = moves.base[Int(places.values[line])] }
            }
        }
        let sources = LinePlaces(rows: rows.written(), places: places.written())
        return OrderedLines(
            offsets: offsets, rows: sources.orderedRows(threads: threads), days: days.written(),
            shares: isSplit ? shares.written() : nil, places: sources)
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

    /// Puts days and shares in the order of days; gives for every place the one to which its line has moved, or `nil` when all
    /// are where they belong.
    private func orderDays(
        _ offsets: [Int], _ days: FlatRoom<Int32>, _ shares: FlatRoom<Int32>?, threads: Int
    ) -> FlatColumn<UInt32>? {
        if isOrdered(offsets, days, threads: threads) { return nil }
        let moves = FlatRoom<UInt32>(count: offsets[people])
        forEachPerson(offsets, threads: threads) { order, lines in
            if order.sort(days.values[lines]) {
                order.apply(to: days.values, lines)
                if let shares { order.apply(to: shares.values, lines) }
                order.note(in: moves.values, lines)
            } else {
                for place in lines { moves.values[place] = UInt32(truncatingIfNeeded: place) }
            }
        }
        return moves.written()
    }

    /// Whether nobody's later line has an earlier day.
    private func isOrdered(_ offsets: [Int], _ days: FlatRoom<Int32>, threads: Int) -> Bool {
        let isOrdered = Atomic(true)
        forEachPerson(offsets, threads: threads) { _, lines in
            var before = Int32.min
            var rises = true
            for place in lines {
                rises = rises && before <= days.values[place]
                before = days.values[place]
            }
            if !rises { isOrdered.store(false, ordering: .relaxed) }
        }
        return isOrdered.load(ordering: .relaxed)
    }

    /// Calls with the lines of every person, on several threads, and with what each thread sorts days with.
    private func forEachPerson(
        _ offsets: [Int], threads: Int, _ body: @Sendable (inout DayOrder, Range<Int>) -> Void
    ) {
        let parts = Parallel.parts(of: offsets[people], threads: threads)
        Parallel.each(parts.count) { part in
            // A person belongs to the part in which his lines begin.
            let first = offsets.indices.partitioningIndex { offsets[$0] >= parts[part].lowerBound }
            var order = DayOrder()
            for person in first..<people where offsets[person] < parts[part].upperBound {
                body(&order, offsets[person]..<offsets[person + 1])
            }
        }
    }
}

/// Where every thread puts the lines of each person.
private struct LineCounters: @unchecked Sendable {
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

    /// How many lines come before those of each part, as they were read.
    func firstLines() -> [Int] {
        var first = 0
        return (0..<parts).map { part in
            defer { first += counters.values[part * people..<(part + 1) * people].reduce(0, +) }
            return first
        }
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
