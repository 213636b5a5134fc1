/// A range of a table's file in memory, as UTF-8. One memory serves range after range.
final class SourceWindow {
    /// By how many bytes it is extended at most: many times the longest row, and little enough to be held for each thread.
    static let most = 64 << 20

    private let source: any ByteSource
    private let encoding: TableFormat.Encoding
    private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
    private var decoded = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
    private var decodedCount = 0
    /// What part of the file it is.
    private(set) var range = 0..<0
    private var furthest = 0

    init(_ source: any ByteSource, _ encoding: TableFormat.Encoding) {
        self.source = source
        self.encoding = encoding
    }

    deinit {
        memory.deallocate()
        decoded.deallocate()
    }

    /// How many bytes of memory it holds.
    var capacity: Int { memory.count + decoded.count }

    /// Whether nothing of the file is behind it.
    var isAtEnd: Bool { range.upperBound == source.count }

    /// The bytes as they lie in the file.
    var raw: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: memory[..<range.count]) }

    /// The text in UTF-8.
    var text: UnsafeBufferPointer<UInt8> {
        encoding == .utf8 ? raw : UnsafeBufferPointer(rebasing: decoded[..<decodedCount])
    }

    // MARK: Moving

    /// Takes in a range of the file, or what there is of it.
    func load(_ wanted: Range<Int>) throws(ByteSourceFailure) {
        range = wanted.lowerBound..<wanted.lowerBound
        furthest = wanted.upperBound + Self.most
        try hold(to: wanted.upperBound)
    }

    /// Takes in what follows, up to an offset of the file; fails where ``most`` bytes more than were loaded are not enough.
    func extend(to end: Int) throws(ByteSourceFailure) {
        guard range.upperBound < furthest || isAtEnd else { throw .endlessLine }
        try hold(to: min(end, furthest))
    }

    private func hold(to end: Int) throws(ByteSourceFailure) {
        let end = max(range.upperBound, min(end, source.count))
        let count = end - range.lowerBound
        if count > memory.count {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count, range.count * 2))
            _ = larger.update(fromContentsOf: memory[..<range.count])
            memory.deallocate()
            memory = larger
        }
        try source.read(
            into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(memory)[range.count..<count]),
            at: range.upperBound)
        range = range.lowerBound..<end
        if encoding == .windows1251 { decode() }
    }

    /// Takes in as much again.
    func extend() throws(ByteSourceFailure) {
        try extend(to: range.upperBound + max(64, range.count))
    }

    private func decode() {
        let text = Windows1251.utf8(raw)
        if text.count > decoded.count {
            decoded.deallocate()
            decoded = .allocate(capacity: text.count)
        }
        decodedCount = text.count
        _ = decoded.update(fromContentsOf: text)
    }

    // MARK: Places

    /// The offset in the file of a byte of the text.
    func offset(of position: Int) -> Int {
        if encoding == .utf8 { return range.lowerBound + position }
        // Every byte of the file became one letter.
        return range.lowerBound + text[..<position].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    /// The byte of the text that an offset in the file has become.
    func position(of offset: Int) -> Int {
        if encoding == .utf8 { return offset - range.lowerBound }
        return Windows1251.utf8(raw[..<(offset - range.lowerBound)]).count
    }
}
