/// Finds rows of ``RecordedColumns`` by what they are for: numbers of rows in a table of slots, where a dictionary would hold
/// every value with its texts.
struct RecordedIndex: Sendable {
    /// Numbers of rows by hash, -1 where there is none; a power of two, at most half of it in use.
    private var slots: [Int32]

    /// Enters all rows; of two for the same the later one is found.
    init(_ columns: RecordedColumns) {
        var size = 16
        while size < columns.units.count * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for row in columns.units.indices {
            let slot = slot(columns.metrics[row], columns.subjects[row], columns.periods[row], in: columns)
            slots[slot] = Int32(truncatingIfNeeded: row)
        }
    }

    /// The row for a metric, a subject and a period, by their numbers in the columns.
    func row(_ metric: Int32, _ subject: Int32, _ period: Int32, in columns: RecordedColumns) -> Int? {
        let row = slots[slot(metric, subject, period, in: columns)]
        return row < 0 ? nil : Int(row)
    }

    /// The slot of the row that is for these, or the free one where it would stand.
    private func slot(_ metric: Int32, _ subject: Int32, _ period: Int32, in columns: RecordedColumns) -> Int {
        var slot = Int(truncatingIfNeeded: Self.hash(metric, subject, period)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let row = Int(slots[slot])
            if columns.subjects[row] == subject, columns.periods[row] == period, columns.metrics[row] == metric {
                break
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// Multiplication spreads numbers that lie side by side; of a product the upper half is the mixed one.
    private static func hash(_ metric: Int32, _ subject: Int32, _ period: Int32) -> UInt64 {
        var hash = UInt64(UInt32(bitPattern: subject)) << 32 | UInt64(UInt32(bitPattern: period))
        hash = (hash ^ UInt64(UInt32(bitPattern: metric)) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return hash ^ hash >> 32
    }
}
