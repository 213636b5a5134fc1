internal import Credentials

/// How long sessions last, in seconds.
public struct SessionLimits: Hashable, Sendable {
    /// Without a request.
    public var idle: Int64
    /// From sign-in on, whatever is done.
    public var absolute: Int64
    /// Between the password and the code.
    public var unfinished: Int64
    /// After a code was given, while money steps need no other.
    public var fresh: Int64
    /// How many sessions a user may have; the one longest unused ends when there is one more.
    public var atOnce: Int

    /// 30 minutes idle, 12 hours at most, 10 minutes for the code, 5 minutes for money steps, 5 sessions at once.
    public static let standard = SessionLimits(
        idle: Span.minutes(30), absolute: Span.hours(12), unfinished: Span.minutes(10), fresh: Span.minutes(5),
        atOnce: 5)
}
