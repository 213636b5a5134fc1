/// The text of a cell of an `.ods`: paragraphs, in which spaces in a row count as one unless they are spelt as elements
/// (OpenDocument 1.3 Part 3, 6.1.2 and 6.1.3).
struct OdsParagraphs {
    private(set) var bytes: [UInt8] = []
    private var paragraphs = 0
    private var endsWithSpace = true
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The whole text begins.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        paragraphs = 0
        endsWithSpace = true
    }

    /// A paragraph begins; false when the text has become too long.
    mutating func beginParagraph() -> Bool {
        paragraphs += 1
        endsWithSpace = true
        return paragraphs == 1 || append(UInt8(ascii: "\n"), 1)
    }

    /// A space, tab or line break so many times.
    mutating func append(_ byte: UInt8, _ count: Int) -> Bool {
        guard count <= limit, bytes.count + count <= limit else { return false }
        bytes.append(contentsOf: repeatElement(byte, count: count))
        endsWithSpace = false
        return true
    }

    /// A piece of plain text.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count + piece.count <= limit else { return false }
        for byte in piece {
            guard byte.isXMLSpace else {
                bytes.append(byte)
                endsWithSpace = false
                continue
            }
            if !endsWithSpace { bytes.append(0x20) }
            endsWithSpace = true
        }
        return true
    }
}
