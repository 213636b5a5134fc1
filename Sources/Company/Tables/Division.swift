/// How the reading of a table is divided among threads. What is read does not depend on it.
public struct Division: Hashable, Sendable {
    /// How many threads read at once.
    public var threads: Int
    /// How many bytes of the file a thread reads at a time; what it holds of the file is little more.
    public var blockBytes: Int
    /// Whether every row is read closely, even a plain one.
    var readsClosely = false

    /// Makes a division; left to itself it has two threads, as calculating does, and blocks that the nearest memory can hold.
    public init(threads: Int = 2, blockBytes: Int = 1 << 20) {
        self.threads = max(1, threads)
        self.blockBytes = max(1, blockBytes)
    }

    /// On the thread that asks.
    public static let none = Division(threads: 1)
}
