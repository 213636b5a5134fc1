/// Different texts by number, found by their bytes: no text becomes a string before the table has been read.
struct TextDictionary {
    /// A place of the hash table: some bits of the text's hash, and its number plus one, or zero when the place is free.
    private struct Place {
        var tag: UInt32 = 0
        var number: UInt32 = 0
    }

    private var places = [Place](repeating: Place(), count: 64)
    private var bytes: [UInt8] = []
    private var offsets: [Int] = [0]
    /// The line where each text first appears.
    private(set) var firstLines: [Int32] = []

    /// The number of a text; a new text gets the next one.
    @inline(__always)
    mutating func code(_ source: Span<UInt8>, _ start: Int, _ length: Int, line: Int32) -> Int32 {
        let hash = ByteWords.hash(source, from: start, length: length)
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        let mask = places.count &- 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while places[index].number != 0 {
            let place = places[index]
            if place.tag == tag {
                let known = Int(place.number) &- 1
                let from = offsets[known]
                if offsets[known &+ 1] &- from == length,
                    ByteWords.equal(bytes.span, from, source, start, length: length)
                {
                    return Int32(truncatingIfNeeded: known)
                }
            }
            index = (index &+ 1) & mask
        }
        return add(source, start, length, hash: hash, line: line)
    }

    private mutating func add(
        _ source: Span<UInt8>, _ start: Int, _ length: Int, hash: UInt64, line: Int32
    ) -> Int32 {
        let number = firstLines.count
        for position in start..<start + length { bytes.append(source[position]) }
        offsets.append(bytes.count)
        firstLines.append(line)
        // Half of the places stay free, so that searches stay short.
        if firstLines.count * 2 > places.count {
            rebuild()
        } else {
            insert(number, hash: hash)
        }
        return Int32(truncatingIfNeeded: number)
    }

    private mutating func insert(_ number: Int, hash: UInt64) {
        let mask = places.count - 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while places[index].number != 0 { index = (index + 1) & mask }
        places[index] = Place(
            tag: UInt32(truncatingIfNeeded: hash >> 32), number: UInt32(truncatingIfNeeded: number + 1))
    }

    private mutating func rebuild() {
        places = [Place](repeating: Place(), count: places.count * 4)
        for number in firstLines.indices {
            let start = offsets[number]
            let hash = ByteWords.hash(bytes.span, from: start, length: offsets[number + 1] - start)
            insert(number, hash: hash)
        }
    }

    /// The texts in the order of their numbers.
    var strings: [String] {
        firstLines.indices.map { String(decoding: bytes[offsets[$0]..<offsets[$0 + 1]], as: UTF8.self) }
    }
}
