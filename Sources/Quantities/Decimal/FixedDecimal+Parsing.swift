extension FixedDecimal {
    /// Reads a decimal such as `-12.345`.
    ///
    /// The grammar is `-`? digits (`.` digits)?, in ASCII: no plus, no spaces, no exponent, no group separators, and a
    /// digit on both sides of the point. A comma is refused rather than guessed at: `1,234` means two things.
    ///
    /// - Throws: ``QuantityError/notANumber(_:)``; ``QuantityError/tooManyDecimals(_:)`` when a digit other than zero
    ///   follows the sixteenth decimal; ``QuantityError/overflow(_:)``.
    public init(parsing text: some StringProtocol) throws(QuantityError) {
        var digits = DigitReader()
        for byte in text.utf8 {
            guard digits.accept(byte) else { throw .notANumber(String(text)) }
        }
        guard digits.isComplete else { throw .notANumber(String(text)) }
        guard !digits.lostADecimal else { throw .tooManyDecimals(String(text)) }
        guard let raw = digits.raw else { throw .overflow(.parsing) }
        self.init(raw: raw)
    }
}

/// Takes the bytes of a decimal one by one.
///
/// It reads to the end even when the number is already too large or too fine, so that text which is no number at all is
/// always reported as such.
private struct DigitReader {
    private var isNegative = false
    private var isEmpty = true
    private var lastWasDigit = false
    /// `nil` before the point, then the count of decimals read.
    private var decimals: Int?
    /// The digits so far as an integer; `nil` once they no longer fit.
    private var magnitude: UInt128? = 0
    private(set) var lostADecimal = false

    /// Whether the text may end here.
    var isComplete: Bool { lastWasDigit }

    /// The number in units of 10^-16, or `nil` when it is out of range.
    var raw: Int128? {
        var padded = magnitude
        for _ in min(decimals ?? 0, FixedDecimal.scale)..<FixedDecimal.scale { padded = Self.appending(0, to: padded) }
        return padded.flatMap { Int128(magnitude: $0, isNegative: isNegative) }
    }

    /// Takes one byte, or returns `false` when it cannot stand here.
    mutating func accept(_ byte: UInt8) -> Bool {
        defer { isEmpty = false }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            take(digit: byte - UInt8(ascii: "0"))
            lastWasDigit = true
            return true
        case UInt8(ascii: ".") where lastWasDigit && decimals == nil:
            decimals = 0
            lastWasDigit = false
            return true
        case UInt8(ascii: "-") where isEmpty:
            isNegative = true
            return true
        default:
            return false
        }
    }

    private mutating func take(digit: UInt8) {
        if let read = decimals {
            guard read < FixedDecimal.scale else {
                lostADecimal = lostADecimal || digit != 0
                return
            }
            decimals = read + 1
        }
        magnitude = Self.appending(digit, to: magnitude)
    }

    private static func appending(_ digit: UInt8, to magnitude: UInt128?) -> UInt128? {
        guard let (shifted, overflow) = magnitude?.multipliedReportingOverflow(by: 10), !overflow else { return nil }
        let (sum, carry) = shifted.addingReportingOverflow(UInt128(digit))
        return carry ? nil : sum
    }
}
