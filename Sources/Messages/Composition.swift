@_spi(_Unicode) internal import Swift

/// The one form in which texts are kept and compared: letters and their marks are one (Unicode's NFC).
///
/// `й` may be written as one letter, or as `и` with a mark, as some programs write it. People see no difference, so a table, a
/// formula or a command line that has one form must mean what another has in the other. Whatever comes in is composed once, and
/// everything behind it may compare bytes.
public enum Composition {
    /// Whether bytes of UTF-8 may change when they are composed. Quick, and never no where they would; common alphabets are passed
    /// over at a glance.
    public static func mayChange(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while position < bytes.count {
            let first = bytes[position]
            position &+= 1
            // ASCII, the bytes inside a letter, and the Latin letters that have no marks of their own.
            if first < 0xCC { continue }
            let second = position < bytes.count ? bytes[position] : 0
            let third = position &+ 1 < bytes.count ? bytes[position &+ 1] : 0
            if isMark(first, second, third) { return true }
        }
        return false
    }

    /// Whether a letter that begins with these bytes may be a mark, or be written otherwise when composed.
    private static func isMark(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch first {
        // Greek, Cyrillic, Armenian without their marks; Chinese, Korean, private letters, the far planes.
        case 0xCF, 0xD0, 0xD1, 0xD3, 0xD4, 0xD5, 0xE4...0xE9, 0xEB...0xEE, 0xF1...: false
        case 0xCE: second == 0x87
        case 0xD2: (0x83...0x87).contains(second)
        case 0xE2:
            switch second {
            case 0x80: third <= 0x81
            case 0x84: [0xA6, 0xAA, 0xAB].contains(third)
            case 0x83, 0x8C, 0xAB, 0xB3, 0xB5, 0xB7: true
            default: false
            }
        case 0xE3: second == 0x80 && third >= 0xAA || second == 0x82 && (third == 0x99 || third == 0x9A)
        case 0xEA: second < 0xB0
        case 0xEF: (0xA4...0xAE).contains(second) || second == 0xB8
        // Emoji, and the rarer Chinese letters.
        case 0xF0: second != 0x9F && !(0xA0...0xAE).contains(second)
        default: true
        }
    }

    /// A text of UTF-8 bytes, composed.
    public static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).composed
    }

    /// The Greek question mark, which composed were a semicolon: in a table that is a mark between cells, so it stays.
    private static let greekQuestionMark: Unicode.Scalar = "\u{37E}"

    /// As ``Swift/String/composed``, letter by letter.
    static func withoutLooking(_ text: String) -> String {
        var composed = String.UnicodeScalarView()
        for (number, part) in text.unicodeScalars.split(
            separator: greekQuestionMark, omittingEmptySubsequences: false
        ).enumerated() {
            if number > 0 { composed.append(greekQuestionMark) }
            composed.append(contentsOf: String(part)._nfc)
        }
        return String(composed)
    }

    /// The other form of a text, with its letters and marks apart (NFD): what was kept before texts were composed may have it.
    public static func apart(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text._nfd)
        return String(scalars)
    }
}

extension String {
    /// The text with letters and their marks as one.
    public var composed: String {
        var text = self
        return text.withUTF8 { Composition.mayChange($0) } ? Composition.withoutLooking(self) : self
    }
}
