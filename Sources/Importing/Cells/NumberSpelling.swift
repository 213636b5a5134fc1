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
    /// Digits, points, commas, and marks of groups: a space for any blank, an apostrophe for either shape, an underscore.
    private var body: [UInt8] = []

    /// No number that somebody wrote is longer.
    private static let longest = 64

    /// Takes a text without blanks at its ends; `nil` when it is no number.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.unicodeScalars.contains(where: \.isASCIIDigit) else { return nil }
        var rest = Array(text.unicodeScalars)[...]
        guard readSigns(&rest) else { return nil }
        var hasDigit = false
        for scalar in rest {
            guard let byte = scalar.bodyByte else { return nil }
            hasDigit = hasDigit || byte.isDigit
            body.append(byte)
        }
        guard hasDigit, let first = body.first, let last = body.last, first.isNumberEnd, last.isNumberEnd else {
            return nil
        }
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
    var hasLeadingZero: Bool { body.count > 1 && body[0] == .zero && body[1].isDigit }

    /// The number with a decimal point, without marks of groups and without zeros at its ends; `nil` when the marks do not
    /// stand as they would with this decimal mark. A percent sign stays.
    ///
    /// Groups have three digits, the first has one to three, and one kind of mark stands between all of them.
    func canonical(_ mark: DecimalMark) -> String? {
        let decimal = mark == .point ? UInt8.point : UInt8(ascii: ",")
        let end = body.firstIndex(of: decimal) ?? body.count
        var text: [UInt8] = isNegative ? [.minus] : []
        text.reserveCapacity(body.count + 3)
        guard appendWhole(body[..<end], to: &text) else { return nil }
        let fraction = body[min(end + 1, body.count)...]
        guard fraction.allSatisfy(\.isDigit), end > 0 || !fraction.isEmpty else { return nil }
        if let last = fraction.lastIndex(where: { $0 != .zero }) {
            text.append(.point)
            text.append(contentsOf: fraction[...last])
        } else if text == [.minus, .zero] {
            text = [.zero]
        }
        if isPercent { text.append(UInt8(ascii: "%")) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Adds the digits of a whole part without the marks between its groups and zeros in front; false where the marks do not
    /// stand in threes.
    private func appendWhole(_ whole: ArraySlice<UInt8>, to text: inout [UInt8]) -> Bool {
        let start = text.count
        var mark: UInt8?
        var run = 0
        for byte in whole {
            if byte.isDigit {
                if byte != .zero || text.count > start { text.append(byte) }
                run += 1
                continue
            }
            guard mark.map({ $0 == byte && run == 3 }) ?? (1...3).contains(run) else { return false }
            // A group of a number that begins with zero is no group: 0,125 is a fraction.
            guard whole.first != .zero else { return false }
            mark = byte
            run = 0
        }
        if text.count == start { text.append(.zero) }
        return mark == nil || run == 3
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

    /// The byte that stands for it in the body of a number; `nil` for what has no place there.
    fileprivate var bodyByte: UInt8? {
        if isASCIIDigit || self == "." || self == "," || self == "'" || self == "_" { return UInt8(value) }
        if isBlank { return 0x20 }
        return self == "\u{2019}" ? UInt8(ascii: "'") : nil
    }
}

extension UInt8 {
    /// Whether a number can begin and end with it.
    fileprivate var isNumberEnd: Bool { isDigit || self == .point || self == UInt8(ascii: ",") }
}
