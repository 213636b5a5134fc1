/// Finds the rows of events by their identifiers: a table of row numbers, without a string for each event.
struct EventKeyIndex {
    private let keys: EventKeys
    /// Row numbers by hash, -1 where there is none; a power of two, at most half of it in use.
    private var slots: [Int32]

    /// Enters every event; of two with one identifier the first is found.
    init(_ keys: EventKeys) {
        self.keys = keys
        let rows = keys.parts.reduce(0) { $0 + $1.keys.count }
        var size = 16
        while size < 2 * rows { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for part in keys.parts {
            let bytes = part.keys.bytes.span
            for row in 0..<part.keys.count {
                let start = part.keys.offsets[row]
                var slot =
                    Int(
                        truncatingIfNeeded: ByteWords.hash(
                            bytes, from: start, length: part.keys.offsets[row + 1] - start))
                    & (size - 1)
                while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
                slots[slot] = Int32(truncatingIfNeeded: part.firstRow + row)
            }
        }
        self.slots = slots
    }

    /// The event that a cell of another table names.
    func row(named cell: Int, in column: KeyColumn) -> Int32? {
        let bytes = column.bytes.span
        let start = column.offsets[cell]
        let length = column.offsets[cell + 1] - start
        var slot = Int(truncatingIfNeeded: ByteWords.hash(bytes, from: start, length: length)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let row = Int(slots[slot])
            if let part = keys.parts.last(where: { $0.firstRow <= row }) {
                let other = part.keys.offsets[row - part.firstRow]
                if part.keys.offsets[row - part.firstRow + 1] - other == length,
                    ByteWords.equal(bytes, start, part.keys.bytes.span, other, length: length)
                {
                    return slots[slot]
                }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}
