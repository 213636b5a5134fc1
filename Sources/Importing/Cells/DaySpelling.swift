internal import Periods

/// The order of day, month and year.
public enum DayOrder: String, Hashable, Sendable, CaseIterable {
    /// `31/01/2026`
    case dayFirst = "d/m/y"
    /// `01/31/2026`
    case monthFirst = "m/d/y"
    /// `2026-01-31`
    case yearFirst = "y-m-d"
}

/// A day as somebody wrote it, in every reading the text allows, with the time behind it.
///
///     DaySpelling("05/03/2026 14:33")  // dayFirst 5 March, monthFirst 3 May, 52 380 seconds
struct DaySpelling {
    /// The day if the day is told first; of a text that leaves no choice all readings are the same.
    private(set) var dayFirst: CivilDay?
    /// The day if the month is told first.
    private(set) var monthFirst: CivilDay?
    /// The seconds since midnight; `nil` without a time.
    private(set) var seconds: Int?
    /// The distance from UTC in minutes; `nil` when the time says none.
    private(set) var offset: Int?
    /// Whether the year stands first, so that there is nothing to ask.
    private(set) var isYearFirst = false

    private static let longest = 64

    /// Takes a text without blanks at its ends; `nil` when it is no day.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.unicodeScalars.contains(where: \.isASCIIDigit) else { return nil }
        if let sure = Self.sure(text) {
            if text.utf8.count > 10 {
                guard let clock = ClockSpelling(PlainSpelling.folded(String(text.dropFirst(11)))[...]) else {
                    return nil
                }
                (seconds, offset) = (clock.seconds, clock.offset)
            }
            dayFirst = sure.day
            monthFirst = sure.isYearFirst ? sure.day : nil
            isYearFirst = sure.isYearFirst
            return
        }
        let lower = PlainSpelling.folded(text)
        let (day, time) = Self.halves(lower)
        if let time {
            guard let clock = ClockSpelling(time) else { return nil }
            (seconds, offset) = (clock.seconds, clock.offset)
        }
        guard readNumbers(day) || readName(day) else { return nil }
    }

    /// `31.01.2026` and `2026-01-31`, alone or before a time, which most files have, without taking the text apart.
    private static func sure(_ text: String) -> (day: CivilDay, isYearFirst: Bool)? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 || bytes.count > 11 && (bytes[10] == 0x20 || bytes[10] == UInt8(ascii: "T")),
            bytes.allSatisfy({ $0 < 0x80 })
        else { return nil }
        let isYearFirst = bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
        guard isYearFirst || bytes[2] == .point && bytes[5] == .point else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            range.reduce(0) { sum, place in
                sum.flatMap { bytes[place].isDigit ? $0 * 10 + Int(bytes[place] - .zero) : nil }
            }
        }
        guard let year = isYearFirst ? number(0..<4) : number(6..<10), (1_900...2_199).contains(year),
            let month = isYearFirst ? number(5..<7) : number(3..<5),
            let day = isYearFirst ? number(8..<10) : number(0..<2),
            let found = CivilDay(year: year, month: month, day: day)
        else { return nil }
        return (found, isYearFirst)
    }

    /// The day in an order; `nil` when the calendar has no such day.
    func day(_ order: DayOrder) -> CivilDay? {
        switch order {
        case .dayFirst: dayFirst
        case .monthFirst: monthFirst
        case .yearFirst: isYearFirst || dayFirst == monthFirst ? dayFirst : nil
        }
    }

    /// Where the time begins: behind a `t` between digits, or behind the last blank before the first colon.
    private static func halves(_ text: String) -> (Substring, Substring?) {
        guard let colon = text.firstIndex(of: ":") else { return (Substring(text), nil) }
        let before = text[..<colon]
        if let mark = before.lastIndex(where: { $0 == "t" || $0 == " " || $0 == "," }) {
            var day = text[..<mark]
            while let last = day.last, last == " " || last == "," { day.removeLast() }
            if day.hasSuffix(" at") { day.removeLast(3) }
            if day.hasSuffix(" в") { day.removeLast(2) }
            return (day, text[text.index(after: mark)...])
        }
        return (Substring(text), nil)
    }

    private mutating func readNumbers(_ text: Substring) -> Bool {
        var text = text
        // "31.01.2026 г."
        for ending in [" г.", "г.", " г", "г"] where text.hasSuffix(ending) {
            text.removeLast(ending.count)
            break
        }
        if text.utf8.count == 8, text.utf8.allSatisfy(\.isDigit) { return readCompact(text) }
        guard let mark = text.first(where: { !$0.isNumber }), ".-/".contains(mark) else { return false }
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.count <= 4 && !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) })
        else { return false }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return false }
        if parts[0].utf8.count == 4 {
            isYearFirst = true
            dayFirst = CivilDay(year: numbers[0], month: numbers[1], day: numbers[2])
            monthFirst = dayFirst
            return dayFirst != nil
        }
        guard parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, let year = MonthNames.year(parts[2]) else {
            return false
        }
        dayFirst = CivilDay(year: year, month: numbers[1], day: numbers[0])
        // With points the day is told first everywhere.
        monthFirst = mark == "." ? nil : CivilDay(year: year, month: numbers[0], day: numbers[1])
        return dayFirst != nil || monthFirst != nil
    }

    private mutating func readCompact(_ text: Substring) -> Bool {
        guard let year = MonthNames.year(text.prefix(4)), let month = Int(text.dropFirst(4).prefix(2)),
            let day = Int(text.suffix(2))
        else { return false }
        dayFirst = CivilDay(year: year, month: month, day: day)
        monthFirst = dayFirst
        isYearFirst = true
        return dayFirst != nil
    }

    /// `31 января 2026 г.`, `Jan 31, 2026`, `31-Jan-26`, `Saturday, 31 January 2026`.
    private mutating func readName(_ text: Substring) -> Bool {
        var words = text.split { !($0.isLetter || $0.isNumber) }
        if let last = words.last, last == "г" || last == "года" { words.removeLast() }
        if words.count == 4, words[0].allSatisfy(\.isLetter) { words.removeFirst() }
        guard words.count == 3, let year = MonthNames.year(words[2]) else { return false }
        let (number, name) = words[0].first?.isNumber == true ? (words[0], words[1]) : (words[1], words[0])
        var digits = number
        for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits.removeLast(2) }
        guard let month = MonthNames.month(name), digits.utf8.count <= 2, let day = Int(digits) else { return false }
        dayFirst = CivilDay(year: year, month: month, day: day)
        monthFirst = dayFirst
        return dayFirst != nil
    }
}

