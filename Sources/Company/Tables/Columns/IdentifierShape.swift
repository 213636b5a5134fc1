/// What a column's identifiers have in common: the same letters in front of up to six digits, as in `C-000123` or `17`.
///
/// Such texts are told apart by a number, which needs no hash: the value of the digits, counted so that `7`, `07` and
/// `007` have different numbers.
struct IdentifierShape: Equatable {
    /// Numbers are below this; a table of more would be large and mostly empty.
    static let limit = 1 << 20
    /// How many letters there may be in front.
    private static let longestPrefix = 15

    /// How many bytes stand in front of the digits.
    let prefixLength: Int
    private let first: UInt64
    private let second: UInt64
    private let firstMask: UInt64
    private let secondMask: UInt64

    /// The shape of digits alone.
    init() {
        self.init(prefixLength: 0, first: 0, second: 0)
    }

    /// The shape of a text; of a text that has none, that of digits alone.
    init(of source: Span<UInt8>, _ start: Int, _ length: Int) {
        var prefix = length
        while prefix > 0, length - prefix < 7, source[start + prefix - 1] &- 48 < 10 { prefix -= 1 }
        guard prefix < length, prefix <= Self.longestPrefix, Self.isUsual(source, start, prefix) else {
            self.init()
            return
        }
        self.init(
            prefixLength: prefix, first: ByteWords.word(source, from: start, length: prefix),
            second: prefix > 8 ? ByteWords.word(source, from: start + 8, length: prefix - 8) : 0)
    }

    private init(prefixLength: Int, first: UInt64, second: UInt64) {
        self.prefixLength = prefixLength
        self.first = first
        self.second = second
        firstMask = Self.mask(min(8, prefixLength))
        secondMask = Self.mask(max(0, prefixLength - 8))
    }

    /// Whether a prefix is such that a cell that begins with it is no quotation, has no space in front and goes on behind it.
    private static func isUsual(_ source: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
        if length > 0, source[start] == 0xC2 || source[start] == 0xE2 { return false }
        return (start..<start + length).allSatisfy { position in
            switch source[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"),
                UInt8(ascii: "."), 0x80...:
                true
            default: false
            }
        }
    }

    private static func mask(_ bytes: Int) -> UInt64 { bytes == 8 ? .max : 1 << UInt64(bytes * 8) - 1 }

    /// Whether the first sixteen bytes of a text begin as the shape says.
    @inline(__always)
    func begins(_ first: UInt64, _ second: UInt64) -> Bool {
        (first ^ self.first) & firstMask | (second ^ self.second) & secondMask == 0
    }

    /// The number of so many digits, 1 to 7, of a word of digits.
    @inline(__always)
    static func number(_ values: UInt64, digits: Int) -> Int {
        // One more in each place is as many as there are different rows of fewer digits.
        let ones = DigitWords.ones(count: digits)
        return Int(truncatingIfNeeded: DigitWords.number(values &+ ones))
    }

    /// The number of a text; `nil` when it has another shape.
    @inline(__always)
    func number(_ source: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
        let digits = length &- prefixLength
        guard digits > 0, digits < 8 else { return nil }
        let second = length > 8 ? ByteWords.word(source, from: start &+ 8, length: length &- 8) : 0
        guard begins(ByteWords.word(source, from: start, length: length), second) else { return nil }
        let values = DigitWords.values(
            ByteWords.word(source, from: start &+ prefixLength, length: digits), count: digits)
        guard DigitWords.others(values) == 0 else { return nil }
        let number = Self.number(values, digits: digits)
        return number < Self.limit ? number : nil
    }
}
