internal import Periods

/// Days and times as ISO 8601 spells them, which OpenDocument and strict workbooks store.
enum ISOTime {
    /// `2026-01-31` or `2026-01-31T14:05:00`; fractions of a second are rounded, a `Z` at the end says nothing more.
    static func cell(_ text: String) -> Cell? {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let day = day(first) else { return nil }
        guard parts.count == 2 else { return .day(day) }
        var clock = parts[1]
        if clock.hasSuffix("Z") { clock.removeLast() }
        guard let second = second(clock) else { return nil }
        guard second < 86_400 else { return .moment(CivilDay(number: day.number + 1), second: second - 86_400) }
        return .moment(day, second: second)
    }

    /// `PT08H30M00S`, `-PT1H`, `P1DT2H`, in seconds.
    static func duration(_ text: String) -> Int? {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        guard rest.popFirst() == "P" else { return nil }
        var isTime = false
        var seconds = 0.0
        while let first = rest.first {
            if first == "T", !isTime {
                isTime = true
                rest.removeFirst()
                continue
            }
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
            rest = rest.dropFirst(number.count)
            guard let value = Double(number.replacing(",", with: ".")), let unit = rest.popFirst() else { return nil }
            switch (unit, isTime) {
            case ("D", false): seconds += value * 86_400
            case ("H", true): seconds += value * 3_600
            case ("M", true): seconds += value * 60
            case ("S", true): seconds += value
            default: return nil
            }
        }
        guard seconds < 1e12 else { return nil }
        return Int(seconds.rounded()) * (isNegative ? -1 : 1)
    }

    private static func day(_ text: Substring) -> CivilDay? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], 4), let month = number(parts[1], 2),
            let day = number(parts[2], 2)
        else { return nil }
        return CivilDay(year: year, month: month, day: day)
    }

    private static func second(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, let hour = number(parts[0], 2), hour < 24,
            let minute = number(parts[1], 2), minute < 60
        else { return nil }
        guard parts.count == 3 else { return hour * 3_600 + minute * 60 }
        guard let second = Double(parts[2].replacing(",", with: ".")), second >= 0, second < 60 else { return nil }
        return hour * 3_600 + minute * 60 + Int(second.rounded())
    }

    private static func number(_ text: Substring, _ digits: Int) -> Int? {
        text.utf8.count == digits && text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
    }
}
