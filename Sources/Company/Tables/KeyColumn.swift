/// Texts that differ in every row, as one run of bytes: a million identifiers cost no million strings.
public struct KeyColumn: Hashable, Sendable {
    /// All texts one after the other, in UTF-8.
    public internal(set) var bytes: [UInt8]
    /// Where each text begins in ``bytes``, and behind the last where it ends.
    public internal(set) var offsets: [Int]

    /// Makes a column from texts.
    public init(_ keys: [String] = []) {
        bytes = []
        offsets = [0]
        offsets.reserveCapacity(keys.count + 1)
        for key in keys {
            bytes.append(contentsOf: key.utf8)
            offsets.append(bytes.count)
        }
    }

    /// A column as it was kept; `nil` when its parts do not fit each other.
    public init?(bytes: [UInt8], offsets: [Int]) {
        guard offsets.first == 0, offsets.last == bytes.count,
            zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.bytes = bytes
        self.offsets = offsets
    }

    /// Makes a column that has the same text in every row.
    public init(repeating key: String, count: Int) {
        let text = Array(key.utf8)
        bytes = []
        bytes.reserveCapacity(text.count * count)
        offsets = [0]
        offsets.reserveCapacity(count + 1)
        for _ in 0..<count {
            bytes.append(contentsOf: text)
            offsets.append(bytes.count)
        }
    }

    /// How many rows there are.
    public var count: Int { offsets.count - 1 }

    /// The text of a row; empty where the cell is empty, and for a row that is not there.
    public subscript(row: Int) -> String {
        guard let range = range(of: row) else { return "" }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// Where the text of a row lies in ``bytes``.
    public func range(of row: Int) -> Range<Int>? {
        row >= 0 && row < count ? offsets[row]..<offsets[row + 1] : nil
    }
}
