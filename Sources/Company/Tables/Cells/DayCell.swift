import Periods

/// Reads the text of a day.
enum DayCell {
    /// The day's number, or why there is none.
    @inline(__always)
    static func read(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> (number: Int32, fault: TableFault.Kind?) {
        guard length >= 10 else { return (0, .notADay) }
        let year: Int
        let month: Int
        let day: Int
        if bytes[start &+ 4] == UInt8(ascii: "-"), bytes[start &+ 7] == UInt8(ascii: "-") {
            year = four(bytes, start)
            month = pair(bytes, start &+ 5)
            day = pair(bytes, start &+ 8)
        } else if bytes[start &+ 2] == .point, bytes[start &+ 5] == .point {
            day = pair(bytes, start)
            month = pair(bytes, start &+ 3)
            year = four(bytes, start &+ 6)
        } else {
            return (0, .notADay)
        }
        guard year >= 0, month >= 0, day >= 0 else { return (0, .notADay) }
        if length > 10 {
            if let fault = timeFault(bytes, start + 10, start + length) { return (0, fault) }
        }
        guard let number = CivilDay.number(year: year, month: month, day: day) else { return (0, .noSuchDay) }
        return (number, nil)
    }

    /// Two digits as a number; negative when one is no digit.
    @inline(__always)
    private static func pair(_ bytes: Span<UInt8>, _ position: Int) -> Int {
        let tens = Int(bytes[position]) &- 48
        let ones = Int(bytes[position &+ 1]) &- 48
        return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens &* 10 &+ ones : -1
    }

    /// Four digits as a number; negative when one is no digit.
    @inline(__always)
    private static func four(_ bytes: Span<UInt8>, _ position: Int) -> Int {
        let hundreds = pair(bytes, position)
        let rest = pair(bytes, position &+ 2)
        return hundreds >= 0 && rest >= 0 ? hundreds &* 100 &+ rest : -1
    }

    /// What is wrong with the text after a day; midnight is right: ` 0:00`, `T00:00:00`, ` 00:00:00.000`.
    private static func timeFault(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> TableFault.Kind? {
        guard bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "T") else { return .notADay }
        var position = start + 1
        while position < end, bytes[position] == 0x20 { position += 1 }
        var isMidnight = true
        var digits = 0
        var colons = 0
        var points = 0
        for index in position..<end {
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                if bytes[index] != UInt8(ascii: "0") { isMidnight = false }
            case UInt8(ascii: ":") where points == 0 && digits > 0:
                colons += 1
            case .point where points == 0 && colons == 2:
                points += 1
            default:
                // A zone, or something else behind a time: still a time, but not one that is surely midnight here.
                return colons > 0 ? .timeOfDay : .notADay
            }
        }
        guard colons == 1 || colons == 2 else { return .notADay }
        return isMidnight && digits > 2 * colons + points ? nil : .timeOfDay
    }
}
