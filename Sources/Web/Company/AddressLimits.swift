internal import Credentials
internal import Synchronization

/// How often somebody may ask: a bucket for each that fills by so many a second (token bucket).
final class AddressLimits: Sendable {
    private struct Bucket {
        var left: Double
        var at: Int64
    }

    private let buckets = Mutex<[String: Bucket]>([:])
    private let clock: @Sendable () -> Instant
    /// How many at once.
    private let size = 300.0
    /// How many more a second.
    private let perSecond = 60.0
    private let mostBuckets = 20_000

    init(clock: @escaping @Sendable () -> Instant) { self.clock = clock }

    /// Takes one; false when there is none left.
    func take(_ name: String) -> Bool {
        let now = clock().seconds
        return buckets.withLock { buckets in
            // Whoever asks from very many addresses makes all begin anew, which is cheaper than remembering them.
            if buckets.count > mostBuckets { buckets.removeAll(keepingCapacity: true) }
            var bucket = buckets[name] ?? Bucket(left: size, at: now)
            bucket.left = min(size, bucket.left + Double(max(0, now - bucket.at)) * perSecond)
            bucket.at = now
            let isTaken = bucket.left >= 1
            if isTaken { bucket.left -= 1 }
            buckets[name] = bucket
            return isTaken
        }
    }
}
