/// A month, a quarter, a half or a year as somebody wrote it.
///
///     PeriodSpelling("Jan-26")?.label           // "2026-01"
///     PeriodSpelling("1 квартал 2026")?.label   // "2026-Q1"
///     PeriodSpelling("январь")?.month           // 1, of a year that is not said
struct PeriodSpelling {
    /// The period in its canonical form; `nil` when the year is missing.
    private(set) var label: String?
    /// The month, from 1, of a text that names one.
    private(set) var month: Int?

    private static let longest = 40

    /// Takes a text without blanks at its ends; `nil` when it is no period. A bare year is none: it may be any number.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        let folded = PlainSpelling.folded(text)
        guard readNumbers(folded) || readWords(folded) else { return nil }
    }

    /// The label with a year that somebody has said.
    func label(year: Int?) -> String? {
        label ?? month.flatMap { month in year.map { Self.month(month, $0) } }
    }

    private static func month(_ month: Int, _ year: Int) -> String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// `01.2026`, `1/2026`, `2026-01`, `2026-1`, `2026-W05`.
    private mutating func readNumbers(_ text: String) -> Bool {
        let parts = text.split(maxSplits: 2, omittingEmptySubsequences: false) { ".-/".contains($0) }
        guard parts.count == 2 else { return false }
        if parts[0].utf8.count == 4, let year = MonthNames.year(parts[0]) {
            if parts[1].first == "w", let week = Int(parts[1].dropFirst()), (1...53).contains(week) {
                label = "\(year)-W\(week < 10 ? "0" : "")\(week)"
                return true
            }
            return take(parts[1], year)
        }
        guard parts[1].utf8.count == 4, let year = MonthNames.year(parts[1]) else { return false }
        return take(parts[0], year)
    }

    private mutating func take(_ digits: Substring, _ year: Int) -> Bool {
        guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit), let number = Int(digits),
            (1...12).contains(number)
        else { return false }
        month = number
        label = Self.month(number, year)
        return true
    }

    /// `январь 2026 г.`, `Jan-26`, `янв.26`, `за март 2026`, `Q1 2026`, `I кв. 2026`, `1 полугодие 2026`, `март`.
    private mutating func readWords(_ text: String) -> Bool {
        var words = text.split { !($0.isLetter || $0.isNumber) }
        if let first = words.first, first == "за" || first == "for" { words.removeFirst() }
        if let last = words.last, ["г", "год", "года"].contains(last) { words.removeLast() }
        guard let first = words.first, words.count <= 3 else { return false }
        if let number = MonthNames.month(first) {
            month = number
            guard words.count > 1 else { return true }
            guard words.count == 2, let year = MonthNames.year(words[1].drop { $0 == "'" }) else { return false }
            label = Self.month(number, year)
            return true
        }
        if words.count == 2, let year = MonthNames.year(first), let number = MonthNames.month(words[1]) {
            month = number
            label = Self.month(number, year)
            return true
        }
        return readPart(words)
    }

    private mutating func readPart(_ words: [Substring]) -> Bool {
        guard words.count >= 2 else { return false }
        if let year = words.last.flatMap(MonthNames.year), words[words.count - 1].utf8.count == 4 {
            return take(part: words.dropLast().joined(separator: " "), year)
        }
        if words[0].utf8.count == 4, let year = MonthNames.year(words[0]) {
            return take(part: words.dropFirst().joined(separator: " "), year)
        }
        return false
    }

    private mutating func take(part: String, _ year: Int) -> Bool {
        guard let code = Self.parts[part] else { return false }
        label = "\(year)-\(code)"
        return true
    }

    private static let parts: [String: String] = {
        var parts: [String: String] = [:]
        for (index, roman) in ["i", "ii", "iii", "iv"].enumerated() {
            let number = index + 1
            let spellings = [
                "q\(number)", "\(number) кв", "\(number) квартал", "\(number)кв", "\(roman) кв", "\(roman) квартал",
                "\(number)q", "qtr \(number)", "кв \(number)",
            ]
            for spelling in spellings { parts[spelling] = "Q\(number)" }
        }
        for (index, roman) in ["i", "ii"].enumerated() {
            let number = index + 1
            for spelling in ["h\(number)", "\(number) полугодие", "\(roman) полугодие"] {
                parts[spelling] = "H\(number)"
            }
        }
        return parts
    }()
}
