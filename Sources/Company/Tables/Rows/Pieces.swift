/// The pieces of a table: ranges of its file, each from the beginning of a line to the beginning of another.
///
/// Every piece can be found without the ones before it. Whether a row begins where a piece does is not sure, for the line
/// may begin inside a quotation; whoever puts the pieces together sees it by where the rows of the one before have ended.
struct Pieces {
    /// Where the first row begins.
    private let start: Int
    private let end: Int
    private let size: Int

    init(from start: Int, to end: Int, size: Int) {
        self.start = start
        self.end = end
        self.size = max(1, size)
    }

    /// How many pieces there are, empty ones among them.
    var count: Int { max(1, (end - start + size - 1) / size) }

    /// Takes in a piece and more of what follows it; `nil` when nothing begins in it.
    func load(_ number: Int, in window: SourceWindow) throws(ByteSourceFailure) -> Range<Int>? {
        let first = start + number * size
        let last = min(end, first + size)
        // What follows is there for a row that goes on, and for reading words without a look at the end.
        try window.load(first..<last + min(4096, 64 + size))
        let from = number == 0 ? first : try lineBreak(from: first, in: window)
        guard let from else { return nil }
        let to = last == end ? end : try followingLine(from: last, in: window)
        return from < to ? from..<to : nil
    }

    /// The beginning of the first line behind an offset.
    private func followingLine(from offset: Int, in window: SourceWindow) throws(ByteSourceFailure) -> Int {
        var offset = offset
        while offset < end {
            if let found = try lineBreak(from: offset, in: window) { return found }
            offset += reach
        }
        return end
    }

    /// How far a line break is looked for: a file may end its lines by CR alone.
    private var reach: Int { 4 * size }

    /// The beginning of the line behind the first LF, or where none is near the first CR.
    private func lineBreak(from offset: Int, in window: SourceWindow) throws(ByteSourceFailure) -> Int? {
        let limit = min(end, offset + reach)
        var looked = offset
        while looked < limit {
            if window.range.upperBound <= looked {
                try window.extend(to: min(limit, looked + max(1024, window.range.count)))
            }
            let until = min(limit, window.range.upperBound)
            if let found = first(.lineFeed, looked..<until, window) { return found + 1 }
            looked = until
        }
        return first(.carriageReturn, offset..<limit, window).map { $0 + 1 }
    }

    private func first(_ byte: UInt8, _ range: Range<Int>, _ window: SourceWindow) -> Int? {
        guard !range.isEmpty else { return nil }
        let base = window.range.lowerBound
        let bytes = UnsafeBufferPointer(rebasing: window.raw[range.lowerBound - base..<range.upperBound - base])
        return ByteWords.first(byte, in: bytes.span).map { $0 + range.lowerBound }
    }
}
