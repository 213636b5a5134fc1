/// What a number format makes of a number: a plain number, or a part of the calendar and the clock.
enum DateShape: Hashable, Sendable {
    /// No date: `0.00`, `General`.
    case number
    /// A day without a time: `dd.mm.yyyy`, `mmm yy`.
    case day
    /// A day with a time: `dd.mm.yyyy h:mm`.
    case moment
    /// A time of day: `h:mm`.
    case clock
    /// A length of time that may be above a day: `[h]:mm`.
    case elapsed

    /// The shape of a format that every workbook has without spelling it (ECMA-376 Part 1, 18.8.30 numFmt).
    ///
    /// 27 to 36 and 50 to 58 are dates of East Asian editions.
    init(builtIn number: Int) {
        switch number {
        case 14...17, 27...31, 34...36, 50...58: self = .day
        case 18...21, 32, 33, 45, 47: self = .clock
        case 46: self = .elapsed
        case 22: self = .moment
        default: self = .number
        }
    }

    /// The shape of a format by its code, of which the first section counts: `[$-419]dd.mm.yyyy;@`.
    init(code: String) {
        var letters = FormatLetters(code)
        letters.read()
        self = letters.shape
    }
}

/// The letters of a format's code that stand for parts of the calendar and the clock, in their order.
private struct FormatLetters {
    private enum Part { case year, month, day, hour, minute, second }

    private var rest: Substring.UnicodeScalarView
    private var parts: [Part] = []
    private var isElapsed = false
    private var hasDigits = false

    /// Words for a plain number, in which letters of the calendar stand by chance.
    private static let plainWords: Set<String> = ["general", "standard", "основной", "общий"]

    init(_ code: String) {
        rest = Substring(Self.plainWords.contains(code.lowercased()) ? "" : code.prefix(1_000)).unicodeScalars
    }

    mutating func read() {
        while let letter = rest.popFirst() {
            switch letter {
            case ";": return
            case "\"": drop(through: "\"")
            // The next character stands for itself, is as wide as a space, or fills the cell.
            case "\\", "_", "*": _ = rest.popFirst()
            case "[": readBracket()
            case "0", "#", "?": hasDigits = hasDigits || !isFraction
            case ".": dropFraction()
            case "A", "a": if isNoonMark { note(.hour) }
            default: readLetter(letter)
            }
        }
    }

    private mutating func readLetter(_ letter: Unicode.Scalar) {
        switch letter {
        case "y", "Y", "г", "Г": note(.year)
        case "m", "M", "м", "М": note(parts.last == .hour || parts.last == .minute ? .minute : .month)
        case "d", "D", "д", "Д": note(.day)
        case "h", "H", "ч", "Ч": note(.hour)
        case "s", "S", "с", "С": note(.second)
        default: break
        }
    }

    private mutating func note(_ part: Part) {
        // Behind hours and before seconds an m is a minute.
        if part == .second, parts.last == .month { parts[parts.count - 1] = .minute }
        if parts.last != part { parts.append(part) }
    }

    /// A colour, a condition, a currency or language, or hours, minutes and seconds that go on above their usual bound.
    private mutating func readBracket() {
        let content = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(content.count + 1)
        let letters = Set(String(Substring(content)).lowercased())
        guard letters.count == 1, let letter = letters.first else { return }
        switch letter {
        case "h", "ч": parts.append(.hour)
        case "m", "м": parts.append(.minute)
        case "s", "с": parts.append(.second)
        default: return
        }
        isElapsed = true
    }

    /// Digits behind seconds are parts of a second, not of a number.
    private var isFraction: Bool { parts.last == .second }

    private mutating func dropFraction() {
        guard isFraction else { return }
        while let next = rest.first, next == "0" || next == "#" { rest.removeFirst() }
    }

    private mutating func drop(through end: Unicode.Scalar) {
        while let next = rest.popFirst(), next != end {}
    }

    /// Whether `AM/PM` or `A/P` stands here, of which the first letter is read already.
    private var isNoonMark: Bool {
        mutating get {
            let text = String(Substring(rest.prefix(4))).lowercased()
            guard text.hasPrefix("m/pm") || text.hasPrefix("/p") else { return false }
            rest = rest.dropFirst(text.hasPrefix("m/pm") ? 4 : 2)
            return true
        }
    }

    var shape: DateShape {
        if hasDigits || parts.isEmpty { return .number }
        if isElapsed { return .elapsed }
        let hasDay = parts.contains { $0 == .year || $0 == .month || $0 == .day }
        let hasTime = parts.contains { $0 == .hour || $0 == .minute || $0 == .second }
        return hasDay ? (hasTime ? .moment : .day) : .clock
    }
}
