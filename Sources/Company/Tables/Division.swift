internal import Dispatch
internal import Synchronization

/// How a table's bytes are divided among threads. What is read does not depend on it.
public struct Division: Hashable, Sendable {
    /// How many threads read at once.
    public var threads: Int
    /// The least number of bytes that are worth a part of their own.
    public var leastBytes: Int
    /// Whether every row is read closely, even a plain one.
    var readsClosely = false

    /// Makes a division; left to itself it has two threads, as calculating does, and parts of a megabyte or more.
    public init(threads: Int = 2, leastBytes: Int = 1 << 20) {
        self.threads = max(1, threads)
        self.leastBytes = max(1, leastBytes)
    }

    /// One part, on the thread that asks.
    public static let none = Division(threads: 1, leastBytes: .max)

    /// Ranges of bytes, each from the beginning of a line to the beginning of another.
    ///
    /// One part for each thread: more of them would learn the same texts again and again.
    func parts(of bytes: Span<UInt8>, from start: Int) -> [Range<Int>] {
        let all = bytes.count - start
        let count = threads == 1 ? 1 : min(threads, all / leastBytes)
        var parts: [Range<Int>] = []
        var first = start
        for number in 1..<max(1, count) {
            let wanted = start + all / count * number
            guard wanted > first, let end = ByteWords.first(.lineFeed, in: bytes, from: wanted), end + 1 < bytes.count
            else { continue }
            parts.append(first..<end + 1)
            first = end + 1
        }
        return parts + [first..<bytes.count]
    }

    /// The results of all parts in their order.
    func map<Part: Sendable, Result: Sendable>(
        _ parts: [Part], _ body: @Sendable (Part) -> Result
    ) -> [Result] {
        guard threads > 1, parts.count > 1 else { return parts.map(body) }
        let next = Atomic(0)
        let results = Mutex([Result?](repeating: nil, count: parts.count))
        DispatchQueue.concurrentPerform(iterations: min(threads, parts.count)) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                if number >= parts.count { return }
                let result = body(parts[number])
                results.withLock { $0[number] = result }
            }
        }
        return results.withLock { $0 }.compactMap { $0 }
    }
}