/// A time of day: `0:00:00`, `14:33`, `2:33 pm`, `00:00:00.000z`, `10:00:00+03:00`, `08:00 utc`.
struct ClockSpelling {
    let seconds: Int
    private(set) var offset: Int?

    /// Takes a text in small letters.
    init?(_ text: Substring) {
        if text == "0:00:00" || text == "00:00:00" {
            seconds = 0
            return
        }
        var rest = text
        while rest.last == " " { rest.removeLast() }
        while rest.first == " " { rest.removeFirst() }
        if let zone = Self.zone(&rest) { offset = zone }
        var noon: Int?
        for (ending, hours) in [("am", 0), ("pm", 12), ("a.m.", 0), ("p.m.", 12)] where rest.hasSuffix(ending) {
            noon = hours
            rest.removeLast(ending.count)
        }
        while rest.last == " " { rest.removeLast() }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, var hour = Self.number(parts[0]), hour < 24,
            let minute = Self.number(parts[1]), minute < 60
        else { return nil }
        if let noon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + noon
        }
        var second = 0
        if parts.count == 3 {
            let pieces = parts[2].split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
            guard let whole = Self.number(pieces[0]), whole < 60 else { return nil }
            if pieces.count == 2 {
                guard (1...9).contains(pieces[1].utf8.count), pieces[1].utf8.allSatisfy(\.isDigit) else { return nil }
            }
            // A fraction of a second after midnight is not midnight.
            let hasFraction = pieces.count == 2 && pieces[1].contains { $0 != "0" }
            second = whole + (hasFraction && hour == 0 && minute == 0 && whole == 0 ? 1 : 0)
        }
        seconds = hour * 3_600 + minute * 60 + second
    }

    /// The zone at the end, in minutes from UTC.
    static func zone(_ text: inout Substring) -> Int? {
        for name in ["z", "utc", "gmt", "(utc)"] where text.hasSuffix(name) {
            text.removeLast(name.count)
            return 0
        }
        guard let mark = text.lastIndex(where: { $0 == "+" || $0 == "-" }), mark > text.startIndex else { return nil }
        let digits = text[text.index(after: mark)...].filter { $0 != ":" }
        guard digits.utf8.count == 4 || digits.utf8.count == 2, digits.utf8.allSatisfy(\.isDigit),
            let hours = Int(digits.prefix(2)), hours <= 14
        else { return nil }
        let minutes = Int(digits.dropFirst(2)) ?? 0
        guard minutes < 60 else { return nil }
        let sign = text[mark] == "-" ? -1 : 1
        text = text[..<mark]
        return sign * (hours * 60 + minutes)
    }

    private static func number(_ text: Substring) -> Int? {
        (1...2).contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
    }
}
