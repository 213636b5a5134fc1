internal import Credentials
internal import Synchronization

/// What is limited by itself.
public enum RatePolicy: String, Sendable, Hashable, CaseIterable {
    /// Requests from an address.
    case address
    /// Requests of a person, by browser or program.
    case reading
    /// What a program writes.
    case writing
    /// Steps by which money moves.
    case money
}

/// How many requests at once, and how many more a minute.
public struct RateBound: Sendable, Hashable {
    /// How many requests at once.
    public var atOnce: Int
    /// How many more a minute.
    public var perMinute: Int

    /// Makes a bound.
    public init(atOnce: Int, perMinute: Int) {
        self.atOnce = atOnce
        self.perMinute = perMinute
    }
}

/// How often somebody may ask: a bucket for each that fills by so many a minute (token bucket).
final class RateLimits: Sendable {
    /// How many requests are left of a bucket.
    struct Left: Sendable, Hashable {
        let policy: RatePolicy
        let bound: RateBound
        /// How many may come at once now.
        let left: Int
        /// After how many seconds there is one more.
        let wait: Int64
        /// Whether there was one.
        let isTaken: Bool
    }

    private struct Bucket {
        /// In sixtieths of a request, so that a second fills it by a whole number.
        var left: Int
        var at: Int64
    }

    private let buckets = Mutex<[String: Bucket]>([:])
    private let clock: @Sendable () -> Instant
    private let bounds: [RatePolicy: RateBound]
    private let mostBuckets = 50_000
    private static let whole = 60

    init(_ bounds: [RatePolicy: RateBound], clock: @escaping @Sendable () -> Instant) {
        self.bounds = bounds
        self.clock = clock
    }

    /// Takes one, and tells what is left; nil where nothing is limited.
    func take(_ policy: RatePolicy, of name: String) -> Left? {
        guard let bound = bounds[policy] else { return nil }
        let now = clock().seconds
        return buckets.withLock { buckets in
            // Whoever asks from very many addresses makes all begin anew, which is cheaper than remembering them.
            if buckets.count > mostBuckets { buckets.removeAll(keepingCapacity: true) }
            let full = bound.atOnce * Self.whole
            let key = policy.rawValue + " " + name
            var bucket = buckets[key] ?? Bucket(left: full, at: now)
            let seconds = Int(min(max(0, now - bucket.at), 3_600))
            bucket.left = min(full, bucket.left + seconds * bound.perMinute)
            bucket.at = now
            let isTaken = bucket.left >= Self.whole
            if isTaken { bucket.left -= Self.whole }
            buckets[key] = bucket
            let lacking = max(0, Self.whole - bucket.left)
            let wait = (lacking + bound.perMinute - 1) / max(1, bound.perMinute)
            return Left(
                policy: policy, bound: bound, left: bucket.left / Self.whole, wait: Int64(wait), isTaken: isTaken)
        }
    }

    /// Takes one.
    ///
    /// - Throws: A problem that says when there is one again.
    func demand(_ policy: RatePolicy, of name: String) throws {
        guard let left = take(policy, of: name), !left.isTaken else { return }
        var problem = Problem.tooMany(after: max(1, left.wait))
        problem.headers += left.headers
        throw problem
    }
}

extension RateLimits.Left {
    /// As programs are told (draft-ietf-httpapi-ratelimit-headers-10).
    var headers: [(name: String, value: String)] {
        let window = max(1, bound.atOnce * 60 / max(1, bound.perMinute))
        return [
            ("RateLimit-Policy", "\"\(policy.rawValue)\";q=\(bound.atOnce);w=\(window)"),
            ("RateLimit", "\"\(policy.rawValue)\";r=\(left);t=\(wait)"),
        ]
    }
}
