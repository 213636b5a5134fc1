/// Finds the rows of events by their identifiers, without a string for each event.
///
/// Identifiers that rise from row to row, as numbers counted up do, are found by looking around: what names events mostly has
/// their order. Others are entered into a table of row numbers.
struct EventKeyIndex {
    private let keys: EventKeys
    /// The identifiers when they rise.
    private let rising: KeyColumn?
    /// Row numbers by hash, -1 where there is none; a power of two, at most half of it in use.
    private var slots: [Int32] = []

    /// Enters every event; of two with one identifier the first is found.
    init(_ keys: EventKeys) {
        self.keys = keys
        let parts = keys.parts
        rising = parts.count == 1 && IdentifierCheck.risesStrictly(parts[0].keys) ? parts[0].keys : nil
        if rising == nil { enterAll() }
    }

    private mutating func enterAll() {
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
    ///
    /// - Parameter near: A row near which it probably is; any number does.
    func row(named cell: Int, in column: KeyColumn, near: Int32 = 0) -> Int32? {
        if let rising { return Self.row(named: cell, in: column, rising, near: Int(near)) }
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

    // MARK: Rising identifiers

    /// Goes from a row in growing steps until the identifier must lie between two rows, and halves what is between them.
    private static func row(named cell: Int, in column: KeyColumn, _ rising: KeyColumn, near: Int) -> Int32? {
        guard rising.count > 0 else { return nil }
        // The identifier is behind `low` and not behind `high`.
        var low = -1
        var high = rising.count
        var place = max(0, min(near, rising.count - 1))
        var step = 1
        while low + 1 < high {
            switch IdentifierCheck.order(of: place, in: rising, cell, in: column) {
            case 0: return Int32(truncatingIfNeeded: place)
            case ..<0: low = place
            default: high = place
            }
            if low < 0, high > step {
                place = high - step
            } else if high == rising.count, low + step < high {
                place = low + step
            } else {
                place = low + (high - low) / 2
            }
            step *= 2
        }
        return nil
    }
}
