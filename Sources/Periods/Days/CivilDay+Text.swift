extension CivilDay: CustomStringConvertible {
    /// The day as ISO 8601 writes it: `2026-01-31`.
    public var description: String {
        let (year, month, day) = date
        return "\(zeroPadded(year, to: 4))-\(zeroPadded(month, to: 2))-\(zeroPadded(day, to: 2))"
    }

    /// The day written strictly as `2026-01-31`, or nil: no spaces, no signs, no shorter forms, no 31 February.
    public init?(parsing text: some StringProtocol) {
        guard text.utf8.dropFirst(4).first == UInt8(ascii: "-") else { return nil }
        guard let number = Self.number(utf8: text.utf8) else { return nil }
        self.init(number: number)
    }

    /// The ``number`` of a day written as `2026-01-31` or `31.01.2026`, read in one pass without any copy.
    ///
    /// - Parameter utf8: exactly the ten bytes of the date.
    /// - Returns: nil for any other text, or for a date that the calendar does not have.
    @inlinable
    public static func number<Bytes: Collection>(utf8: Bytes) -> Int32? where Bytes.Element == UInt8 {
        var digits = 0
        var position = 0
        // Bit n stands for a separator at position n; two bits set of ten positions leave exactly eight digits.
        var dashes = 0
        var dots = 0
        for byte in utf8 {
            guard position < 10 else { return nil }
            switch byte {
            case 0x30...0x39: digits = digits * 10 + Int(byte - 0x30)
            case 0x2D: dashes |= 1 << position
            case 0x2E: dots |= 1 << position
            default: return nil
            }
            position += 1
        }
        guard position == 10 else { return nil }
        switch (dashes, dots) {
        case (0b00_1001_0000, 0):
            return number(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        case (0, 0b00_0010_0100):
            return number(year: digits % 10_000, month: digits / 10_000 % 100, day: digits / 1_000_000)
        default:
            return nil
        }
    }
}

/// A number with zeros before it up to a width: 7 to width 2 is `07`.
func zeroPadded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
