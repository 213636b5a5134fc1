/// Different texts by number, found by their bytes: no text becomes a string before the table has been read.
struct TextDictionary {
    /// What tells a text from others without a look at its bytes elsewhere: up to 16 bytes the text itself, beyond that
    /// its hash, with a second word that no text has.
    private struct Mark: Equatable {
        var first: UInt64
        var second: UInt64

        var isLong: Bool { second == .max }
    }

    /// A place of the hash table: a text's mark, and its number plus one, or zero when the place is free.
    private struct Place {
        var mark = Mark(first: 0, second: 0)
        var number = 0
    }

    private var places = [Place](repeating: Place(), count: 64)
    private var bytes: [UInt8] = []
    private var offsets: [Int] = [0]
    /// The line where each text first appears.
    private(set) var firstLines: [Int32] = []

    /// The number of a text; a new text gets the next one.
    @inline(__always)
    mutating func code(_ source: Span<UInt8>, _ start: Int, _ length: Int, line: Int32) -> Int32 {
        let (mark, hash) = Self.mark(source, start, length)
        let mask = places.count &- 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while places[index].number != 0 {
            if places[index].mark == mark {
                let known = places[index].number &- 1
                if !mark.isLong || isText(known, source, start, length) { return Int32(truncatingIfNeeded: known) }
            }
            index = (index &+ 1) & mask
        }
        return add(source, start, length, line: line)
    }

    /// Texts hold no zero byte, so that zeros behind a short one do not make it equal to another.
    @inline(__always)
    private static func mark(_ source: Span<UInt8>, _ start: Int, _ length: Int) -> (Mark, hash: UInt64) {
        if length > 16 {
            let hash = ByteWords.hash(source, from: start, length: length)
            return (Mark(first: hash, second: .max), hash)
        }
        let first = ByteWords.word(source, from: start, length: length)
        let second = length > 8 ? ByteWords.word(source, from: start &+ 8, length: length &- 8) : 0
        return (Mark(first: first, second: second), ByteWords.hash(first, second))
    }

    private func isText(_ number: Int, _ source: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
        let from = offsets[number]
        return offsets[number + 1] - from == length
            && ByteWords.equal(bytes.span, from, source, start, length: length)
    }

    private mutating func add(_ source: Span<UInt8>, _ start: Int, _ length: Int, line: Int32) -> Int32 {
        let number = firstLines.count
        for position in start..<start + length { bytes.append(source[position]) }
        offsets.append(bytes.count)
        firstLines.append(line)
        // Half of the places stay free, so that searches stay short.
        if firstLines.count * 2 > places.count {
            places = [Place](repeating: Place(), count: places.count * 2)
            for number in firstLines.indices { insert(number) }
        } else {
            insert(number)
        }
        return Int32(truncatingIfNeeded: number)
    }

    private mutating func insert(_ number: Int) {
        let start = offsets[number]
        let (mark, hash) = Self.mark(bytes.span, start, offsets[number + 1] - start)
        let mask = places.count - 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while places[index].number != 0 { index = (index + 1) & mask }
        places[index] = Place(mark: mark, number: number + 1)
    }

    /// The texts in the order of their numbers.
    var strings: [String] {
        firstLines.indices.map { String(decoding: bytes[offsets[$0]..<offsets[$0 + 1]], as: UTF8.self) }
    }
}
