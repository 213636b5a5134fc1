/// How long whoever guesses waits: some tries are free, then each wrong one doubles the wait, up to a bound.
///
/// A try during the wait is refused without being looked at and lengthens nothing, so that whoever waits may always try again.
///
///     Throttle.user.wait(after: 4)   // 10 s: the second beyond the three that are free, with 5 s for the first
public struct Throttle: Hashable, Sendable {
    /// Wrong tries without a wait.
    public let free: Int64
    /// Seconds after the first one beyond these.
    public let first: Int64
    /// The longest wait in seconds.
    public let longest: Int64
    /// Seconds of quiet after which wrong tries are forgotten.
    public let memory: Int64

    /// One user from one address: 3 free, then 5 s doubling to 15 minutes: about a hundred wrong ones in a day, where a password of
    /// twelve characters withstands many millions.
    public static let user = Throttle(free: 3, first: 5, longest: Span.minutes(15), memory: Span.days(1))
    /// One user from all addresses that he never signed in from: 10 free.
    public static let strangers = Throttle(free: 10, first: 5, longest: Span.minutes(15), memory: Span.days(1))
    /// One address for all users: 30 free, for a whole office may sit behind it.
    public static let address = Throttle(free: 30, first: 5, longest: Span.minutes(15), memory: Span.hours(1))

    /// Seconds to wait after so many wrong tries in a row.
    public func wait(after failures: Int64) -> Int64 {
        let beyond = failures - free
        guard beyond > 0 else { return 0 }
        // Twenty doublings are beyond any wait, and shifting further would overflow.
        return min(longest, first << min(beyond - 1, 20))
    }
}

/// Wrong tries in a row, and when the last one was.
public struct Guesses: Hashable, Sendable {
    /// How many.
    public var failures: Int64
    /// When the last one was.
    public var last: Instant

    /// Wrong tries.
    public init(failures: Int64, last: Instant) {
        self.failures = failures
        self.last = last
    }

    /// None.
    public static let none = Guesses(failures: 0, last: Instant(seconds: 0))

    /// When the next try is looked at, if that is still to come.
    public func opens(_ throttle: Throttle, at now: Instant) -> Instant? {
        let opening = last.adding(throttle.wait(after: failures))
        return opening > now ? opening : nil
    }

    /// After one more wrong try.
    public func failed(_ throttle: Throttle, at now: Instant) -> Guesses {
        let isForgotten = now.seconds(since: last) >= throttle.memory
        return Guesses(failures: isForgotten ? 1 : min(failures + 1, 1_000_000), last: now)
    }
}
