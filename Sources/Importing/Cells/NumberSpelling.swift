/// The mark between the whole part of a number and its decimals.
public enum DecimalMark: String, Hashable, Sendable, CaseIterable {
    /// `1234.5`
    case point = "."
    /// `1234,5`
    case comma = ","

    var other: DecimalMark { self == .point ? .comma : .point }
}

/// A number as somebody wrote it, taken apart: sign, currency, percent, and digits with their marks.
///
///     NumberSpelling("(1 234,50) руб.")?.canonical(.comma)  // "-1234.5"
///     NumberSpelling("1,234")?.canonical(.comma)            // "1.234"
///     NumberSpelling("1,234")?.canonical(.point)            // "1234"
struct NumberSpelling {
    /// Why a text that begins like a number is none.
    enum Scale: Hashable {
        /// A word behind the number multiplies it: `тыс.`, `млн`, `k`.
        case word(String)
        /// A spreadsheet has rounded the number to a power of ten: `4.2E+05`.
        case exponent
    }

    private(set) var isNegative = false
    private(set) var isPercent = false
    /// The currency beside the number: a code, or the sign where it belongs to several currencies.
    private(set) var currency: String?
    private var body: [Unicode.Scalar] = []

    /// No number that somebody wrote is longer.
    private static let longest = 64

    /// Takes a text without blanks at its ends; `nil` when it is no number.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.unicodeScalars.contains(where: \.isASCIIDigit) else { return nil }
        var rest = Array(text.unicodeScalars)[...]
        guard readSigns(&rest) else { return nil }
        body = Array(rest)
        guard let first = body.first, let last = body.last, first.isASCIIDigit || first == "." || first == ",",
            last.isASCIIDigit || last == "." || last == ",", body.contains(where: \.isASCIIDigit),
            body.allSatisfy({ $0.isASCIIDigit || $0.isGroupMark || $0 == "." || $0 == "," })
        else { return nil }
    }

    /// Takes off what stands before and behind the digits: each kind of sign once.
    private mutating func readSigns(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
        var isBracketed = false
        while true {
            while let first = rest.first, first.isBlank { rest.removeFirst() }
            while let last = rest.last, last.isBlank { rest.removeLast() }
            guard let first = rest.first, let last = rest.last else { return false }
            if first == "(", last == ")", !isBracketed, !isNegative {
                isBracketed = true
                isNegative = true
                rest = rest.dropFirst().dropLast()
            } else if first.isMinus || first == "+" {
                guard !isNegative, takeSign(first) else { return false }
                rest.removeFirst()
            } else if last.isMinus {
                guard !isNegative else { return false }
                isNegative = true
                rest.removeLast()
            } else if last == "%" {
                guard !isPercent else { return false }
                isPercent = true
                rest.removeLast()
            } else if first.isASCIIDigit, last.isASCIIDigit {
                return true
            } else if let found = CurrencyMarks.atEnd(rest) ?? CurrencyMarks.atStart(rest) {
                guard currency == nil else { return false }
                currency = found.code
                rest = found.rest
            } else {
                return true
            }
        }
    }

    private mutating func takeSign(_ sign: Unicode.Scalar) -> Bool {
        if sign.isMinus { isNegative = true }
        return true
    }

    /// Whether the digits before the first mark begin with a zero that no sum has: `007`, which is rather a code.
    var hasLeadingZero: Bool {
        body.count > 1 && body[0] == "0" && body[1].isASCIIDigit
    }

    /// The number with a decimal point, without marks of groups and without zeros at its ends; `nil` when the marks do not
    /// stand as they would with this decimal mark. A percent sign stays.
    ///
    /// Groups have three digits, the first has one to three, and one kind of mark stands between all of them.
    func canonical(_ mark: DecimalMark) -> String? {
        let decimal: Unicode.Scalar = mark == .point ? "." : ","
        let parts = body.split(separator: decimal, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Self.digits(parts[0]) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : []
        guard fraction.allSatisfy(\.isASCIIDigit), !(whole.isEmpty && fraction.isEmpty) else { return nil }
        var result = String.UnicodeScalarView(whole.drop { $0 == "0" })
        if result.isEmpty { result.append("0") }
        let decimals = fraction.reversed().drop { $0 == "0" }.reversed()
        if !decimals.isEmpty {
            result.append(".")
            result.append(contentsOf: decimals)
        }
        let text = String(result)
        return (isNegative && text != "0" ? "-" : "") + text + (isPercent ? "%" : "")
    }

    /// The digits of a whole part without the marks between its groups; `nil` where these do not stand in threes.
    private static func digits(_ whole: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        var digits: [Unicode.Scalar] = []
        var mark: Unicode.Scalar?
        var run = 0
        for scalar in whole {
            if scalar.isASCIIDigit {
                digits.append(scalar)
                run += 1
                continue
            }
            let plain = scalar.plainGroupMark
            guard mark.map({ $0 == plain && run == 3 }) ?? (1...3).contains(run) else { return nil }
            // A group of a number that begins with zero is no group: 0,125 is a fraction.
            guard digits[0] != "0" else { return nil }
            mark = plain
            run = 0
        }
        return mark == nil || run == 3 ? digits : nil
    }

    /// A number with a word or a power of ten behind it, which cannot be read without guessing or losing digits.
    static func scale(_ text: String) -> Scale? {
        guard text.unicodeScalars.contains(where: \.isASCIIDigit) else { return nil }
        guard text.utf8.count <= longest, let first = text.unicodeScalars.first,
            first.isASCIIDigit || first.isMinus || CurrencyMarks.isSign(first)
        else { return nil }
        let folded = PlainSpelling.folded(text)
        let tail = folded.drop { !$0.isLetter }
        let head = folded.dropLast(tail.count)
        guard head.contains(where: \.isNumber) else { return nil }
        if tail.hasPrefix("e"), tail.dropFirst().drop(while: { $0 == "+" || $0 == "-" }).allSatisfy(\.isNumber),
            tail.count > 1
        {
            return .exponent
        }
        let word = tail.prefix { $0.isLetter }
        let number = PlainSpelling.trimmed(String(head))
        guard NumberSpelling(number) != nil, scaleWords.contains(String(word)) else { return nil }
        return .word(String(word))
    }

    private static let scaleWords: Set<String> = [
        "тыс", "тысяч", "тысяча", "тысячи", "млн", "миллион", "миллионов", "миллиона", "млрд", "миллиардов", "т", "к",
        "k", "m", "mn", "mln", "mio", "thousand", "million", "bn", "billion",
    ]
}

extension Unicode.Scalar {
    var isASCIIDigit: Bool { value &- 0x30 < 10 }
    /// Minus signs and the dashes that stand for one before digits.
    var isMinus: Bool { self == "-" || self == "\u{2212}" || self == "\u{2013}" || self == "\u{2011}" }
    /// What may stand between groups of digits beside the other decimal mark.
    fileprivate var isGroupMark: Bool { isBlank || self == "'" || self == "\u{2019}" || self == "_" }
    /// Spaces of every width are one mark, apostrophes of both shapes another.
    fileprivate var plainGroupMark: Unicode.Scalar { isBlank ? " " : self == "\u{2019}" ? "'" : self }
}
