/// Numbers as plain decimal text, without a detour through binary fractions.
///
///     1234.50                → 1234.5
///     1.2345E+3              → 1234.5
///     0.30000000000000004    → 0.3
///     12345678901234.561     → 12345678901234.56
///     40702810000000001234   → 40702810000000001234
///
/// Spreadsheets calculate with binary fractions, show fifteen significant digits, and store up to seventeen. What lies beyond
/// the fifteenth is no figure of anybody's, so it is rounded off half up, as it is shown; only the second decimal place is
/// always kept, so that no kopeck of a very large sum is lost. A whole number that is written out in full stays as it is,
/// however long: it may be an account or a code.
public enum DecimalText {
    /// Significant digits that a spreadsheet shows (ECMA-376 stores an IEEE 754 double, of which fifteen digits are sure).
    static let digits = 15
    /// Decimal places that are never rounded off.
    static let places = 2
    /// A text longer than this is no number that anybody wrote.
    static let longest = 400

    /// The number in its plain form; `nil` when the text is no number.
    public static func plain(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { plain($0) }
    }

    /// A binary fraction as its shortest decimal text that reads back the same, then rounded as above; `nil` for infinities.
    public static func plain(_ number: Double) -> String? {
        number.isFinite ? plain(number.description) : nil
    }

    static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        if isPlain(bytes) { return String(decoding: bytes, as: UTF8.self) }
        guard bytes.count <= longest, var number = Spelling(bytes) else { return nil }
        number.round()
        return number.text
    }

    /// Whether the bytes are what this type would write, which most numbers of most files are.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = bytes.first == .minus ? 1 : 0
        let start = index
        while index < bytes.count, bytes[index].isDigit { index += 1 }
        let whole = index - start
        guard whole > 0, whole <= digits, whole == 1 || bytes[start] != .zero else { return false }
        if index == bytes.count { return start == 0 || bytes[start] != .zero }
        guard bytes[index] == .point, bytes.count - start <= digits + 1 else { return false }
        index += 1
        let decimals = index
        while index < bytes.count, bytes[index].isDigit { index += 1 }
        return index == bytes.count && index > decimals && bytes[index - 1] != .zero
    }
}

/// A number taken apart into its digits and the place of its decimal point.
private struct Spelling {
    private var isNegative = false
    /// Digits without leading zeros.
    private var digits: [UInt8] = []
    /// How many digits stand before the point; below zero when zeros follow it first.
    private var point = 0
    private var hasExponent = false

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var rest = bytes[...]
        while let first = rest.first, first.isXMLSpace { rest = rest.dropFirst() }
        while let last = rest.last, last.isXMLSpace { rest = rest.dropLast() }
        if let first = rest.first, first == .minus || first == .plus {
            isNegative = first == .minus
            rest = rest.dropFirst()
        }
        var sawDigit = false
        var sawPoint = false
        while let byte = rest.first, byte.isDigit || (byte == .point && !sawPoint) {
            rest = rest.dropFirst()
            guard byte != .point else {
                sawPoint = true
                continue
            }
            sawDigit = true
            if byte != .zero || !digits.isEmpty { digits.append(byte - .zero) }
            if !sawPoint, !digits.isEmpty { point += 1 }
            if sawPoint, digits.isEmpty { point -= 1 }
        }
        guard sawDigit else { return nil }
        guard !rest.isEmpty else { return }
        guard let exponent = Self.exponent(rest) else { return nil }
        hasExponent = true
        point += exponent
    }

    /// What stands behind an `E`.
    private static func exponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard let mark = bytes.first, mark == UInt8(ascii: "E") || mark == UInt8(ascii: "e") else { return nil }
        var rest = bytes.dropFirst()
        let isNegative = rest.first == .minus
        if let sign = rest.first, sign == .minus || sign == .plus { rest = rest.dropFirst() }
        guard !rest.isEmpty, rest.count <= 5, rest.allSatisfy(\.isDigit) else { return nil }
        let value = rest.reduce(0) { $0 * 10 + Int($1 - .zero) }
        return isNegative ? -value : value
    }

    /// Rounds off what lies beyond what spreadsheets show.
    mutating func round() {
        let isWhole = point >= digits.count
        if isWhole, !hasExponent { return }
        let kept = isWhole ? DecimalText.digits : max(DecimalText.digits, point + DecimalText.places)
        guard digits.count > kept else { return }
        let roundsUp = digits[kept] >= 5
        digits.removeSubrange(kept...)
        guard roundsUp else { return }
        var index = kept - 1
        while index >= 0, digits[index] == 9 {
            digits[index] = 0
            index -= 1
        }
        if index >= 0 {
            digits[index] += 1
        } else {
            digits.insert(1, at: 0)
            point += 1
        }
    }

    var text: String {
        var digits = digits[...]
        while digits.last == 0 { digits = digits.dropLast() }
        guard !digits.isEmpty else { return "0" }
        let sign = isNegative ? "-" : ""
        let spelt = digits.map { $0 + .zero }
        // Forty places are more than any sum or ratio has, and keep the text of a cell short.
        guard point > -20, point <= max(40, self.digits.count) else {
            let fraction = spelt.count > 1 ? "." + Self.string(spelt[1...]) : ""
            let exponent = point - 1
            return "\(sign)\(Self.string(spelt[..<1]))\(fraction)E\(exponent < 0 ? "-" : "+")\(abs(exponent))"
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + Self.string(spelt[...]) }
        if point >= spelt.count {
            return sign + Self.string(spelt[...]) + String(repeating: "0", count: point - spelt.count)
        }
        return sign + Self.string(spelt[..<point]) + "." + Self.string(spelt[point...])
    }

    private static func string(_ digits: ArraySlice<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }
}

extension UInt8 {
    static let zero = UInt8(ascii: "0")
    static let minus = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let point = UInt8(ascii: ".")

    var isDigit: Bool { self &- .zero < 10 }
    /// A space as XML counts them.
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
