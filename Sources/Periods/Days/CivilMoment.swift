/// A minute of a day, as clocks on the wall show it where it was written down; without a time zone.
///
///     CivilMoment(parsing: "2026-03-05 14:30")?.description   // "2026-03-05 14:30"
public struct CivilMoment: Hashable, Sendable {
    /// The day.
    public let day: CivilDay
    /// Whole minutes since midnight, 0 to 1439.
    public let minute: Int

    /// The minute of that day; nil outside 0 to 1439.
    public init?(day: CivilDay, minute: Int) {
        guard (0..<Self.minutesOfDay).contains(minute) else { return nil }
        self.day = day
        self.minute = minute
    }

    /// How many minutes a day has; days on which clocks are put forward or back are not told apart.
    public static let minutesOfDay = 24 * 60

    /// Whole minutes from an earlier moment to this one; negative when that one is later.
    public func minutes(since other: CivilMoment) -> Int {
        (Int(day.number) - Int(other.day.number)) * Self.minutesOfDay + minute - other.minute
    }
}

extension CivilMoment: Comparable {
    /// True when the left moment comes first.
    public static func < (left: CivilMoment, right: CivilMoment) -> Bool {
        (left.day, left.minute) < (right.day, right.minute)
    }
}

extension CivilMoment: CustomStringConvertible {
    /// `2026-03-05 14:30`
    public var description: String {
        "\(day) \(zeroPadded(minute / 60, to: 2)):\(zeroPadded(minute % 60, to: 2))"
    }

    /// The moment written as `2026-03-05 14:30` or `05.03.2026 14:30`; `T` may stand between day and time, and seconds
    /// after it, which are dropped. Nil for anything else: no time, one digit for the hour, 24:00, a zone.
    public init?(parsing text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
            let number = CivilDay.number(utf8: bytes[..<10])
        else { return nil }
        let parts = bytes[11...].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            .map { Self.pair($0) }
        guard parts.count == (bytes.count == 16 ? 2 : 3), let hour = parts[0], let minute = parts[1], hour < 24,
            minute < 60, parts.allSatisfy({ ($0 ?? 60) < 60 })
        else { return nil }
        self.init(day: CivilDay(number: number), minute: hour * 60 + minute)
    }

    /// Two digits as a number.
    private static func pair(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
