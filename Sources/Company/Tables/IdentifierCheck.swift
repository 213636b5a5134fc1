/// Finds identifiers that stand in more than one row.
public enum IdentifierCheck {
    /// A row whose identifier an earlier row already has.
    public struct Repeat: Hashable, Sendable {
        /// The first row that has the identifier.
        public var first: Int
        /// The later row.
        public var again: Int

        /// Makes a pair of rows.
        public init(first: Int, again: Int) {
            self.first = first
            self.again = again
        }
    }

    /// The repeats among texts kept by number, in the order of the later rows; empty cells repeat nothing.
    public static func duplicates(in column: CodeColumn) -> [Repeat] {
        var firstRow = [Int](repeating: -1, count: column.dictionary.count)
        var repeats: [Repeat] = []
        for (row, code) in column.codes.enumerated() {
            guard firstRow.indices.contains(Int(code)) else { continue }
            let first = firstRow[Int(code)]
            if first < 0 {
                firstRow[Int(code)] = row
            } else {
                repeats.append(Repeat(first: first, again: row))
            }
        }
        return repeats
    }

    /// The repeats among texts kept as they are, in the order of the later rows; empty cells repeat nothing.
    ///
    /// Identifiers that rise from row to row, as numbers counted up do, are looked at once. Otherwise rows are sorted by a
    /// hash of the text, and neighbours of the same hash are compared byte by byte.
    public static func duplicates(in column: KeyColumn) -> [Repeat] {
        if rises(column) { return [] }
        // A hash and its row share one word, so that sorting moves nothing else.
        guard column.count <= Int(UInt32.max) else { return [] }
        let sorted = sortedByHash(hashedRows(column))
        var repeats: [Repeat] = []
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end] >> 32 == sorted[start] >> 32 { end += 1 }
            if end - start > 1 {
                collect(sorted[start..<end].map { Int($0 & 0xFFFF_FFFF) }, column, into: &repeats)
            }
            start = end
        }
        return repeats.sorted { $0.again < $1.again }
    }

    /// Whether every text is longer than the one before it, or as long and behind it in the order of bytes.
    private static func rises(_ column: KeyColumn) -> Bool {
        let bytes = column.bytes.span
        let offsets = column.offsets.span
        var (before, lengthBefore) = (0, 0)
        for row in 0..<column.count {
            let start = offsets[row]
            let length = offsets[row + 1] &- start
            if length == 0 { continue }
            guard length >= lengthBefore else { return false }
            if length == lengthBefore, !isBehind(bytes, start, before, length) { return false }
            (before, lengthBefore) = (start, length)
        }
        return true
    }

    @inline(__always)
    private static func isBehind(_ bytes: Span<UInt8>, _ start: Int, _ other: Int, _ length: Int) -> Bool {
        var offset = 0
        while offset < length {
            // Read as numbers whose first byte is the highest, words have the order of their bytes.
            let word = ByteWords.word(bytes, from: start &+ offset, length: length &- offset).byteSwapped
            let known = ByteWords.word(bytes, from: other &+ offset, length: length &- offset).byteSwapped
            if word != known { return word > known }
            offset &+= 8
        }
        return false
    }

    /// Whether no text is empty and every one is behind the one before it.
    static func risesStrictly(_ column: KeyColumn) -> Bool {
        let offsets = column.offsets.span
        for row in 0..<column.count where offsets[row] == offsets[row + 1] { return false }
        return rises(column)
    }

    /// How two texts stand in the order in which texts rise: below zero when the first is in front, zero when they are equal.
    static func order(of row: Int, in column: KeyColumn, _ other: Int, in others: KeyColumn) -> Int {
        let (start, otherStart) = (column.offsets[row], others.offsets[other])
        let length = column.offsets[row + 1] - start
        let difference = length - (others.offsets[other + 1] - otherStart)
        if difference != 0 { return difference }
        let bytes = column.bytes.span
        let otherBytes = others.bytes.span
        var offset = 0
        while offset < length {
            // Read as numbers whose first byte is the highest, words have the order of their bytes.
            let word = ByteWords.word(bytes, from: start + offset, length: length - offset).byteSwapped
            let known = ByteWords.word(otherBytes, from: otherStart + offset, length: length - offset).byteSwapped
            if word != known { return word < known ? -1 : 1 }
            offset += 8
        }
        return 0
    }

    private static func hashedRows(_ column: KeyColumn) -> [UInt64] {
        let bytes = column.bytes.span
        var result: [UInt64] = []
        result.reserveCapacity(column.count)
        for row in 0..<column.count {
            let start = column.offsets[row]
            let length = column.offsets[row + 1] - start
            if length == 0 { continue }
            let hash = ByteWords.hash(bytes, from: start, length: length)
            result.append(hash & 0xFFFF_FFFF_0000_0000 | UInt64(row))
        }
        return result
    }

    /// Orders by the upper half in three passes of counting; rows of one hash stay in their order.
    private static func sortedByHash(_ words: [UInt64]) -> [UInt64] {
        var from = words
        var to = words
        for shift in [UInt64(32), 43, 54] {
            var places = [Int](repeating: 0, count: 2048)
            for word in from { places[Int((word >> shift) & 2047)] += 1 }
            var sum = 0
            for digit in places.indices {
                (places[digit], sum) = (sum, sum + places[digit])
            }
            for word in from {
                let digit = Int((word >> shift) & 2047)
                to[places[digit]] = word
                places[digit] += 1
            }
            swap(&from, &to)
        }
        return from
    }

    /// Compares rows of one hash with the first row of each different text among them.
    private static func collect(_ rows: [Int], _ column: KeyColumn, into repeats: inout [Repeat]) {
        var different: [Int] = []
        for row in rows {
            let (start, end) = (column.offsets[row], column.offsets[row + 1])
            let known = different.first { other in
                let otherStart = column.offsets[other]
                return column.offsets[other + 1] - otherStart == end - start
                    && column.bytes[otherStart..<column.offsets[other + 1]].elementsEqual(column.bytes[start..<end])
            }
            if let known {
                repeats.append(Repeat(first: known, again: row))
            } else {
                different.append(row)
            }
        }
    }
}
