internal import Company

/// The order of some lines by day; those of one day stay as they are. Used again and again, so that it allocates little.
struct DayOrder {
    /// For each place the line that belongs there.
    private var order: [Int32] = []
    private var starts: [Int32] = []
    private var keys: [UInt64] = []
    private var moved: [Int32] = []

    /// Finds the order; `false` when the lines are in it already.
    mutating func sort(_ days: Slice<UnsafeMutableBufferPointer<Int32>>) -> Bool {
        let days = UnsafeMutableBufferPointer(rebasing: days)
        var (isSorted, first, last, before) = (true, Int32.max, Int32.min, Int32.min)
        for day in days {
            isSorted = isSorted && before <= day
            before = day
            first = min(first, day == EventColumn.emptyDay ? Int32.max : day)
            last = max(last, day)
        }
        if isSorted { return false }
        // A counter for each day is worth it where there are not many more days than lines.
        let span = first <= last ? Int(last) - Int(first) : 0
        if span <= 4 * days.count { count(days, first, span) } else { compare(days) }
        return true
    }

    /// Puts values in the order that was found last.
    mutating func apply(to values: UnsafeMutableBufferPointer<Int32>, _ lines: Range<Int>) {
        moved.removeAll(keepingCapacity: true)
        for line in order { moved.append(values[lines.lowerBound + Int(line)]) }
        for (place, value) in moved.enumerated() { values[lines.lowerBound + place] = value }
    }

    /// Notes for the place of each line the one that it has in the order that was found last.
    func note(in moves: UnsafeMutableBufferPointer<UInt32>, _ lines: Range<Int>) {
        for (place, line) in order.enumerated() {
            moves[lines.lowerBound + Int(line)] = UInt32(truncatingIfNeeded: lines.lowerBound + place)
        }
    }

    /// Slot 0 is for lines without a day.
    private mutating func count(_ days: UnsafeMutableBufferPointer<Int32>, _ first: Int32, _ span: Int) {
        func slot(_ day: Int32) -> Int { day == EventColumn.emptyDay ? 0 : Int(day) - Int(first) + 1 }
        starts.removeAll(keepingCapacity: true)
        starts.append(contentsOf: repeatElement(0, count: span + 3))
        for day in days { starts[slot(day) + 1] += 1 }
        for slot in 1..<starts.count { starts[slot] += starts[slot - 1] }
        order.removeAll(keepingCapacity: true)
        order.append(contentsOf: repeatElement(0, count: days.count))
        for (line, day) in days.enumerated() {
            let place = starts[slot(day)]
            starts[slot(day)] = place + 1
            order[Int(place)] = Int32(truncatingIfNeeded: line)
        }
    }

    private mutating func compare(_ days: UnsafeMutableBufferPointer<Int32>) {
        keys.removeAll(keepingCapacity: true)
        for (line, day) in days.enumerated() {
            // As an unsigned number, so that the lowest day comes first.
            let key = UInt64(UInt32(bitPattern: day) ^ 0x8000_0000)
            keys.append(key << 32 | UInt64(UInt32(truncatingIfNeeded: line)))
        }
        keys.sort()
        order.removeAll(keepingCapacity: true)
        for key in keys { order.append(Int32(bitPattern: UInt32(truncatingIfNeeded: key))) }
    }
}
