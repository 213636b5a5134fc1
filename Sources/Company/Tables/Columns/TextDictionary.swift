/// Gives different texts numbers, and finds them by their bytes: no text becomes a string before the table has been read.
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

    /// The texts.
    private(set) var texts = DistinctTexts()
    private var places = [Place](repeating: Place(), count: 64)
    private var hashedCount = 0
    /// The shape of the first text, which most others share; these are found without a hash.
    private(set) var shape = IdentifierShape()
    /// The codes of texts of that shape, by their numbers; -1 where there is none.
    private var byNumber: [Int32] = []

    /// The number of a text; a new text gets the next one.
    @inline(__always)
    mutating func code(_ source: Span<UInt8>, _ start: Int, _ length: Int, line: Int32) -> Int32 {
        if texts.count == 0 { shape = IdentifierShape(of: source, start, length) }
        if let number = shape.number(source, start, length) { return code(number, source, start, length, line: line) }
        let (mark, hash) = Self.mark(source, start, length)
        let mask = places.count &- 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while places[index].number != 0 {
            if places[index].mark == mark {
                let known = places[index].number &- 1
                if !mark.isLong || texts.isText(known, source, start, length) {
                    return Int32(truncatingIfNeeded: known)
                }
            }
            index = (index &+ 1) & mask
        }
        return add(source, start, length, line: line)
    }

    /// The code of a text of the usual shape.
    private mutating func code(
        _ number: Int, _ source: Span<UInt8>, _ start: Int, _ length: Int, line: Int32
    ) -> Int32 {
        if number >= byNumber.count {
            var count = max(1024, byNumber.count)
            while count <= number { count *= 2 }
            let known = byNumber
            byNumber = [Int32](repeating: -1, count: count)
            byNumber.replaceSubrange(0..<known.count, with: known)
        }
        if byNumber[number] >= 0 { return byNumber[number] }
        let code = Int32(truncatingIfNeeded: texts.count)
        byNumber[number] = code
        texts.append(source, start, length, line: line)
        return code
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

    private mutating func add(_ source: Span<UInt8>, _ start: Int, _ length: Int, line: Int32) -> Int32 {
        let (mark, hash) = Self.mark(source, start, length)
        let number = texts.count
        texts.append(source, start, length, line: line)
        hashedCount += 1
        // Half of the places stay free, so that searches stay short.
        if hashedCount * 2 > places.count {
            let old = places
            places = [Place](repeating: Place(), count: old.count * 4)
            for place in old where place.number != 0 { insert(place, hash: Self.hash(place.mark)) }
        }
        insert(Place(mark: mark, number: number + 1), hash: hash)
        return Int32(truncatingIfNeeded: number)
    }

    private static func hash(_ mark: Mark) -> UInt64 {
        mark.isLong ? mark.first : ByteWords.hash(mark.first, mark.second)
    }

    private mutating func insert(_ place: Place, hash: UInt64) {
        let mask = places.count - 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while places[index].number != 0 { index = (index + 1) & mask }
        places[index] = place
    }
}

/// A dictionary that a column's builder and the cells of plain rows share while a table is read.
final class SharedTexts {
    /// The dictionary.
    // Nobody else looks while a text is asked for, and to make sure of it would cost as much as the answer.
    @exclusivity(unchecked) var dictionary = TextDictionary()
}
