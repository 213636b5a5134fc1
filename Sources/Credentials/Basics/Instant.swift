internal import Periods

/// A second of the world's clock, whole seconds since 1 January 1970 UTC; whoever asks for the time is given the clock.
///
///     Instant(seconds: 1_111_111_109).description   // "2005-03-18T01:58:29Z"
public struct Instant: Hashable, Sendable, Comparable {
    /// Whole seconds since 1970, UTC; never before it, nor after the year 9999.
    public let seconds: Int64

    /// The second so many after 1970; one outside the years 1970 to 9999 is brought to the nearer bound.
    public init(seconds: Int64) { self.seconds = min(max(seconds, 0), Self.last) }

    /// The second so many later, or earlier when negative.
    public func adding(_ span: Int64) -> Instant {
        let (sum, overflows) = seconds.addingReportingOverflow(span)
        return Instant(seconds: overflows ? (span > 0 ? Self.last : 0) : sum)
    }

    /// Seconds from an earlier one to this one; negative when that one is later.
    public func seconds(since other: Instant) -> Int64 { seconds - other.seconds }

    /// Orders by time.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// 31 December 9999, 23:59:59.
    private static let last: Int64 = 253_402_300_799
}

extension Instant: CustomStringConvertible {
    /// ISO 8601 in UTC.
    public var description: String {
        let ofDay = seconds % 86_400
        let parts = [ofDay / 3_600, ofDay / 60 % 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(CivilDay(number: Int32(seconds / 86_400)))T\(parts.joined(separator: ":"))Z"
    }
}

/// Spans of time in seconds.
public enum Span {
    /// So many minutes.
    public static func minutes(_ count: Int64) -> Int64 { count * 60 }
    /// So many hours.
    public static func hours(_ count: Int64) -> Int64 { count * 3_600 }
    /// So many days.
    public static func days(_ count: Int64) -> Int64 { count * 86_400 }
}
