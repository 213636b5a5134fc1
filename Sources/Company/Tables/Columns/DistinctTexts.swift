/// Different texts by number, one after the other in a block of bytes.
struct DistinctTexts: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var offsets: [Int] = [0]
    /// The line where each text first appears.
    private(set) var firstLines: [Int32] = []

    /// How many texts there are.
    var count: Int { firstLines.count }

    /// Adds a text that lies in some bytes.
    mutating func append(_ source: Span<UInt8>, _ start: Int, _ length: Int, line: Int32) {
        for position in start..<start + length { bytes.append(source[position]) }
        offsets.append(bytes.count)
        firstLines.append(line)
    }

    /// Whether a text is the one that lies in some bytes.
    func isText(_ number: Int, _ source: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
        let from = offsets[number]
        return offsets[number + 1] - from == length
            && ByteWords.equal(bytes.span, from, source, start, length: length)
    }

    /// The texts in the order of their numbers.
    var strings: [String] {
        firstLines.indices.map { String(decoding: bytes[offsets[$0]..<offsets[$0 + 1]], as: UTF8.self) }
    }
}
